import { isPlainObject } from '../../password/json-object.ts';
import type { UnreadColumn } from './unread-column.ts';

/** Longer texts are not looked into. */
const MAX_LENGTH = 64 * 1024;

/** The object that a text is in JSON, as in a cell `{"blocked":true}`; null for every other text. */
export function objectInText(text: string): object | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}') || trimmed.length > MAX_LENGTH) return null;
  try {
    const object: unknown = JSON.parse(trimmed);
    return isPlainObject(object) ? object : null;
  } catch {
    return null;
  }
}

/**
 * The keys of JSON texts as columns of the export.
 *
 * @param keys with names that begin with `name` and a dot
 * @param ref what reads the text
 * @param rows records of the export, of which some may have no such text
 */
export function columnsInText(keys: readonly UnreadColumn[], name: string, ref: string, rows: number): UnreadColumn[] {
  return keys.map((key) => ({ ...key, ref, json: (key.ref ?? key.name).slice(name.length + 1), rows }));
}

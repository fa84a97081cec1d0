import { parseExactJson } from '../text/exact-json.ts';

/** A JSON object, as the export's records hold them. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property of that name: an export may have a key `constructor`. */
export function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The same when it is a text, trimmed; otherwise an empty text. */
export function textMember(object: JsonObject, key: string): string {
  const value = member(object, key);
  return typeof value === 'string' ? value.trim() : '';
}

/** The same when it is an object, or a text with the JSON of one. */
export function objectMember(object: JsonObject, key: string): JsonObject | null {
  const value = member(object, key);
  const parsed = typeof value === 'string' ? tryParseJson(value) : value;
  return isPlainObject(parsed) ? parsed : null;
}

/** The value of a text of JSON; undefined when it is not JSON. */
export function tryParseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}

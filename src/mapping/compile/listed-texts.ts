import { comparableAddress } from '../../user/identity-keys.ts';
import { isEmpty, parseCell, textOf } from './source-value.ts';

/** Between the addresses in one cell. */
const SEPARATORS = /[\s,;|]+/;

/**
 * The texts of a list in the form in which identifiers are compared: of an array, of one that is written as JSON in a cell, or
 * of a text with separators. Null when there is something else in it.
 */
export function listOfTexts(value: unknown): ReadonlySet<string> | null {
  if (isEmpty(value)) return NONE;
  const parsed = typeof value === 'string' && value.trim().startsWith('[') ? parseCell(value) : value;
  if (typeof parsed === 'symbol') return null;
  const texts = new Set<string>();
  for (const item of Array.isArray(parsed) ? (parsed as unknown[]) : [parsed]) {
    if (isEmpty(item)) continue;
    const text = textOf(item);
    if (typeof text !== 'string') return null;
    for (const part of text.split(SEPARATORS)) if (part !== '') texts.add(comparableAddress(part));
  }
  return texts;
}

const NONE: ReadonlySet<string> = new Set();

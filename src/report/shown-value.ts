import type { ShowValue } from '../compare/compare.ts';
import { shorten } from '../text/escape.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { maskSecrets, stub } from './mask.ts';
import type { IdentifierLevel } from './report-data.ts';

const HIDDEN = '***';
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const CHARACTERS = 60;
const ENTRIES = 3;
/** A hash, its salt, and what a mistaken mapping may have put in their place. */
const SECRET = /^password_hash_info\./;

/**
 * Shows a value of a field as a report may: at `masked` a stub, whatever field it stands in; at `none` nothing, so there is
 * nothing to show with. A word of the mappings is its author's, not the user's, and stays readable. What looks like a password
 * hash is hidden at every level. The text is not escaped yet.
 */
export function valueShower(level: IdentifierLevel, words: ReadonlySet<string>): ShowValue | null {
  if (level === 'none') return null;
  const text = (field: string, value: string): string => {
    if (value === '') return '(empty)';
    if (looksLikeHash(value.trim())) return HIDDEN;
    if (words.has(value)) return maskSecrets(value);
    if (SECRET.test(field)) return HIDDEN;
    // Of an own number as sub nobody knows here whether it is somebody's phone number; a UUID is nobody's.
    const readable = level === 'full' || (field === 'sub' && UUID.test(value));
    return readable ? maskSecrets(value) : stub(value);
  };
  const show: ShowValue = (field, value) => {
    switch (typeof value) {
      case 'string':
        return shorten(text(field, value), CHARACTERS);
      case 'number':
        return shorten(text(field, String(value)), CHARACTERS);
      case 'boolean':
        return String(value);
      default:
        if (value === null) return '(cleared)';
        if (!Array.isArray(value)) return '{…}';
    }
    const list: readonly unknown[] = value;
    const first = list.slice(0, ENTRIES).map((entry) => show(field, entry));
    return shorten(`[${[...first, ...(list.length > ENTRIES ? ['…'] : [])].join(', ')}]`, CHARACTERS * 2);
  };
  return show;
}

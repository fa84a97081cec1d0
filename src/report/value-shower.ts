import type { ShowValue } from '../compare/compare.ts';
import { shorten } from '../text/escape.ts';
import { UUID } from '../text/uuid.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { maskSecrets, maskValue } from './mask.ts';
import type { IdentifierLevel } from './report-data.ts';

const HIDDEN = '***';
const MAX_CHARACTERS = 60;
const MAX_ENTRIES = 3;
/** The hash, its salt, and whatever a wrong mapping put into these fields. */
const SECRET_FIELD = /^password_hash_info\./;

/**
 * Returns how values of fields are shown: masked at `masked`, whatever the field; null at `none`, where no value is shown.
 * Words that the mappings contain are not personal and stay readable. What looks like a password hash is hidden at every
 * level. The text is not escaped yet.
 */
export function valueShower(level: IdentifierLevel, words: ReadonlySet<string>): ShowValue | null {
  if (level === 'none') return null;
  const text = (field: string, value: string): string => {
    if (value === '') return '(empty)';
    if (looksLikeHash(value.trim())) return HIDDEN;
    if (words.has(value)) return maskSecrets(value);
    if (SECRET_FIELD.test(field)) return HIDDEN;
    // A number as sub might be a phone number; a UUID is not personal.
    const readable = level === 'full' || (field === 'sub' && UUID.test(value));
    return readable ? maskSecrets(value) : maskValue(value);
  };
  const show: ShowValue = (field, value) => {
    switch (typeof value) {
      case 'string':
        return shorten(text(field, value), MAX_CHARACTERS);
      case 'number':
        return shorten(text(field, String(value)), MAX_CHARACTERS);
      case 'boolean':
        return String(value);
      default:
        if (value === null) return '(cleared)';
        if (!Array.isArray(value)) return '{…}';
    }
    const list: readonly unknown[] = value;
    const first = list.slice(0, MAX_ENTRIES).map((entry) => show(field, entry));
    return shorten(`[${[...first, ...(list.length > MAX_ENTRIES ? ['…'] : [])].join(', ')}]`, MAX_CHARACTERS * 2);
  };
  return show;
}

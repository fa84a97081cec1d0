import { isSecretName } from '../password/secret-name.ts';
import type { RecordCell } from './record-cells.ts';

const HIDDEN = '***';

/** Shorter texts are secret only as a whole, since they occur in many others, and the shortest not even then. */
const [MIN_PART, MIN_WHOLE] = [6, 3];
/** What a column like `password_set` holds is not a secret. */
const NO_SECRET = /^(?:true|false|yes|null|none|password)$/;

/** The id of an algorithm is not a secret; a wrong mapping may put anything there. */
const ALGORITHM = 'password_hash_info.algorithmTypeId';
export const ALGORITHM_ID = /^[A-Z][A-Z0-9_-]{2,40}$/;

/** Shows the values of one record, and hides its secrets wherever they appear. */
export interface ExplainedValues {
  /** A scalar, or the JSON of a list or object; null for nothing. */
  text(field: string, value: unknown): string | null;
  /** A user as it is sent, with every text in it masked. */
  json(value: unknown, field?: string): unknown;
}

/**
 * `secrets`: the values of the record that are a password, a hash or a salt. They are hidden at every level and in every
 * field, whatever the mapping does with them. `show` masks all other texts.
 */
export function explainedValues(
  secrets: readonly string[],
  show: (field: string, text: string) => string,
): ExplainedValues {
  const hidden = secrets
    .map((secret) => secret.trim().toLowerCase())
    .filter((secret) => secret.length >= MIN_WHOLE && !NO_SECRET.test(secret));
  const isSecret = (text: string): boolean => {
    const lower = text.trim().toLowerCase();
    return hidden.some((secret) => lower === secret || (secret.length >= MIN_PART && lower.includes(secret)));
  };
  const shown = (field: string, text: string): string => {
    if (text === '' || (field === ALGORITHM && ALGORITHM_ID.test(text))) return text;
    return isSecretField(field) || isSecret(text) ? HIDDEN : show(field, text);
  };
  const json = (value: unknown, field = ''): unknown => {
    if (typeof value === 'string') return shown(field, value);
    if (typeof value === 'number') {
      const text = shown(field, String(value));
      return text === String(value) ? value : text;
    }
    if (Array.isArray(value)) return value.map((item) => json(item, field));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      json(inner, field === '' ? key : `${field}.${key}`),
    ]);
    return Object.fromEntries(entries);
  };
  return {
    json,
    text: (field, value) => {
      if (value === undefined) return null;
      const made = json(value, field);
      return typeof made === 'string' ? made : JSON.stringify(made);
    },
  };
}

/** Everything about a password but its algorithm. */
function isSecretField(field: string): boolean {
  return /^password(?:$|\.)|^password_hash_info\.(?!algorithmTypeId$)/.test(field);
}

/** Whether a cell must not be shown: the password is made from it, or its name means a secret. */
export function isSecretCell({ name }: RecordCell, passwordRefs: readonly string[]): boolean {
  if (name.endsWith('algorithmTypeId')) return false;
  const isRead = passwordRefs.some((ref) => name === ref || name.startsWith(`${ref}.`) || name.startsWith(`${ref}[`));
  return isRead || isSecretName(name);
}

/** The texts in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

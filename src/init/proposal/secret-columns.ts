import { normalizeName } from '../../text/normalize-name.ts';
import type { ColumnProfile } from './column-profile.ts';

const HIDDEN = '***';

/** Words for passwords, and for what they are made of, wherever they stand in a name. */
const PASSWORD =
  /passw|passphrase|passcode|passhash|hashedpass|userpass|pwd|pwhash|psswd|kennwort|kennwoert|losungswort|geheim|credential|wachtwoord|motdepasse|contrase[nñ]a/;
/** Words too short to be looked for inside others. */
const SHORT: ReadonlySet<string> = new Set([
  ...['pass', 'pw', 'pws', 'psw', 'pin', 'pincode', 'mdp', 'senha', 'clave', 'hash', 'digest'],
  ...['salt', 'salz', 'pepper'],
]);
/** What is said about a password, and is none. */
const ABOUT =
  /(?:algorithm|algorithmus|hasher|encoder|encoding|scheme|iterations|rounds|changed|changedat|changedon|updatedat|date|datum|geaendertam|expired|expires|expiresat|required)$/;
/** Tokens, seeds of one-time passwords and the like are no data of a user. */
const SECRET =
  /token|secret|totp|apikey|(?:backup|recovery|access|login|zugangs)code|activationkey|securitystamp|concurrencystamp|(?:security|sicherheits)(?:answer|antwort)/;

/** Does a column, key or path say that it holds a password, a hash or a salt? */
export function isPasswordName(name: string): boolean {
  if (ABOUT.test(normalizeName(name))) return false;
  if (PASSWORD.test(normalizeName(name))) return true;
  const words = name.replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ').split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => SHORT.has(normalizeName(word).replace(/\d+$/, '')));
}

/** Is this a column that no field may take: a secret by its name, or hashes by its content? */
export function isSecretColumn({ ref, hashes }: ColumnProfile): boolean {
  return (
    SECRET.test(normalizeName(ref)) || isPasswordName(ref) || [...hashes.keys()].some((name) => !name.startsWith('?'))
  );
}

/**
 * What stands for a column's values in a file that others read. Of a password even the first letter is too much, and of a column
 * in which any value looks like a hash, others may be passwords in clear text.
 */
export function printableSamples(column: ColumnProfile): readonly string[] {
  if (column.samples.length === 0) return [];
  return column.hashes.size > 0 || isSecretColumn(column) ? [HIDDEN] : column.samples;
}

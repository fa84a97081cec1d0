import { normalizeName } from '../text/normalize-name.ts';

/** Words for passwords and their parts, anywhere in a name. */
const PASSWORD =
  /passw|passphrase|passcode|passhash|hashedpass|userpass|pwd|pwhash|psswd|kennwort|kennwoert|losungswort|geheim|credential|wachtwoord|motdepasse|contrase[nñ]a/;
/** Words that are too short to be matched inside other words. */
const SHORT: ReadonlySet<string> = new Set([
  ...['pass', 'pw', 'pws', 'psw', 'pin', 'pincode', 'mdp', 'senha', 'clave', 'hash', 'digest'],
  ...['salt', 'salz', 'pepper'],
]);
/** Metadata of a password. */
const ABOUT =
  /(?:algorithm|algorithmus|hasher|encoder|encoding|scheme|iterations|rounds|changed|changedat|changedon|updatedat|date|datum|geaendertam|expired|expires|expiresat|required)$/;
/** Tokens, seeds of one-time passwords and similar secrets. */
const SECRET =
  /token|secret|totp|apikey|(?:backup|recovery|access|login|zugangs)code|activationkey|securitystamp|concurrencystamp|(?:security|sicherheits)(?:answer|antwort)/;

/** Whether the name of a column, key or path means a password, a hash or a salt. */
export function isPasswordName(name: string): boolean {
  if (ABOUT.test(normalizeName(name))) return false;
  if (PASSWORD.test(normalizeName(name))) return true;
  const words = name.replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ').split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => SHORT.has(normalizeName(word).replace(/\d+$/, '')));
}

/** The same, and other secrets: tokens, seeds of one-time passwords, answers to security questions. */
export function isSecretName(name: string): boolean {
  return SECRET.test(normalizeName(name)) || isPasswordName(name);
}

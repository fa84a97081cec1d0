import { type CanaryLine, parseCanary } from '../password/canary-lines.ts';
import { InputError } from '../runtime/input-error.ts';
import type { InputName } from './inputs.ts';

/** Reads the input `password-canary`. Adds what is wrong with its lines to `problems`, without quoting them. */
export function readCanary(text: string, problems: string[]): readonly CanaryLine[] {
  try {
    return parseCanary(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

/**
 * Every text of a secret input that must be masked: the whole value and its lines; of a canary what `canaryTexts` says, of a URL
 * also its password.
 */
export function secretTexts(name: InputName, value: string): string[] {
  const lines = value.split(/\r\n|\n|\r/).map((line) => line.trim());
  const passwords = name === 'queue-url' ? passwordTexts(value.trim()) : [];
  const texts = name === 'password-canary' ? lines.flatMap(canaryTexts) : [value.trim(), ...lines, ...passwords];
  return [...new Set(texts)].filter((text) => text !== '');
}

/** The password of a URL as it is written there, and as it is meant: drivers and servers write the second one. */
function passwordTexts(url: string): string[] {
  const written = /^[a-z]+:\/\/[^/?#]*?:([^/?#]*)@/i.exec(url)?.[1];
  if (written === undefined) return [];
  try {
    return [written, decodeURIComponent(written)];
  } catch {
    return [written];
  }
}

/**
 * The line as it is, and its password where the password is no word. A mask replaces its text wherever it occurs: one for
 * `password` or `1234` would make messages and counts unreadable, and the gaps would tell the password. Leaving it out is safe,
 * since no message is made of a plaintext: `CanaryLine.plaintext` is only handed to the functions that verify hashes, whose
 * results have no text of it. Masks are the second line of defence, for what nothing else could have written.
 */
function canaryTexts(line: string): string[] {
  const comma = line.indexOf(',');
  const passwords = parsedPasswords(line) ?? [line.slice(comma + 1)];
  return [...(comma >= 0 ? [line] : []), ...passwords.filter(isDistinctive)];
}

/** As they were read, and trimmed; null of a line that is malformed. */
function parsedPasswords(line: string): string[] | null {
  try {
    return parseCanary(line).flatMap(({ plaintext }) => [plaintext, plaintext.trim()]);
  } catch {
    return null;
  }
}

const MIN_DISTINCTIVE_LENGTH = 8;
const CHARACTER_KINDS = [/\p{Lu}/u, /\p{Ll}/u, /[^\p{L}]/u];

/** Words, numbers, names of inputs and algorithms (`BCRYPT_10`, `pbkdf2-sha256`) are not: they also stand in messages. */
function isDistinctive(text: string): boolean {
  return text.length >= MIN_DISTINCTIVE_LENGTH && CHARACTER_KINDS.every((kind) => kind.test(text));
}

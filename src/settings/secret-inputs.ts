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

/** Shorter passwords also occur in ordinary words: masking them would garble the log and reveal them. */
const MIN_MASKED_LENGTH = 4;

/** Every text of a secret input that must be masked: the whole value, its lines, and the passwords of a canary. */
export function secretTexts(name: InputName, value: string): string[] {
  const lines = value.split(/\r\n|\n|\r/).map((line) => line.trim());
  const texts = [value.trim(), ...lines];
  if (name === 'password-canary')
    texts.push(...lines.flatMap(possiblePasswords).filter((text) => text.length >= MIN_MASKED_LENGTH));
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Every part of a canary line that may be its password, with and without quotes; the line may be malformed. */
function possiblePasswords(line: string): string[] {
  const tail = line.slice(line.indexOf(',') + 1);
  try {
    const read = parseCanary(line).map(({ plaintext }) => plaintext);
    return [tail, ...read, ...read.map((text) => text.trim())];
  } catch {
    return [tail];
  }
}

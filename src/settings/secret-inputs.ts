import { type CanaryLine, parseCanary } from '../password/canary-lines.ts';
import { InputError } from '../runtime/input-error.ts';
import type { InputName } from './inputs.ts';

/** Reads the input `password-canary`; what is wrong with its lines goes to `problems`, without a word of them. */
export function readCanary(text: string, problems: string[]): readonly CanaryLine[] {
  try {
    return parseCanary(text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

/** Shorter ones stand in ordinary words too: hiding them would garble the log and show where they are. */
const SHORTEST = 4;

/** Every text that a secret input must not be read by: the whole, its lines, and the passwords of a canary. */
export function secretTexts(name: InputName, value: string): string[] {
  const lines = value.split(/\r\n|\n|\r/).map((line) => line.trim());
  const texts = [value.trim(), ...lines];
  if (name === 'password-canary') texts.push(...lines.flatMap(plaintexts).filter((text) => text.length >= SHORTEST));
  return [...new Set(texts)].filter((text) => text !== '');
}

/** What may be the password of a line, well-formed or not, as it stands there and without its quotes. */
function plaintexts(line: string): string[] {
  const tail = line.slice(line.indexOf(',') + 1);
  try {
    const read = parseCanary(line).map(({ plaintext }) => plaintext);
    return [tail, ...read, ...read.map((text) => text.trim())];
  } catch {
    return [tail];
  }
}

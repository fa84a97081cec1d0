import { type CanaryLine, parseCanary } from '../password/canary-lines.ts';
import { parseSourceSecrets, sourceSecretTexts } from '../password/source-secrets.ts';
import { InputError } from '../runtime/input-error.ts';
import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';
import type { InputName } from './inputs.ts';

/** Reads the input `password-canary`. Adds what is wrong with its lines to `problems`, without quoting them. */
export function readCanary(text: string, problems: string[]): readonly CanaryLine[] {
  return readOrAdd(() => parseCanary(text), [], problems);
}

/** Reads the input `password-secrets`; as above. */
export function readSourceSecrets(text: string, problems: string[]): ReadonlyMap<string, Uint8Array> {
  return readOrAdd(() => parseSourceSecrets(text), new Map(), problems);
}

function readOrAdd<Found>(read: () => Found, none: Found, problems: string[]): Found {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return none;
  }
}

/**
 * Every text of a secret input that logs must mask: the whole value and its lines, and the password of a URL.
 *
 * Nothing shorter than `MIN_SECRET_LENGTH`: a mask replaces its text wherever it occurs, so one for `id` or `the` would make
 * messages unreadable, and the gaps would reveal it. Secrets as short are refused; a short `client-id` is not a secret. And nothing of
 * a canary, whose passwords may be ordinary words of any length: no message is made of its lines, and `CanaryPassword` cannot be
 * printed. Of `password-secrets` only the values: messages name the secrets.
 */
export function secretTexts(name: InputName, value: string): string[] {
  if (name === 'password-canary') return [];
  const passwords = name === 'queue-url' ? passwordTexts(value.trim()) : [];
  const whole = name === 'password-secrets' ? sourceSecretTexts(value) : [value, ...value.split(/\r\n|\n|\r/)];
  const texts = [...whole, ...passwords].map((text) => text.trim());
  return [...new Set(texts)].filter(({ length }) => length >= MIN_SECRET_LENGTH);
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

/** Inputs whose whole value is a secret. `state-key` and `export-key` have rules of their own. */
const CHECKED = ['client-secret', 'login-client-secret', 'github-token'] as const satisfies readonly InputName[];

/** Adds a problem for each secret that is too short to be masked; never with its value. */
export function refuseShortSecrets(text: (name: InputName) => string, problems: string[]): void {
  for (const name of CHECKED) {
    const { length } = text(name);
    if (length > 0 && length < MIN_SECRET_LENGTH)
      problems.push(
        `\`${name}\`: expected at least ${MIN_SECRET_LENGTH} characters; a shorter secret cannot be hidden in the log. Check that the whole secret is set`,
      );
  }
}

import { InputError } from '../runtime/input-error.ts';

/** A test account whose password is known. */
export interface CanaryLine {
  /** 1-based, in the input. */
  readonly line: number;
  /** A `sub`, e-mail address, user name or mobile number; trimmed. */
  readonly identifier: string;
  readonly password: CanaryPassword;
}

/**
 * The password of a test account. It may be an ordinary word, which no mask of a log could hide without revealing it, so it
 * cannot become part of a message: it is only lent to what verifies hashes.
 */
class CanaryPassword {
  readonly #plaintext: string;

  constructor(plaintext: string) {
    this.#plaintext = plaintext;
  }

  /** What `verify` finds out with it, which must hold no text of it. */
  lendTo<Found>(verify: (plaintext: string) => Promise<Found>): Promise<Found> {
    return verify(this.#plaintext);
  }

  toString(): string {
    return '(a password)';
  }

  toJSON(): undefined {
    return undefined;
  }
}

/** Each line costs a check that is slow on purpose. */
const MAX_LINES = 100;
const QUOTED = /^"((?:[^"]|"")*)"$/;
/** An identifier, quoted or not, and everything after the first comma. */
const LINE = /^\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*,(.*)$/s;

/**
 * Reads `identifier,plaintext`, one a line. Blank lines do not count. Either may be in quotes, with a quote inside them doubled;
 * without quotes the plaintext is everything after the first comma, further commas and spaces included.
 *
 * @throws InputError with a sentence for each line that is none; nothing of a line is ever quoted.
 */
export function parseCanary(text: string): readonly CanaryLine[] {
  const lines: CanaryLine[] = [];
  const problems: string[] = [];
  for (const [index, source] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (source.trim() === '') continue;
    const line = index + 1;
    const [, quoted, plain, rest] = LINE.exec(source) ?? [];
    const identifier = (quoted?.replaceAll('""', '"') ?? plain ?? '').trim();
    const plaintext = unquoted(rest ?? '');
    if (rest === undefined) problems.push(`password-canary line ${line}: must be "identifier,plaintext".`);
    else if (identifier === '') problems.push(`password-canary line ${line}: the identifier is missing.`);
    else if (plaintext === '') problems.push(`password-canary line ${line}: the plaintext is missing.`);
    else lines.push({ line, identifier, password: new CanaryPassword(plaintext) });
  }
  if (lines.length > MAX_LINES)
    problems.push(
      `password-canary has ${lines.length} lines; a few accounts are enough, and ${MAX_LINES} is the maximum.`,
    );
  if (problems.length > 0) throw new InputError(problems);
  return lines;
}

function unquoted(text: string): string {
  return QUOTED.exec(text.trim())?.[1]?.replaceAll('""', '"') ?? text;
}

import { FINGERPRINT_CHARACTERS, type Keys } from './keys.ts';
import { type OpenedFile, type Seal, writeSealed } from './sealed-file.ts';

/** What the next delta has to know about a user that the tenant has. */
export interface StateEntry {
  /** Fingerprint of the whole user as planned: while it is the same, nothing has changed. */
  readonly fingerprint: string;
  /** JSON text of `UserFingerprints`, only parsed when something changed. */
  readonly details: string;
  readonly mark: StateMark;
}

/**
 * - `missing`: the user was missing from an export, and a report listed him.
 * - `blocked`: this tool blocked him for it; he is new when he comes back.
 * - `uncertain`: he was missing, and nothing shows whether he was blocked or deleted for it; he is new when he comes back.
 */
export type StateMark = (typeof MARKS)[number];

/** A line begins with the position of its mark. */
const MARKS = ['present', 'missing', 'blocked', 'uncertain'] as const;

/** What is compared of a user when something changed. */
export type UserFingerprints = readonly [
  /** As the tenant answered it, or as it was sent; null when there is neither. */
  sub: string | null,
  /** Fingerprint of what a delta would send, without the password. */
  content: string,
  /** Fingerprint of the password; null for a user without one. */
  password: string | null,
  /** Fingerprints of the identity keys. */
  keys: readonly string[],
];

/** Version of the line format below. */
export const STATE_VERSION = 4;

export async function writeStateFile(
  path: string,
  seal: Seal,
  keys: Keys,
  entries: Iterable<StateEntry>,
): Promise<void> {
  await writeSealed(path, seal, keys, lines(entries));
}

function* lines(entries: Iterable<StateEntry>): Generator<string> {
  let text = '';
  for (const { fingerprint, details, mark } of entries) {
    text += `${MARKS.indexOf(mark)}${fingerprint}${details}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** The entries of a state file in its order, in chunks as they are decrypted. */
export async function* stateEntries(file: OpenedFile): AsyncGenerator<readonly StateEntry[]> {
  for await (const lines of file.lines()) yield lines.map(toEntry);
}

function toEntry(line: string): StateEntry {
  const end = 1 + FINGERPRINT_CHARACTERS;
  const mark = MARKS[Number(line[0])];
  if (mark === undefined) throw new TypeError('a line of the state begins with an unknown mark');
  return { mark, fingerprint: line.slice(1, end), details: line.slice(end) };
}

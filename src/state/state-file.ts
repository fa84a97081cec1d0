import { FINGERPRINT_CHARACTERS, type Keys } from './keys.ts';
import { type OpenedFile, type Seal, writeSealed } from './sealed-file.ts';

/** What the next delta has to know of a user that the tenant has. */
export interface StateEntry {
  /** Fingerprint of all that the plan had of the user: where it is the same, nothing has changed. */
  readonly whole: string;
  /** JSON text of `UserFingerprints`, only read where something changed. */
  readonly faces: string;
  /** True when the user was already missing from an export, and that was told. */
  readonly wasMissing: boolean;
}

/** What is compared of a user of whom something changed. */
export type UserFingerprints = readonly [
  /** As the tenant named it, or as it was sent; null when neither did. */
  sub: string | null,
  /** Fingerprint of what a delta would send, without the password. */
  content: string,
  /** Of the password; null for a user without one. */
  password: string | null,
  /** Fingerprints of the identity keys. */
  ids: readonly string[],
];

/** Of the lines below. */
export const STATE_VERSION = 3;

export function writeStateFile(path: string, seal: Seal, keys: Keys, entries: Iterable<StateEntry>): Promise<void> {
  return writeSealed(path, seal, keys, lines(entries));
}

function* lines(entries: Iterable<StateEntry>): Generator<string> {
  let text = '';
  for (const { whole, faces, wasMissing } of entries) {
    text += `${wasMissing ? 1 : 0}${whole}${faces}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** The entries of a state file, in its order, as many at a time as are there. */
export async function* stateEntries(file: OpenedFile): AsyncGenerator<readonly StateEntry[]> {
  for await (const lines of file.lines()) yield lines.map(toEntry);
}

function toEntry(line: string): StateEntry {
  const end = 1 + FINGERPRINT_CHARACTERS;
  return { wasMissing: line.startsWith('1'), whole: line.slice(1, end), faces: line.slice(end) };
}

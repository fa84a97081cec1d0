import { readSealed, type Seal, writeSealed } from './sealed-file.ts';

/** What the next delta has to know of a user that the tenant has. Fingerprints have 16 bytes. */
export interface StateEntry {
  /** As the tenant named it, or as it was sent; null when neither did. */
  readonly sub: string | null;
  /** Of what a delta would send, without the password. */
  readonly content: Buffer;
  /** Null for a user without a password. */
  readonly password: Buffer | null;
  /** Of the identity keys, one after the other. */
  readonly ids: Buffer;
  /** True when the user was already missing from an export, and that was told. */
  readonly wasMissing: boolean;
}

/** Of the lines below. */
export const STATE_VERSION = 1;

export function writeStateFile(path: string, seal: Seal, secret: string, entries: Iterable<StateEntry>): Promise<void> {
  return writeSealed(path, seal, secret, lines(entries));
}

function* lines(entries: Iterable<StateEntry>): Generator<string> {
  let text = '';
  for (const { sub, content, password, ids, wasMissing } of entries) {
    const line = [
      sub,
      content.toString('base64'),
      password?.toString('base64') ?? null,
      ids.toString('base64'),
      wasMissing ? 1 : 0,
    ];
    text += `${JSON.stringify(line)}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** Reads a state file. @throws BrokenSeal when it cannot be trusted. */
export async function* readStateFile(path: string, secret: string): AsyncGenerator<StateEntry> {
  for await (const line of readSealed(path, secret)) {
    const [sub, content, password, ids, missing] = JSON.parse(line) as [
      string | null,
      string,
      string | null,
      string,
      number,
    ];
    yield {
      sub,
      content: Buffer.from(content, 'base64'),
      password: password === null ? null : Buffer.from(password, 'base64'),
      ids: Buffer.from(ids, 'base64'),
      wasMissing: missing === 1,
    };
  }
}

import { InputError } from '../runtime/input-error.ts';
import { size } from '../text/number-text.ts';

/** The default: this many times the packed size … */
const MAX_RATIO = 1_000;
/** … but at least this much, since a small file of similar records may have any ratio … */
const ALWAYS_ALLOWED_BYTES = 64_000_000;
/** … and at most this much. */
const MAX_BYTES = 1_000_000_000_000;

/** A compressed export or artifact unpacks to more than is allowed. Reading it again ends the same way. */
export class UnpacksToTooMuch extends InputError {
  constructor(name: string, limit: number, setting: number | null) {
    const bound = setting === null && limit < MAX_BYTES ? ' or its ratio is above 1,000' : '';
    super([
      `${name}: it unpacks to more than ${size(limit)}${setting === null ? ', the default limit' : ', the limit of `max-unpacked`'}${bound}. If it is that large, set \`max-unpacked\` to a higher limit, such as \`${nextLimit(limit)}\`; otherwise create or transfer it again. Nothing was sent.`,
    ]);
    this.name = 'UnpacksToTooMuch';
  }
}

/** Ten times the limit, as the input takes it. */
function nextLimit(limit: number): string {
  return size(limit * 10).replace(' ', '');
}

/** Most bytes that something of `packedBytes` may unpack to. `setting`: the input `max-unpacked`; null: the default. */
export function unpackLimit(packedBytes: number, setting: number | null): number {
  if (setting !== null) return setting;
  return Math.min(MAX_BYTES, Math.max(ALWAYS_ALLOWED_BYTES, packedBytes * MAX_RATIO));
}

/** The same bytes, until they are more than the limit. @throws UnpacksToTooMuch */
export async function* limited(bytes: AsyncIterable<Buffer>, { left, tooMuch }: FileAllowance): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of bytes) {
    read += chunk.length;
    if (read > left) throw tooMuch();
    yield chunk;
  }
}

/** How many bytes one file may still unpack to. */
export interface FileAllowance {
  readonly left: number;
  readonly tooMuch: () => UnpacksToTooMuch;
}

/** What all files of an export together may unpack to. */
export class UnpackBudget {
  readonly #setting: number | null;
  readonly #artifactBytes: number | null;
  #packed = 0;
  #unpacked = 0;

  /** `artifactBytes`: size of the artifact that the files were unpacked from; null: the files themselves are what was given. */
  constructor(setting: number | null, artifactBytes: number | null) {
    this.#setting = setting;
    this.#artifactBytes = artifactBytes;
  }

  /** The allowance of the next file, from its size. */
  allow(name: string, fileBytes: number): FileAllowance {
    this.#packed += fileBytes;
    const limit = unpackLimit(this.#artifactBytes ?? this.#packed, this.#setting);
    return {
      left: Math.max(0, limit - this.#unpacked),
      tooMuch: () => new UnpacksToTooMuch(name, limit, this.#setting),
    };
  }

  /** Counts what a file was unpacked to. */
  count(bytes: number): void {
    this.#unpacked += bytes;
  }
}

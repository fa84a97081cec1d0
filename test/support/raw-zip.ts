import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip of which any field may be a lie. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  readonly method?: 0 | 8;
  readonly flags?: number;
  /** Unix mode with the type of the file. */
  readonly mode?: number;
  /** What the list of entries says. */
  readonly listed?: RawFields;
  /** What the header in front of the data says. */
  readonly local?: RawFields & { readonly name?: string };
}

interface RawFields {
  readonly size?: number;
  readonly packed?: number;
  readonly crc?: number;
  readonly extra?: Buffer;
  readonly offset?: number;
}

/** What the end of the zip says; default: the truth. */
export interface RawEnd {
  readonly count?: number;
  readonly offset?: number;
  /** Numbers of zip64, which then count: entries, offset of the list, offset of the record that has both. */
  readonly zip64?: { readonly count: bigint; readonly offset: bigint; readonly record?: bigint };
}

/** Builds a zip byte by byte (APPNOTE.TXT, 4.3): no library writes wrong ones. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, data = '', method = 8, flags = 0x800, mode = 0o100644, listed = {}, local = {} } of entries) {
    const content = Buffer.from(data as string);
    const packed = method === 8 ? deflateRawSync(content) : content;
    const truth = {
      size: content.length,
      packed: packed.length,
      crc: crc32(content),
      extra: Buffer.alloc(0),
      offset: at,
    };
    const nameBytes = Buffer.from(name as string);
    const head = { ...truth, ...local };
    const localName = local.name === undefined ? nameBytes : Buffer.from(local.name);
    const before = words([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0]);
    const header = Buffer.concat([before, sizes(head), lengths(localName, head.extra), localName, head.extra]);
    files.push(header, packed);
    at += header.length + packed.length;
    const row = { ...truth, ...listed };
    list.push(
      words([4, 0x02014b50], [2, (3 << 8) | 20], [2, 20], [2, flags], [2, method], [4, 0]),
      ...[sizes(row), lengths(nameBytes, row.extra), words([2, 0], [2, 0], [2, 0], [4, (mode << 16) >>> 0])],
      ...[words([4, row.offset]), nameBytes, row.extra],
    );
  }
  const listBytes = Buffer.concat(list);
  return Buffer.concat([...files, listBytes, ending(entries.length, at, listBytes.length, end)]);
}

function ending(count: number, offset: number, bytes: number, { zip64, ...end }: RawEnd): Buffer {
  const last = words(
    ...[[4, 0x06054b50] as const, [4, 0] as const, [2, end.count ?? count] as const, [2, end.count ?? count] as const],
    ...[[4, bytes] as const, [4, end.offset ?? offset] as const, [2, 0] as const],
  );
  if (zip64 === undefined) return last;
  const record = Buffer.concat([
    ...[words([4, 0x06064b50]), long(44n), words([2, 45], [2, 45], [4, 0], [4, 0])],
    ...[long(zip64.count), long(zip64.count), long(BigInt(bytes)), long(zip64.offset)],
  ]);
  const place = zip64.record ?? BigInt(offset + bytes);
  return Buffer.concat([record, words([4, 0x07064b50], [4, 0]), long(place), words([4, 1]), last]);
}

function sizes({ crc, packed, size }: { crc: number; packed: number; size: number }): Buffer {
  return words([4, crc], [4, packed], [4, size]);
}

function lengths(name: Buffer, extra: Buffer): Buffer {
  return words([2, name.length], [2, extra.length]);
}

/** The extra field that holds sizes of zip64. */
export function zip64Extra(...numbers: readonly bigint[]): Buffer {
  return Buffer.concat([words([2, 1], [2, numbers.length * 8]), ...numbers.map(long)]);
}

function long(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
}

function words(...parts: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    parts.map(([bytes, value]) => {
      const part = Buffer.alloc(bytes);
      part.writeUIntLE(value, 0, bytes);
      return part;
    }),
  );
}

import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

/** Users as CSV whose columns bear cidaas names, nested ones with dots; every cell in quotes. */
export function csvText(users: readonly CidaasUser[], delimiter = ','): string {
  const records = users.map((user) => flatten(user, ''));
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return [columns, ...records.map((record) => columns.map((column) => record[column] ?? ''))]
    .map((cells) => `${line(cells)}\r\n`)
    .join('');
}

function flatten(value: object, prefix: string): { [column: string]: string } {
  const pairs = Object.entries(value).flatMap(([key, inner]): (readonly [string, string])[] =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.entries(flatten(inner, `${prefix}${key}.`))
      : [[`${prefix}${key}`, typeof inner === 'string' ? inner : JSON.stringify(inner)]],
  );
  return Object.fromEntries(pairs);
}

/** How a test writes a text to disk. */
export const ENCODINGS = [
  'utf-8',
  'utf-8 with mark',
  'utf-16le with mark',
  'utf-16be with mark',
  'utf-16le',
  'windows-1252',
] as const;
export type WrittenEncoding = (typeof ENCODINGS)[number];

/** The bytes of a text. Of Windows-1252 only what is Latin-1 too, and the euro sign. */
export function encoded(text: string, encoding: WrittenEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le with mark':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be with mark':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'windows-1252':
      return Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
  }
}

export const COMPRESSIONS = { plain: '', gzip: '.gz', zstd: '.zst' } as const;
export type WrittenCompression = keyof typeof COMPRESSIONS;

export function compressed(bytes: Buffer, compression: WrittenCompression): Buffer {
  switch (compression) {
    case 'plain':
      return bytes;
    case 'gzip':
      return gzipSync(bytes);
    case 'zstd':
      return zstdCompressSync(bytes);
  }
}

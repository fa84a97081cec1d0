import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DamagedArtifact } from '../../src/publish/artifact-problem.ts';
import { unzip } from '../../src/publish/unzip.ts';
import { UnpacksToTooMuch } from '../../src/source/unpack-limit.ts';
import { type RawEnd, type RawEntry, rawZip, zip64Extra } from '../support/raw-zip.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CSV = 'email\njana@example.com\n';
const never = new AbortController().signal;

async function unzipped(bytes: Buffer, maxUnpacked: number | null = null, stop = never) {
  const folder = tempFolder();
  const [zip, to] = [folder.file('a.zip'), folder.file('to')];
  await writeFile(zip, bytes);
  const error = await unzip(zip, to, { maxUnpacked, stop }).then(
    () => null,
    (reason: unknown) => reason,
  );
  const written = existsSync(to) ? await readdir(to, { recursive: true }) : [];
  const around = await readdir(folder.path);
  return { error, to, written, around, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

const named = (name: string | Buffer): RawEntry[] => [{ name, data: CSV }];
const size = { size: 7, packed: 7 };

const HOSTILE: readonly [what: string, entries: readonly RawEntry[], why: RegExp, end?: RawEnd][] = [
  ['a NUL in a name', named('users\0.csv'), /users\\u0000\.csv has a NUL in its name/],
  ['a line break in a name', named('a\n::stop-commands::x'), /a\\n::stop-commands::x has a control character/],
  ['a name that leads out', named('../slipped.csv'), /leads out of its folder/],
  ['a name that leads out from within', named('a/../../slipped.csv'), /leads out of its folder/],
  ['an absolute name', named('/etc/cron.d/x'), /absolute path/],
  ['an absolute name of Windows', named('C:/x.csv'), /absolute path/],
  ['a backslash', named('..\\slipped.csv'), /backslash/],
  ['a name without an end', named(`${'a'.repeat(256)}.csv`), /more than 255 bytes/],
  ['a path without an end', named('ab/'.repeat(400).concat('x.csv')), /more than 255 bytes/],
  ['no name', named(''), /has no name/],
  ['an empty part in a path', named('a//b.csv'), /empty part/],
  ['the folder itself', named('.'), /empty part/],
  ['the same name twice', [...named('a.csv'), ...named('a.csv')], /a\.csv occurs twice/],
  ['a name in another case', [...named('users.csv'), ...named('Users.CSV')], /Users\.CSV occurs twice/],
  ['a name in another normal form', [...named('é.csv'), ...named('e\u0301.csv')], /occurs twice/],
  ['a file that is a folder too', [...named('a'), ...named('a/b.csv')], /a is a file and a folder/],
  ['a file named like a folder', [{ name: 'a/', data: CSV }], /file in place of a folder/],
  ['a folder in place of a file', [{ name: 'users.csv', mode: 0o040755 }], /folder in place of a file/],
  ['a link', [{ name: 'passwd', data: '/etc/passwd', mode: 0o120777 }], /such as a link/],
  ['a device', [{ name: 'zero', mode: 0o020666 }], /such as a link/],
  ['a pipe', [{ name: 'pipe', mode: 0o010666 }], /such as a link/],
  ['encryption', [{ name: 'a.csv', data: CSV, flags: 0x801 }], /is encrypted/],
  ['another size in front of the data', [{ name: 'a.csv', data: CSV, local: { size: 1 } }], /two headers .* differ/],
  ['another packed size there', [{ name: 'a.csv', data: CSV, local: { packed: 1 } }], /two headers .* differ/],
  ['another name there', [{ name: 'a.csv', data: CSV, local: { name: 'b.csv' } }], /two headers .* differ/],
  [
    'another size in zip64 there',
    [{ name: 'a.csv', data: CSV, local: { size: 0xffffffff, extra: zip64Extra(9n) } }],
    /two headers .* differ/,
  ],
  ['entries that overlap', [...named('a.csv'), { name: 'b.csv', data: CSV, listed: { offset: 0 } }], /overlaps|differ/],
  [
    'an entry within another',
    [
      { name: 'a', data: rawZip(named('b')), method: 0 },
      { name: 'b', data: CSV, listed: { offset: 31 } },
    ],
    /overlaps/,
  ],
  [
    'stored data of two sizes',
    [{ name: 'a', data: 'abcdefg', method: 0, listed: { ...size, size: 9 } }],
    /not a complete zip/,
  ],
  [
    'an entry behind the end of the file',
    [{ name: 'a', data: CSV, listed: { packed: 1e6 }, local: { packed: 1e6 } }],
    /not a complete zip/,
  ],
  [
    'a place of zip64 that no file has',
    [{ name: 'a', data: CSV, listed: { offset: 0xffffffff, extra: zip64Extra(2n ** 63n) } }],
    /not a complete zip/,
  ],
  ['a list of zip64 that is nowhere', named('a'), /not a complete zip/, { zip64: { count: 1n, offset: 2n ** 62n } }],
  [
    'a record of zip64 that is nowhere',
    named('a'),
    /not a complete zip/,
    { zip64: { count: 1n, offset: 0n, record: 2n ** 60n } },
  ],
  ['billions of entries', named('a'), /more than 10,000 entries/, { zip64: { count: 2n ** 63n, offset: 0n } }],
  ['more entries than there are', named('a'), /not a complete zip/, { count: 9 }],
];

test.each(HOSTILE)('a zip with %s is refused before anything is written', async (_, entries, why, end) => {
  using result = await unzipped(rawZip(entries, end));
  expect(result.error).toBeInstanceOf(DamagedArtifact);
  expect((result.error as Error).message).toMatch(why);
  expect((result.error as Error).message).not.toMatch(/\p{Cc}/u);
  expect(result.around).toEqual(['a.zip']);
});

const LYING: readonly [what: string, entries: readonly RawEntry[]][] = [
  ['fewer bytes than listed', [{ name: 'a.csv', data: CSV, listed: { size: 50 }, local: { size: 50 } }]],
  ['more bytes than listed', [{ name: 'a.csv', data: CSV, listed: { size: 3 }, local: { size: 3 } }]],
  ['another checksum', [{ name: 'a.csv', data: CSV, listed: { crc: 1 }, local: { crc: 1 } }]],
];

test.each(LYING)('an entry with %s is no file of an export', async (_, entries) => {
  using result = await unzipped(rawZip(entries));
  expect(result.error).toBeInstanceOf(DamagedArtifact);
  expect((result.error as Error).message).toMatch(/another size or checksum/);
  expect(result.around).toEqual(['a.zip', 'to']);
});

test('a zip of 10,001 entries is refused without reading them', async () => {
  using many = await unzipped(rawZip(named('a'), { count: 10_001 }));
  expect((many.error as Error).message).toMatch(/more than 10,000 entries/);
});

test('whatever a zip says about modes and whatever the umask is, only the current user can read what was unpacked', async () => {
  const before = process.umask(0);
  try {
    using result = await unzipped(
      rawZip([
        { name: 'eu/', mode: 0o040777 },
        { name: 'eu/users.csv', data: CSV, mode: 0o104777 },
        { name: 'us/deep/users.csv', data: CSV, mode: 0o102666 },
      ]),
    );
    expect(result.error).toBeNull();
    const modes = await Promise.all(
      ['', ...result.written].map(async (name) => {
        const found = await stat(join(result.to, name));
        return [name, found.isDirectory() ? 'folder' : 'file', found.mode & 0o7777];
      }),
    );
    expect(modes).toHaveLength(6);
    for (const [name, kind, mode] of modes) expect([name, mode]).toEqual([name, kind === 'folder' ? 0o700 : 0o600]);
  } finally {
    process.umask(before);
  }
});

test('what honest programs write is unpacked: sizes behind the data, zip64, folders, names of all languages', async () => {
  const follow = { size: 0, packed: 0, crc: 0 };
  const large = { size: 0xffffffff, packed: 0xffffffff };
  const packed = BigInt(rawZip([{ name: '', data: CSV }]).readUInt32LE(18));
  const sizes = zip64Extra(BigInt(CSV.length), packed);
  using result = await unzipped(
    rawZip([
      { name: 'eu/', mode: 0o040755 },
      { name: 'eu/Müller – кадры.csv', data: CSV },
      { name: 'EU/other.csv', data: CSV, method: 0 },
      { name: 'zip64.csv', data: CSV, listed: { ...large, extra: sizes }, local: { ...large, extra: sizes } },
      { name: 'empty.csv' },
      // Last, since the test leaves the sizes behind the data out.
      { name: 'streamed.csv', data: CSV, flags: 0x808, local: follow },
    ]),
  );
  expect(result.error).toBeNull();
  for (const name of ['eu/Müller – кадры.csv', 'EU/other.csv', 'zip64.csv', 'streamed.csv'])
    expect(await readFile(join(result.to, name), 'utf8'), name).toBe(CSV);
  expect(await readFile(join(result.to, 'empty.csv'), 'utf8')).toBe('');
});

test('a zip bomb is refused by the sizes that it lists, and with lies about them by its bytes', async () => {
  const data = Buffer.alloc(65_000_000);
  using honest = await unzipped(rawZip([{ name: 'zeros.csv', data }]));
  expect(honest.error).toBeInstanceOf(UnpacksToTooMuch);
  expect((honest.error as Error).message).toMatch(
    /^The artifact: it unpacks to more than 64 MB, .* set `max-unpacked`/,
  );
  expect(honest.written).toEqual([]);
  using lying = await unzipped(rawZip([{ name: 'zeros.csv', data, listed: { size: 9 }, local: { size: 9 } }]));
  expect((lying.error as Error).message).toMatch(/another size or checksum/);
  expect((await stat(join(lying.to, 'zeros.csv'))).size).toBeLessThanOrEqual(9);
  using allowed = await unzipped(rawZip([{ name: 'zeros.csv', data }]), 65_000_000);
  expect(allowed.error).toBeNull();
});

test('a stopped run does not go on unpacking', async () => {
  const stop = AbortSignal.abort('stopped');
  using result = await unzipped(rawZip(named('a.csv')), null, stop);
  expect(result.error).toBe('stopped');
  expect(result.written).toEqual([]);
});

import { expect, test } from 'vitest';
import { KNOWN_PASSWORDS } from './bcrypt-hashes.ts';
import { EXPORT_COLUMNS, exportRow } from './export-row.ts';
import { type ExportOptions, expectedOutcomes, generateExport, generateRows } from './generate-export.ts';

const bytesOf = (options: ExportOptions): Buffer => Buffer.concat([...generateExport(options)]);
const DEMO = { seed: 1, users: 10_000 };

test('the same seed gives the same bytes, another seed others', () => {
  const options: ExportOptions = { seed: 4, users: 3000 };
  expect(bytesOf(options).equals(bytesOf(options))).toBe(true);
  expect(bytesOf({ ...options, seed: 5 }).equals(bytesOf(options))).toBe(false);
});

test('a longer export begins with the shorter one, and a row is the same on its own', () => {
  const short = bytesOf({ seed: 4, users: 500 });
  expect(bytesOf({ seed: 4, users: 900 }).subarray(0, short.length).equals(short)).toBe(true);
  for (const row of generateRows({ seed: 4, users: 500 })) expect(exportRow(4, row.row, false)).toEqual(row);
});

test('the dirt of 10,000 rows is some per cent of each sort, and adds up', () => {
  const { outcomes, traps } = expectedOutcomes(DEMO);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(DEMO.users);
  for (const [outcome, least, most] of [
    ['invalid', 100, 200],
    ['skipped', 100, 200],
    ['duplicate', 70, 130],
    ['failed', 1, 30],
  ] as const) {
    expect(outcomes[outcome]).toBeGreaterThanOrEqual(least);
    expect(outcomes[outcome]).toBeLessThanOrEqual(most);
  }
  expect([...traps.values()].every((count) => count > 0)).toBe(true);
  expect(traps.size).toBe(20);
});

test('a clean export has no trap', () => {
  const { outcomes, traps } = expectedOutcomes({ ...DEMO, clean: true });
  expect(outcomes.created).toBe(DEMO.users);
  expect([...traps.keys()]).toEqual(['plain']);
});

test('customer numbers, e-mails and mobile numbers are unique but for duplicates and twins', () => {
  const seen = new Map<string, number>();
  for (const { row, trap, original, cells } of generateRows(DEMO)) {
    const mail = cells['E-Mail'].trim().toLowerCase();
    for (const key of [`no ${cells.Kundennummer}`, `mail ${mail}`, `mobile ${cells.Mobil.replace(/\D/g, '')}`]) {
      if (key === 'mail ' || key === 'mobile ') continue;
      const first = seen.get(key);
      if (first === undefined) seen.set(key, row);
      else expect([trap, original]).toEqual([key.startsWith('mail') ? trap : 'duplicate', first]);
    }
    if (trap === 'case-twin') expect(exportRow(1, original ?? 0, false).cells['E-Mail']).not.toBe(cells['E-Mail']);
    if (trap === 'duplicate') expect(exportRow(1, original ?? 0, false).cells).toEqual(cells);
  }
});

test('nobody can be reached: e-mails are of example domains, phone numbers from ranges kept free', () => {
  for (const { trap, cells } of generateRows(DEMO)) {
    if (trap !== 'bad-email' && trap !== 'undeliverable' && cells['E-Mail'] !== '') {
      expect(cells['E-Mail'].trim()).toMatch(/^[a-z.\-_]+\d+@example\.(com|org|net)$/i);
    }
    const digits = (text: string) => text.replace(/\D/g, '').replace(/^(0049|49|0)0?/, '');
    if (trap !== 'bad-phone') {
      expect(digits(cells.Telefon)).toMatch(/^$|^(3023125|4066969|6990009|8999998|2214710)\d{3}$/);
    }
    expect(digits(cells.Mobil)).toMatch(/^$|^(17139200|176040690)\d\d$/);
  }
});

test('hashes are bcrypt by every character, and some belong to a known password', () => {
  const known = new Map(KNOWN_PASSWORDS.map(({ hash, password }) => [hash, password]));
  let real = 0;
  for (const { cells, password, trap } of generateRows(DEMO)) {
    if (trap === 'no-password' || trap === 'guest') expect([cells.Passwort, password]).toEqual(['', null]);
    else expect(cells.Passwort).toMatch(/^\$2y\$10\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{30}[.CGKOSWaeimquy26]$/);
    expect(password).toBe(known.get(cells.Passwort) ?? null);
    if (password !== null) real++;
  }
  expect(real).toBeGreaterThan(20);
});

test('CSV: a header, one record a row, quotes where they are needed, two widths that do not fit', () => {
  const text = bytesOf({ seed: 1, users: 2000, delimiter: ',' }).toString();
  const lines = text.replace(/"(?:[^"]|"")*"/g, 'x').split('\r\n');
  expect(lines[0]).toBe(EXPORT_COLUMNS.join(','));
  expect(lines.pop()).toBe('');
  expect(lines).toHaveLength(2001);
  const widths = new Map<number, number>();
  for (const line of lines) widths.set(line.split(',').length, (widths.get(line.split(',').length) ?? 0) + 1);
  expect([...widths.keys()].sort()).toEqual([14, 15, 16]);
  expect(text).toMatch(/;"[^"]*\n[^"]*"|,"[^"]*\n[^"]*"/);
});

test('NDJSON and JSON hold the same cells', () => {
  const rows = [...generateRows({ seed: 1, users: 1000 })].map((row) => (row.trap === 'broken' ? 'broken' : row.cells));
  const ndjson = bytesOf({ seed: 1, users: 1000, format: 'ndjson' }).toString().trimEnd().split('\n');
  expect(ndjson.map((line) => JSON.parse(line))).toEqual(rows);
  expect(JSON.parse(bytesOf({ seed: 1, users: 1000, format: 'json' }).toString())).toEqual(rows);
  expect(JSON.parse(bytesOf({ seed: 1, users: 0, format: 'json' }).toString())).toEqual([]);
});

test.each([
  ['utf-8', 'utf-8', false],
  ['utf-8-bom', 'utf-8', true],
  ['utf-16le', 'utf-16le', true],
  ['windows-1252', 'windows-1252', false],
] as const)('%s holds every letter', (encoding, label, mark) => {
  const plain = bytesOf({ seed: 1, users: 2000 }).toString('utf8');
  const bytes = bytesOf({ seed: 1, users: 2000, encoding });
  const decoded = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  expect(decoded.startsWith('\ufeff')).toBe(mark);
  expect(decoded.replace(/^\ufeff/, '')).toBe(plain);
  // Letters that Windows-1252 has where Latin-1 has control characters.
  expect(plain).toMatch(/[šŠžŽ]/);
});

test('a billion rows begin at once, in chunks that do not grow', () => {
  const sizes: number[] = [];
  for (const chunk of generateExport({ seed: 1, users: 1_000_000_000 })) {
    sizes.push(chunk.length);
    if (sizes.length === 100) break;
  }
  expect(Math.max(...sizes)).toBeLessThan(80_000);
  expect(Math.min(...sizes)).toBeGreaterThan(60_000);
});

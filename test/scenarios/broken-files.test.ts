import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openScenario, type Scenario, type ScenarioResult } from '../support/in-process.ts';
import { asShown, errorsOf } from '../support/shown.ts';

/** Stands in every broken file; no error may show any of it. */
const HASH = `$2b$10$${'canary/'.repeat(8).slice(0, 53)}`;
const CANARIES = ['quentin.canary@example.com', 'Quentinius', HASH, '+4915112345678'];
const RECORD = `${CANARIES.join(',')},BCRYPT_10`;
const HEADER = 'email,given_name,password_hash_info.passwordHash,mobile_number,password_hash_info.algorithmTypeId';
const CSV = `${HEADER}\n${RECORD}\n`;

function expectError(scenario: Scenario, result: ScenarioResult, ...messages: RegExp[]): void {
  expect(result.exitCode).toBe(1);
  expect(result.outputs.outcome).toBe('error');
  expect(scenario.sandbox.counters.bulkRequests).toBe(0);
  expect(errorsOf(result)).toEqual(messages.map((message) => expect.stringMatching(message)));
  for (const message of messages) expect(asShown(result.summary)).toMatch(new RegExp(message, 'm'));
  expect(result.everything, 'a stack trace').not.toMatch(/\n\s+at |Error:/);
  for (const canary of CANARIES) expect(result.everything).not.toContain(canary);
}

const zip = (names: readonly string[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, Buffer.from(CSV)]))));

const broken: [trap: string, name: string, content: string | Buffer, error: RegExp][] = [
  ['an unclosed quote', 'users.csv', `${CSV}${RECORD}\n"${RECORD}\n${RECORD}\n`, /^users\.csv:4: .*quote.*not closed/],
  ['text after a closing quote', 'users.csv', `${CSV}"${CANARIES[0]}" x,y,z\n`, /^users\.csv:3: .*quote/],
  [
    'bytes that are not UTF-8 in a file with valid ones',
    'users.csv',
    Buffer.concat([Buffer.from(`${CSV}Zoë,\n`), Buffer.from('M\xfcller,x\n', 'latin1')]),
    /^users\.csv:4: .*bytes that are not utf-8.*mixes encodings/,
  ],
  ['a NUL', 'users.csv', `${CSV}${RECORD}\n\0,\n`, /^users\.csv:4: there is a NUL/],
  [
    'a column twice',
    'users.csv',
    `email,${HEADER}\n${RECORD},x\n`,
    /^users\.csv:1: the header has "email" more than once/,
  ],
  ['a record where the header should be', 'users.csv', `${RECORD}\n${RECORD}\n`, /^users\.csv:1: .*header/],
  ['nothing in it', 'users.csv', '', /^users\.csv is empty/],
  ['blank lines in it', 'users.csv', '\n \n\r\n', /^users\.csv is empty/],
  ['a header alone', 'users.csv', `${HEADER}\n`, /0 rows, fewer than min-rows/],
  ['a ZIP archive in it', 'users.csv', zip(['users.csv']), /^users\.csv is a ZIP archive/],
  [
    'an Excel workbook in it',
    'users.xlsx',
    zip(['[Content_Types].xml', 'xl/workbook.xml']),
    /^users\.xlsx is an Excel workbook/,
  ],
  ['a log-in page in it', 'users.csv', `<!doctype html><title>${RECORD}</title>`, /^users\.csv is an HTML page/],
  ['a JSON object in it', 'users.json', `{\n"users": ["${CANARIES[0]}"]}`, /^users\.json is one JSON object/],
  [
    'JSON that is cut off',
    'users.json',
    `[{"email":"${CANARIES[0]}"},\n{"email":"${CANARIES[0]}"`,
    /^users\.json:2: .*truncated/,
  ],
  [
    'JSON with a missing comma',
    'users.json',
    `[{"email":"${CANARIES[0]}"}\n{"email":"x"}]`,
    /^users\.json:2: .*not valid JSON/,
  ],
  [
    'damaged gzip',
    'users.csv.gz',
    gzipSync(CSV.repeat(50)).subarray(0, -20),
    /^users\.csv\.gz is damaged or truncated/,
  ],
  [
    'damaged zstd',
    'users.csv.zst',
    zstdCompressSync(CSV.repeat(50)).subarray(0, -5),
    /^users\.csv\.zst is damaged or truncated/,
  ],
  ['gzip in gzip', 'users.csv.gz', gzipSync(gzipSync(CSV)), /^users\.csv\.gz is compressed twice/],
];

describe('a broken file is one clear error before anything is sent', () => {
  it.each(broken)('%s', async (_, name, content, error) => {
    await using scenario = await openScenario();
    await scenario.write(name, content);
    expectError(scenario, await scenario.run({ export: name }), error);
  });

  it.each([
    ['a folder', 'exports', /^exports is a folder\. Name the files in it/],
    ['a file that is not there', 'user.csv', /^user\.csv: file not found/],
    ['a pattern that nothing matches', '*.ndjson', /^\*\.ndjson: no matching file in /],
  ])('%s', async (_, pattern, error) => {
    await using scenario = await openScenario();
    await mkdir(join(scenario.workspace, 'exports'));
    await scenario.write('users.csv', CSV);
    expectError(scenario, await scenario.run({ export: pattern }), error);
  });

  it.each([
    ['encoding', { encoding: 'utf-8' }, Buffer.from(`${HEADER}\nM\xfcller\n`, 'latin1'), /^users\.csv:2: .*not utf-8/],
    [
      'encoding against the mark',
      { encoding: 'utf-8' },
      Buffer.from(`\ufeff${CSV}`, 'utf16le'),
      /byte-order mark of utf-16le/,
    ],
    ['format', { format: 'json' }, CSV, /^users\.csv is not a JSON array/],
  ])('a wrong %s', async (_, inputs, content, error) => {
    await using scenario = await openScenario();
    await scenario.write('users.csv', content);
    expectError(scenario, await scenario.run({ export: 'users.csv', ...inputs }), error);
  });

  it('all broken files of an export, and a mapping that cannot be read, are named at once', async () => {
    await using scenario = await openScenario();
    await scenario.write('a.csv', '');
    await scenario.write('b.csv', `email,email\n${CANARIES[0]},x\n`);
    await scenario.write('c.csv', CSV);
    await scenario.write('mapping.yml', 'fields:\n  emial: email\n');
    const result = await scenario.run({ export: '*.csv', mapping: 'mapping.yml' });
    expectError(
      scenario,
      result,
      /^a\.csv is empty/,
      /^b\.csv:1: the header has "email"/,
      /^mapping\.yml:2: .*"emial".*"email"/,
    );
  });

  it('an unclosed quote in 100 MB', { timeout: 30_000 }, async () => {
    await using scenario = await openScenario();
    const file = await open(join(scenario.workspace, 'users.csv'), 'w');
    await file.write(`${CSV}${RECORD}\n"${RECORD}\n`);
    const megabyte = `${RECORD}\n`.repeat(Math.ceil(1_000_000 / RECORD.length));
    for (let written = 0; written < 100; written++) await file.write(megabyte);
    await file.close();
    const result = await scenario.run({ export: 'users.csv' });
    expectError(scenario, result, /^users\.csv:4: .*has a quote that is not closed/);
    expect(result.everything.length).toBeLessThan(100_000);
  });
});

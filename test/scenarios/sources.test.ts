import { describe, expect, it } from 'vitest';
import {
  COMPRESSIONS,
  compressed,
  csvText,
  ENCODINGS,
  encoded,
  type WrittenCompression,
} from '../support/export-text.ts';
import { expectClosedAccounts, expectStored, ndjson, openScenario, someUsers } from '../support/in-process.ts';

/** A few users for each file; the euro sign is what tells Windows-1252 from Latin-1. */
const users = someUsers(24).map((user) => ({ ...user, nickname: `Zoë €${user.sub.slice(-2)}` }));
const perFile = users.length / ENCODINGS.length;

const writers = {
  csv: (some: typeof users) => csvText(some),
  ndjson,
  json: (some: typeof users) => JSON.stringify(some, null, 2),
} as const;
const formats = Object.keys(writers) as (keyof typeof writers)[];
const compressions = Object.keys(COMPRESSIONS) as WrittenCompression[];

describe('an export is read whatever it is written in', () => {
  it.each(formats.flatMap((format) => compressions.map((compression) => [format, compression] as const)))(
    '%s, %s, in every encoding, as one export of several files',
    async (format, compression) => {
      await using scenario = await openScenario();
      for (const [at, encoding] of ENCODINGS.entries()) {
        const text = writers[format](users.slice(at * perFile, (at + 1) * perFile));
        const name = `part-${at}.${format}${COMPRESSIONS[compression]}`;
        await scenario.write(name, compressed(encoded(text, encoding), compression));
      }
      const result = await scenario.run({ export: 'part-*', 'batch-size': '10' });
      expectClosedAccounts(result);
      expect(result.exitCode).toBe(0);
      expectStored(scenario.sandbox, users);
      expect(result.report.export.files.map(({ name, ...file }) => [name, file.format, file.encoding])).toEqual(
        ENCODINGS.map((encoding, at) => [
          `part-${at}.${format}${COMPRESSIONS[compression]}`,
          format,
          encoding.replace(' with mark', ''),
        ]),
      );
      expect(result.report.successes.map(({ row, file }) => [row, file])).toEqual(
        users.map((_, at) => [at + 1, `part-${Math.floor(at / perFile)}.${format}${COMPRESSIONS[compression]}`]),
      );
    },
  );

  it.each([
    [',', 'comma'],
    [';', 'semicolon'],
    ['\t', 'tab'],
    ['|', 'pipe'],
  ])('CSV with the delimiter %j, found out, reported and set', async (delimiter, name) => {
    await using scenario = await openScenario();
    await scenario.write('users.txt', csvText(users, delimiter));
    const found = await scenario.run({ export: 'users.txt', mode: 'plan' });
    expect(found.log).toContain(name);
    const set = await scenario.run({ export: 'users.txt', delimiter: name, format: 'csv', encoding: 'utf-8' });
    expect(set.exitCode).toBe(0);
    expectStored(scenario.sandbox, users);
  });
});

it('tells file, row and line of a record that is broken, and sends the others', async () => {
  await using scenario = await openScenario();
  await scenario.write('a.csv', 'email,nickname\r\na@example.com,"over\r\ntwo lines"\r\n\r\nb@example.com,fine\r\n');
  await scenario.write(
    'b.csv',
    'email,nickname\nc@example.com,"over\ntwo lines"\nd@example.com,too,many\ne@example.com\n',
  );
  await scenario.write('c.ndjson', '{"email":"f@example.com"}\n\n{"email":\n["g@example.com"]\n');
  const result = await scenario.runBundle({
    export: 'a.csv\nb.csv\nc.ndjson',
    'fail-above': '4',
    'abort-above': '50%',
  });
  expectClosedAccounts(result);
  expect(result.exitCode).toBe(0);
  expect(result.report.successes.map(({ row, file, line }) => [row, file, line])).toEqual([
    [1, 'a.csv', 2],
    [2, 'a.csv', 5],
    [3, 'b.csv', 2],
    [6, 'c.ndjson', 1],
  ]);
  expect(result.report.failures.map(({ row, file, line, code }) => [row, file, line, code])).toEqual([
    [4, 'b.csv', 4, 'record.columns'],
    [5, 'b.csv', 5, 'record.columns'],
    [7, 'c.ndjson', 3, 'record.json'],
    [8, 'c.ndjson', 4, 'record.json'],
  ]);
  expect([...scenario.sandbox.users().values()].map(({ identities }) => identities[0]?.email).sort()).toEqual([
    'a@example.com',
    'b@example.com',
    'c@example.com',
    'f@example.com',
  ]);
});

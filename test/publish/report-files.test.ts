import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { StatementSync } from 'node:sqlite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { warningsIn } from '../../src/ledger/row-warnings.ts';
import type { LedgerRow, Outcome } from '../../src/plan/row.ts';
import { openReportDir, writeReport } from '../../src/publish/report-files.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { openLedger } from '../support/open-ledger.ts';
import { ledgerRow, MESSY_FAILURES, NO_WARNINGS, reportHead, totalsOf } from '../support/report-builder.ts';
import { tempFolder } from '../support/temp-folder.ts';

const CREATED = 2_000;
/** Users that are compressed together: more chunks than stay unpacked. */
const CHUNK = 100;
const WARNING = { code: 'sub.missing', field: null, message: 'No sub.', hint: 'Give it one.' };

afterEach(() => {
  vi.restoreAllMocks();
});

const SUCCESSES = [
  ledgerRow({ row: 1, outcome: 'created' }),
  ledgerRow({ row: 3, outcome: 'updated' }),
  ledgerRow({ row: 4, outcome: 'planned' }),
];
const ROWS = [
  ...SUCCESSES,
  ...MESSY_FAILURES,
  ledgerRow({ row: 6, outcome: 'skipped' }),
  ledgerRow({ row: 7, outcome: 'unchanged' }),
];

function rows(outcomes: readonly Outcome[]): LedgerRow[] {
  return ROWS.filter(({ outcome }) => outcomes.includes(outcome)).sort((a, b) => a.row - b.row);
}

test('each created row is read once, and so is each warning', async () => {
  using folder = tempFolder();
  using ledger = openLedger(folder.file('l.db'));
  for (let from = 1; from <= CREATED; from += CHUNK) {
    const users = Array.from({ length: CHUNK }, (_, at) => ({
      ...{ row: from + at, file: 0, line: from + at + 1, outcome: 'planned' as const, body: '{}' },
      ...{ identifiers: { sub: `sub-${from + at}` }, warnings: from === 1 ? [WARNING] : [] },
    }));
    ledger.add(users);
    ledger.settle(users.map(({ row }) => ({ row, outcome: 'created' })));
  }
  const get = vi.spyOn(StatementSync.prototype, 'get');
  const warned = warningsIn(ledger);
  const read = { created: 0, warnings: 0 };
  function* counted<Row>(found: Iterable<Row>, kind: keyof typeof read): Generator<Row> {
    for (const row of found) {
      read[kind]++;
      yield row;
    }
  }
  const { json, html } = await writeReport({
    dir: folder.file('report'),
    head: reportHead({ totals: ledger.totals() }),
    rows: (outcomes) => counted(ledger.rows(outcomes), 'created'),
    warnings: { ...warned, rows: () => counted(warned.rows(), 'warnings') },
    level: 'masked',
  });
  const unpacked = get.mock.contexts.filter((query) =>
    (query as StatementSync).sourceSQL.includes('SELECT users FROM user_chunk'),
  );
  vi.restoreAllMocks();
  expect(read).toEqual({ created: CREATED, warnings: CHUNK });
  // The rows with a warning are read again for their warnings.
  expect(unpacked).toHaveLength(CREATED / CHUNK + 1);
  expect(JSON.parse(await readFile(json, 'utf8')).successes).toHaveLength(CREATED);
  expect(await readFile(html, 'utf8')).toMatch(/,"sub-2000"\]\n\]<\/script>\n<script[^>]*>\{"end":2000\}/);
});

test('a folder that cannot be made is refused before there is a report', async () => {
  using folder = tempFolder();
  await writeFile(folder.file('file'), '');
  const refused = await openReportDir(folder.file('file/report')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(InputError);
  expect((refused as InputError).problems).toEqual([expect.stringMatching(/^`report-dir`: .* \(ENOTDIR\)/)]);
  await openReportDir(folder.file('deep/report'));
  expect(await readdir(folder.file('deep/report'))).toEqual([]);
});

test('a file in place of report-dir, or a folder in place of its files, is named before there is a report', async () => {
  using folder = tempFolder();
  await writeFile(folder.file('file'), '');
  await expect(openReportDir(folder.file('file'))).rejects.toThrow(/^`report-dir`: .*file is not a folder/);
  await mkdir(folder.file('report/report.json'), { recursive: true });
  await expect(openReportDir(folder.file('report'))).rejects.toThrow(/^`report-dir`: .*report\.json is a folder/);
});

describe('writeReport', () => {
  test('writes the four files and keeps the failures for the summary', async () => {
    using folder = tempFolder();
    const dir = folder.file('deep/report');
    const written = await writeReport({
      dir,
      head: reportHead({ totals: totalsOf(ROWS) }),
      rows,
      warnings: NO_WARNINGS,
      level: 'masked',
      notes: ['Stopped by hand.'],
    });
    expect(await readdir(dir)).toEqual(['failures.csv', 'report.html', 'report.json', 'warnings.csv']);
    const report = JSON.parse(await readFile(written.json, 'utf8'));
    expect(report.failures.map(({ row }: { row: number }) => row)).toEqual([2, 5, 8, 9, 10]);
    expect(report.successes.map(({ row }: { row: number }) => row)).toEqual([1, 3]);
    expect((await readFile(written.failuresCsv, 'utf8')).split('\r\n')).toHaveLength(7);
    expect(await readFile(written.html, 'utf8')).toContain('<p>Stopped by hand.</p>');
    expect(written.failures.groups()).toHaveLength(5);
  });

  test('in mode plan the planned rows are the successes', async () => {
    using folder = tempFolder();
    const { json } = await writeReport({
      dir: folder.path,
      head: reportHead({ mode: 'plan' }),
      rows,
      warnings: NO_WARNINGS,
      level: 'none',
    });
    expect(JSON.parse(await readFile(json, 'utf8')).successes.map(({ row }: { row: number }) => row)).toEqual([4]);
  });

  test('replaces an older report, and follows no link that lies in its way', async () => {
    using folder = tempFolder();
    await mkdir(folder.file('report'));
    await writeFile(folder.file('victim'), 'untouched');
    await symlink(folder.file('victim'), folder.file('report/report.json.part'));
    await symlink(folder.file('victim'), folder.file('report/failures.csv'));
    await writeFile(folder.file('report/report.html'), 'old');
    const { failuresCsv, html } = await writeReport({
      dir: folder.file('report'),
      head: reportHead(),
      rows,
      warnings: NO_WARNINGS,
      level: 'masked',
    });
    expect(await readFile(folder.file('victim'), 'utf8')).toBe('untouched');
    expect(await readFile(failuresCsv, 'utf8')).toMatch(/^row,file,/);
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('a folder that is a file is said to be the problem', async () => {
    using folder = tempFolder();
    await writeFile(folder.file('taken'), '');
    const dir = folder.file('taken');
    await expect(
      writeReport({ dir, head: reportHead(), rows, warnings: NO_WARNINGS, level: 'masked' }),
    ).rejects.toThrow(`The report cannot be written to ${dir} (EEXIST). Set \`report-dir\` to a writable folder.`);
  });

  test('rows that cannot be read leave no half a file behind', async () => {
    using folder = tempFolder();
    function* broken(): Generator<LedgerRow> {
      yield ledgerRow({ row: 1 });
      throw new Error('the ledger is damaged');
    }
    const source = {
      dir: folder.path,
      head: reportHead(),
      rows: broken,
      warnings: NO_WARNINGS,
      level: 'masked',
    } as const;
    await expect(writeReport(source)).rejects.toThrow('the ledger is damaged');
    expect(await readdir(folder.path)).toEqual([]);
  });
});

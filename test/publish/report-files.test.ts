import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { LedgerRow, Outcome } from '../../src/plan/row.ts';
import { openReportDir, writeReport } from '../../src/publish/report-files.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { ledgerRow, MESSY_FAILURES, reportHead, totalsOf } from '../support/report-builder.ts';
import { tempFolder } from '../support/temp-folder.ts';

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
  test('writes the three files and keeps the failures for the summary', async () => {
    using folder = tempFolder();
    const dir = folder.file('deep/report');
    const written = await writeReport({
      dir,
      head: reportHead({ totals: totalsOf(ROWS) }),
      rows,
      level: 'masked',
      notes: ['Stopped by hand.'],
    });
    expect(await readdir(dir)).toEqual(['failures.csv', 'report.html', 'report.json']);
    const report = JSON.parse(await readFile(written.json, 'utf8'));
    expect(report.failures.map(({ row }: { row: number }) => row)).toEqual([2, 5, 8, 9, 10]);
    expect(report.successes.map(({ row }: { row: number }) => row)).toEqual([1, 3]);
    expect((await readFile(written.csv, 'utf8')).split('\r\n')).toHaveLength(7);
    expect(await readFile(written.html, 'utf8')).toContain('<p>Stopped by hand.</p>');
    expect(written.failures.groups()).toHaveLength(5);
  });

  test('in mode plan the planned rows are the successes', async () => {
    using folder = tempFolder();
    const { json } = await writeReport({ dir: folder.path, head: reportHead({ mode: 'plan' }), rows, level: 'none' });
    expect(JSON.parse(await readFile(json, 'utf8')).successes.map(({ row }: { row: number }) => row)).toEqual([4]);
  });

  test('replaces an older report, and follows no link that lies in its way', async () => {
    using folder = tempFolder();
    await mkdir(folder.file('report'));
    await writeFile(folder.file('victim'), 'untouched');
    await symlink(folder.file('victim'), folder.file('report/report.json.part'));
    await symlink(folder.file('victim'), folder.file('report/failures.csv'));
    await writeFile(folder.file('report/report.html'), 'old');
    const { csv, html } = await writeReport({ dir: folder.file('report'), head: reportHead(), rows, level: 'masked' });
    expect(await readFile(folder.file('victim'), 'utf8')).toBe('untouched');
    expect(await readFile(csv, 'utf8')).toMatch(/^row,file,/);
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('a folder that is a file is said to be the problem', async () => {
    using folder = tempFolder();
    await writeFile(folder.file('taken'), '');
    const dir = folder.file('taken');
    await expect(writeReport({ dir, head: reportHead(), rows, level: 'masked' })).rejects.toThrow(
      `The report cannot be written to ${dir} (EEXIST). Set \`report-dir\` to a writable folder.`,
    );
  });

  test('rows that cannot be read leave no half a file behind', async () => {
    using folder = tempFolder();
    function* broken(): Generator<LedgerRow> {
      yield ledgerRow({ row: 1 });
      throw new Error('the ledger is damaged');
    }
    const source = { dir: folder.path, head: reportHead(), rows: broken, level: 'masked' } as const;
    await expect(writeReport(source)).rejects.toThrow('the ledger is damaged');
    expect(await readdir(folder.path)).toEqual([]);
  });
});

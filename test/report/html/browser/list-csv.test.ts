import { expect, test } from 'vitest';
import { failuresCsv } from '../../../../src/report/failures-csv.ts';
import { listCsv } from '../../../../src/report/html/browser/list-csv.ts';
import { pageRow } from '../../../../src/report/html/page-row.ts';
import { explainedRow } from '../../../../src/report/language/explained-row.ts';
import { shownRow, shownRows } from '../../../../src/report/shown-row.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES } from '../../../support/report-builder.ts';
import { manyFailures, PAGE_FILES } from '../../../support/report-page.ts';

function rowsOf(rows: typeof MESSY_FAILURES) {
  return rows.map((row) => pageRow(explainedRow(shownRow(row, 'masked', PAGE_FILES), 'en')));
}

test('the filtered rows are saved in the form of failures.csv', () => {
  const csv = [...listCsv(rowsOf(MESSY_FAILURES))].join('');
  expect(csv).toBe([...failuresCsv(shownRows(MESSY_FAILURES, 'masked', PAGE_FILES))].join(''));
  expect([...listCsv(rowsOf(manyFailures(2_500)))].join('').split('\r\n')).toHaveLength(2_502);
  expect([...listCsv([])].join('').split('\r\n')).toHaveLength(2);
});

test('no cell runs as a formula', () => {
  const rows = Object.values(HOSTILE).map((text, index) =>
    ledgerRow({ row: index + 1, outcome: 'failed', code: text, field: text, message: text, hint: text }),
  );
  const csv = [...listCsv(rowsOf(rows))].join('');
  expect(csv).not.toMatch(/(?:^|[,;"\n])\s*[=+\-@]/m);
});

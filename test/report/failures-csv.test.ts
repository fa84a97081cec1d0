import { parseString } from 'fast-csv';
import { describe, expect, test } from 'vitest';
import { failuresCsv } from '../../src/report/failures-csv.ts';
import { shownRows } from '../../src/report/shown-row.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES } from '../support/report-builder.ts';

const FILES = ['users.csv', 'archive/users-2019.csv'];

function parse(csv: string): Promise<{ [column: string]: string }[]> {
  return new Promise((resolve, reject) => {
    const rows: { [column: string]: string }[] = [];
    parseString<{ [column: string]: string }, { [column: string]: string }>(csv, {
      headers: true,
      strictColumnHandling: true,
    })
      .on('data', (row) => rows.push(row))
      .on('data-invalid', () => reject(new Error('a line with another number of columns')))
      .on('error', reject)
      .on('end', () => resolve(rows));
  });
}

describe('failuresCsv', () => {
  test('has a line for every failure', async () => {
    await expect([...failuresCsv(shownRows(MESSY_FAILURES, 'masked', FILES))].join('')).toMatchFileSnapshot(
      '../golden/report/failures.csv',
    );
  });
  test('without failures there is the header', () => {
    expect([...failuresCsv([])].join('')).toBe(
      'row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number,attempts\r\n',
    );
  });
  test('identifiers at full, phone numbers kept from being sums', async () => {
    const [, otto] = await parse([...failuresCsv(shownRows(MESSY_FAILURES, 'full', FILES))].join(''));
    expect(otto).toMatchObject({ email: 'Otto.Muster@example.com', mobile_number: "'+4915112345678" });
  });
  test('hostile cells stay cells and run nothing', async () => {
    const values = Object.values(HOSTILE);
    const failures = values.map((text, index) =>
      ledgerRow({ row: index + 1, message: text, identifiers: { username: text } }),
    );
    const rows = await parse([...failuresCsv(shownRows(failures, 'full', [HOSTILE.formula]))].join(''));
    expect(rows).toHaveLength(values.length);
    for (const row of rows) {
      for (const [column, cell] of Object.entries(row)) {
        expect(cell).not.toMatch(/^[=+\-@\t\r]|;[\s"']*[=+\-@](?<!'[=+\-@])/);
        expect(cell).not.toMatch(/\p{Cc}/u);
        if (column === 'file') expect(cell).toMatch(/^'=/);
      }
    }
  });
});

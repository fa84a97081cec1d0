import { expect, test } from 'vitest';
import type { LedgerRow } from '../../../../src/plan/row.ts';
import { rowText } from '../../../../src/report/html/browser/row-text.ts';
import { pageRow } from '../../../../src/report/html/page-row.ts';
import { explainedRow } from '../../../../src/report/language/explained-row.ts';
import type { Language } from '../../../../src/report/language/language.ts';
import { outcomeText } from '../../../../src/report/language/outcome-text.ts';
import { wordsOf } from '../../../../src/report/language/words-of.ts';
import type { IdentifierLevel } from '../../../../src/report/report-data.ts';
import { shownRow } from '../../../../src/report/shown-row.ts';
import { HOSTILE, ledgerRow, MESSY_FAILURES } from '../../../support/report-builder.ts';
import { PAGE_FILES } from '../../../support/report-page.ts';

function textOf(row: LedgerRow, level: IdentifierLevel, language: Language = 'en'): string {
  const words = wordsOf(language);
  const shown = pageRow(explainedRow(shownRow(row, level, PAGE_FILES), language));
  return rowText(shown, outcomeText(row.outcome, false, words), words);
}

const TEXTS = MESSY_FAILURES.map((row) => textOf(row, 'masked'));

test('a row as text says all that the table shows of it', () => {
  expect(TEXTS[1]).toBe(`Row 5, users.csv:7: duplicate
Message: The same user is in row 3.
Hint: Remove one of the two rows.
Same user as row: 3
email: O***@e***.com
mobile_number: +49***78
`);
  expect(TEXTS[3]).toBe(`Row 9, archive/users-2019.csv:4: unknown (tenant.timeout)
Message: No answer within 60 s.
Hint: Run the same export again: create-or-update makes that safe.
sub: legacy-9
email: z***@e***.org
Requests: 6
`);
});

test('no line of it begins with what a spreadsheet or a terminal would obey', () => {
  for (const text of Object.values(HOSTILE)) {
    const identifiers = { username: text, email: text };
    const row = ledgerRow({ row: 1, code: text, field: text, message: text, hint: text, sub: text, identifiers });
    const copied = textOf(row, 'full');
    expect(copied).not.toMatch(/^[\s"']*[=+\-@]/m);
    expect(copied.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
    expect(
      copied
        .trimEnd()
        .split('\n')
        .every((line) => /^(Row 1,|[A-Za-z_ ]+: )/.test(line)),
    ).toBe(true);
  }
});

import { escapeHtml } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { outcomeWords } from '../outcome-words.ts';
import type { ListWords } from './page-list-words.ts';
import type { PageRow } from './page-rows.ts';
import { TABLE_END, tableRow, tableStart } from './page-table.ts';

const COLUMNS = ['#Row', 'Where', 'Outcome', 'Code', 'What is wrong and what to do', 'User'];

/** The first of `all` rows of a list as a table that needs no script. */
export function* plainTable(
  rows: readonly PageRow[],
  all: number,
  words: ListWords,
  rehearsed: boolean,
): Generator<string> {
  const more = `The first ${count(rows.length)} of ${count(all)} ${words.noun}s. With JavaScript, this table holds more of them and can be searched, filtered and sorted. ${words.all}`;
  yield tableStart(words.title, COLUMNS, { heading: false, caption: all > rows.length ? more : '' });
  for (const row of rows) {
    yield tableRow(COLUMNS, [
      String(row.row),
      inCode(`${row.file}:${row.line}`),
      `<span class="outcome ${row.outcome}">${outcomeWords(row.outcome, rehearsed)}</span>`,
      inCode(row.code),
      explanation(row),
      [row.email, row.username, row.mobile_number, row.sub]
        .filter((id) => id !== null)
        .map(inCode)
        .join('<br>'),
    ]);
  }
  yield TABLE_END;
}

function explanation({ message, hint }: PageRow): string {
  const parts = [message ?? '', hint ?? ''].map(escapeHtml);
  return hint === null ? (parts[0] ?? '') : `${parts[0]}<div class="hint">${parts[1]}</div>`;
}

function inCode(value: string | null): string {
  return value === null ? '' : `<code>${escapeHtml(value)}</code>`;
}

import type { PageRow } from '../page-rows.ts';
import type { PageWords } from './page-words.ts';

/** A row as text for a ticket or an e-mail. Each line begins with a label, so that no spreadsheet takes it for a formula. */
export function rowText(row: PageRow, outcome: string, words: PageWords): string {
  const code = row.code === null || row.code === row.outcome ? '' : ` (${row.code})`;
  const lines = [
    `${words.text('list.text.row', { row: String(row.row), place: `${row.file}:${row.line}`, outcome })}${code}`,
    line(words.text('list.text.field'), row.field),
    line(words.text('list.text.meaning'), row.meaning),
    line(words.text('list.text.message'), row.message),
    line(words.text('list.hint'), row.hint),
    line(words.text('list.text.duplicate'), row.duplicateOf),
    line('sub', row.sub),
    line('email', row.email),
    line('username', row.username),
    line('mobile_number', row.mobile_number),
    line(words.text('list.text.requests'), row.attempts === 0 ? null : row.attempts),
  ];
  return `${lines.filter((text) => text !== '').join('\n')}\n`;
}

function line(name: string, value: string | number | null): string {
  return value === null ? '' : `${name}: ${value}`;
}

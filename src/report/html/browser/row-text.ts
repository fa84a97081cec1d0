import type { PageRow } from '../page-rows.ts';

/** A row as text for a ticket or an e-mail. Each line begins with a label, so that no spreadsheet takes it for a formula. */
export function rowText(row: PageRow, outcome: string = row.outcome): string {
  const code = row.code === null || row.code === row.outcome ? '' : ` (${row.code})`;
  const lines = [
    `Row ${row.row}, ${row.file}:${row.line}: ${outcome}${code}`,
    line('Field', row.field),
    line('Message', row.message),
    line('Hint', row.hint),
    line('Same user as row', row.duplicateOf),
    line('sub', row.sub),
    line('email', row.email),
    line('username', row.username),
    line('mobile_number', row.mobile_number),
    line('Requests', row.attempts === 0 ? null : row.attempts),
  ];
  return `${lines.filter((text) => text !== '').join('\n')}\n`;
}

function line(name: string, value: string | number | null): string {
  return value === null ? '' : `${name}: ${value}`;
}

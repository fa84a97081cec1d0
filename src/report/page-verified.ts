import { count, counted } from './number-text.ts';
import { code, tableSection, text } from './page-table.ts';
import type { ReportHead, VerifiedReport } from './report-data.ts';

const TITLE = 'Users read back';
const ROWS_OF_FIELD = 10;

/** What reading users back after the import found; nothing when nobody asked for it. */
export function verifiedSection({ verified }: ReportHead): string {
  if (verified === undefined) return '';
  const caption = told(verified);
  const rows = Object.entries(verified.fields)
    .sort(([, a], [, b]) => b - a)
    .map(([field, users]) => [code(field, 200), count(users), rowsWith(field, verified)]);
  if (rows.length === 0) return `<section>\n<h2>${TITLE}</h2>\n<p>${caption}</p>\n</section>\n`;
  return tableSection(TITLE, ['Field that differs', '#Users', 'Rows'], rows, { caption });
}

function told({ asked, compared, same, missing, unread }: VerifiedReport): string {
  const said = `Read ${counted(asked, 'user')} back: ${count(compared)} compared, ${count(same)} as sent, ${count(missing)} not found.`;
  return unread === null ? said : `${said} Not compared field by field: ${text(unread, 500)}.`;
}

function rowsWith(field: string, { rows }: VerifiedReport): string {
  const having = rows.filter(({ fields }) => fields.includes(field)).map(({ row }) => row);
  return `${having.slice(0, ROWS_OF_FIELD).join(', ')}${having.length > ROWS_OF_FIELD ? ' …' : ''}`;
}

import { escapeMarkdown, markdownCode, shorten } from '../text/escape.ts';
import { count, counted } from '../text/number-text.ts';
import { code, tableSection, text } from './html/page-table.ts';
import type { MarkdownSection } from './markdown-budget.ts';
import type { ReportHead, VerifiedReport } from './report-data.ts';

const TITLE = 'Users read back';
const ROWS_OF_FIELD = 10;
const LISTED = 50;
const WHY_CHARACTERS = 500;
const NOT_FOUND =
  'The tenant had answered that it took them: look whether somebody deleted them, or whether it gave them another sub.';
const HINT =
  'The tenant shows other values than were sent. It silently skips a field that is disabled in its field setup, or that it does not know: run mode check, correct the setup, and send these users again.';

/** What reading users back after the import found, for the page; nothing when nobody asked for it. */
export function verifiedTable({ verified }: ReportHead): string {
  if (verified === undefined) return '';
  const fields = differing(verified);
  const { unread } = verified;
  const caption = [told(verified), ...(unread === null ? [] : [`${NOT_COMPARED} ${text(unread, WHY_CHARACTERS)}.`])];
  if (fields.length === 0) return `<section>\n<h2>${TITLE}</h2>\n<p>${caption.join(' ')}</p>\n</section>\n`;
  const rows = fields.map(([field, users]) => [
    `${code(field, 200)}${meaning(field)}`,
    count(users),
    rowsWith(field, verified),
  ]);
  return tableSection(TITLE, ['Field that differs', '#Users', 'Rows'], rows, {
    caption: [...caption, hintFor(fields)].join(' '),
    className: 'verified',
  });
}

/** The same for the job summary. */
export function verifiedSection({ verified }: ReportHead): MarkdownSection {
  const name = 'fields of the users read back';
  if (verified === undefined) return { name, head: [], items: [] };
  const fields = differing(verified);
  const { unread } = verified;
  const said = [`### ${TITLE}`, '', told(verified)];
  if (unread !== null) said.push('', `${NOT_COMPARED} ${escapeMarkdown(shorten(unread, WHY_CHARACTERS))}.`);
  if (fields.length === 0) return { name, head: said.slice(0, 2), items: said.slice(2) };
  const items = fields.slice(0, LISTED).map(([field, users]) => {
    return `| ${markdownCode(shorten(field, 100))}${meaning(field)} | ${count(users)} | ${rowsWith(field, verified)} |`;
  });
  if (fields.length > LISTED) items.push(`| and ${count(fields.length - LISTED)} more | | |`);
  return {
    name,
    head: [...said, '', hintFor(fields), '', '| Field that differs | Users | Rows |', '| --- | ---: | --- |'],
    items,
  };
}

const NOT_COMPARED = 'Not compared field by field:';

function hintFor(fields: readonly [field: string, users: number][]): string {
  return fields.every(([field]) => field === 'sub') ? NOT_FOUND : HINT;
}

function told({ asked, compared, same, missing }: VerifiedReport): string {
  return `Read ${counted(asked, 'user')} back: ${count(compared)} compared, ${count(same)} as sent, ${count(missing)} not found.`;
}

/** Of somebody who was not found, only the sub is known to differ. */
function meaning(field: string): string {
  return field === 'sub' ? ': not found' : '';
}

/** Commonest first. */
function differing({ fields }: VerifiedReport): [field: string, users: number][] {
  return Object.entries(fields).sort(([, a], [, b]) => b - a);
}

function rowsWith(field: string, { rows }: VerifiedReport): string {
  const having = rows.filter(({ fields }) => fields.includes(field)).map(({ row }) => row);
  return `${having.slice(0, ROWS_OF_FIELD).join(', ')}${having.length > ROWS_OF_FIELD ? ' …' : ''}`;
}

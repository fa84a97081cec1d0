import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { count, counted } from '../../text/number-text.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead, VerifiedReport } from '../report-data.ts';

const TITLE = 'Users read back';
const MAX_ROWS_OF_FIELD = 10;
const MAX_LISTED = 50;
const MAX_REASON_CHARACTERS = 500;
const NOT_FOUND =
  'The tenant accepted these users: check whether somebody deleted them, or whether the tenant gave them another sub.';
const DIFFERENT =
  'The tenant shows values that differ from those sent. It silently skips fields that are disabled in its field setup and fields that it does not know: run mode check, correct the setup, and send these users again.';

/** What reading users back after the import found, for the page; empty without `verify-sample`. */
export function verifiedTable({ verified }: ReportHead): string {
  if (verified === undefined) return '';
  const fields = differing(verified);
  const { unread } = verified;
  const caption = [
    countsOf(verified),
    ...(unread === null ? [] : [`${NOT_COMPARED} ${text(unread, MAX_REASON_CHARACTERS)}.`]),
  ];
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
  const head = [`### ${TITLE}`, '', countsOf(verified)];
  if (unread !== null) head.push('', `${NOT_COMPARED} ${escapeMarkdown(shorten(unread, MAX_REASON_CHARACTERS))}.`);
  if (fields.length === 0) return { name, head: head.slice(0, 2), items: head.slice(2) };
  const items = fields.slice(0, MAX_LISTED).map(([field, users]) => {
    return `| ${markdownCode(shorten(field, 100))}${meaning(field)} | ${count(users)} | ${rowsWith(field, verified)} |`;
  });
  if (fields.length > MAX_LISTED) items.push(`| and ${count(fields.length - MAX_LISTED)} more | | |`);
  return {
    name,
    head: [...head, '', hintFor(fields), '', '| Field that differs | Users | Rows |', '| --- | ---: | --- |'],
    items,
  };
}

const NOT_COMPARED = 'Not compared field by field:';

function hintFor(fields: readonly [field: string, users: number][]): string {
  return fields.every(([field]) => field === 'sub') ? NOT_FOUND : DIFFERENT;
}

function countsOf({ asked, compared, same, missing }: VerifiedReport): string {
  return `${counted(asked, 'user')} read back: ${count(compared)} compared, ${count(same)} the same as sent, ${count(missing)} not found.`;
}

/** The field `sub` stands for users that were not found. */
function meaning(field: string): string {
  return field === 'sub' ? ': not found' : '';
}

/** Most frequent first. */
function differing({ fields }: VerifiedReport): [field: string, users: number][] {
  return Object.entries(fields).sort(([, a], [, b]) => b - a);
}

function rowsWith(field: string, { rows }: VerifiedReport): string {
  const having = rows.filter(({ fields }) => fields.includes(field)).map(({ row }) => row);
  return `${having.slice(0, MAX_ROWS_OF_FIELD).join(', ')}${having.length > MAX_ROWS_OF_FIELD ? ' …' : ''}`;
}

import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead, VerifiedReport } from '../report-data.ts';

const MAX_ROWS_OF_FIELD = 10;
const MAX_LISTED = 50;
const MAX_REASON_CHARACTERS = 500;

/** What reading users back after the import found, for the page; empty without `verify-sample`. */
export function verifiedTable({ verified }: ReportHead, words: Words): string {
  if (verified === undefined) return '';
  const fields = differing(verified);
  const { unread } = verified;
  const title = words.text('verified.title');
  const caption = [
    countsOf(verified, words),
    ...(unread === null ? [] : [words.text('verified.not-compared', { why: text(unread, MAX_REASON_CHARACTERS) })]),
  ];
  if (fields.length === 0) return `<section>\n<h2>${title}</h2>\n<p>${caption.join(' ')}</p>\n</section>\n`;
  const rows = fields.map(([field, users]) => [
    `${code(field, 200)}${meaning(field, words)}`,
    words.count(users),
    rowsWith(field, verified),
  ]);
  return tableSection(title, columnsOf(words), rows, {
    caption: [...caption, hintFor(fields, words)].join(' '),
    className: 'verified',
  });
}

/** The same for the job summary. */
export function verifiedSection({ verified }: ReportHead, words: Words): MarkdownSection {
  const name = words.text('part.verified');
  if (verified === undefined) return { name, head: [], items: [] };
  const fields = differing(verified);
  const { unread } = verified;
  const head = [`### ${words.text('verified.title')}`, '', countsOf(verified, words)];
  if (unread !== null)
    head.push('', words.text('verified.not-compared', { why: escapeMarkdown(shorten(unread, MAX_REASON_CHARACTERS)) }));
  if (fields.length === 0) return { name, head: head.slice(0, 2), items: head.slice(2) };
  const items = fields.slice(0, MAX_LISTED).map(([field, users]) => {
    const name = `${markdownCode(shorten(field, 100))}${meaning(field, words)}`;
    return tableLine([name, words.count(users), rowsWith(field, verified)]);
  });
  if (fields.length > MAX_LISTED) items.push(`| ${words.text('more', { n: fields.length - MAX_LISTED })} | | |`);
  return {
    name,
    head: [...head, '', hintFor(fields, words), '', ...tableHead(columnsOf(words))],
    items,
  };
}

function columnsOf(words: Words): string[] {
  return [words.text('verified.field'), `#${words.text('column.users')}`, words.text('column.rows')];
}

function hintFor(fields: readonly [field: string, users: number][], words: Words): string {
  return words.text(fields.every(([field]) => field === 'sub') ? 'verified.not-found' : 'verified.different');
}

function countsOf({ asked, compared, same, missing }: VerifiedReport, words: Words): string {
  return words.text('verified.counts', { n: asked, compared, same, missing });
}

/** The field `sub` stands for users that were not found. */
function meaning(field: string, words: Words): string {
  return field === 'sub' ? words.text('verified.missing') : '';
}

/** Most frequent first. */
function differing({ fields }: VerifiedReport): [field: string, users: number][] {
  return Object.entries(fields).sort(([, a], [, b]) => b - a);
}

function rowsWith(field: string, { rows }: VerifiedReport): string {
  const having = rows.filter(({ fields }) => fields.includes(field)).map(({ row }) => row);
  return `${having.slice(0, MAX_ROWS_OF_FIELD).join(', ')}${having.length > MAX_ROWS_OF_FIELD ? ' …' : ''}`;
}

import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { count, counted, share } from '../../text/number-text.ts';
import { code, tableSection } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'Not read';
const MAX_IN_TABLE = 200;
const MAX_IN_LINE = 10;

/** What no rule reads, for the page; empty when everything is read. */
export function unreadTable({ unread = [] }: ReportHead): string {
  const rows = unread
    .slice(0, MAX_IN_TABLE)
    .map(({ name, filled, rows: all, accountState }) => [
      `${code(name, 200)}${accountState === true ? '<div class="hint">looks like the state of an account</div>' : ''}`,
      `${count(filled)} of ${count(all)}`,
      share(filled, all),
    ]);
  const more = unread.length - rows.length;
  const caption = `Columns and keys of the export that no rule of the mapping reads.${more > 0 ? ` report.json lists ${count(more)} more.` : ''}`;
  return tableSection(TITLE, ['Column or key', '#Rows with a value', '#Filled'], rows, { caption });
}

/** The same for the job summary, in one line. */
export function unreadSection({ unread = [] }: ReportHead): MarkdownSection {
  const named = unread
    .slice(0, MAX_IN_LINE)
    .map(({ name, filled, rows }) => `${escapeMarkdown(shorten(name, 100))} (${share(filled, rows)})`);
  const more = unread.length > named.length ? ` and ${count(unread.length - named.length)} more` : '';
  const line = `No rule reads ${counted(unread.length, 'column or key', 'columns or keys')}; filled: ${named.join(', ')}${more}.`;
  return { name: 'columns not read', head: [`### ${TITLE}`, ''], items: unread.length === 0 ? [] : [line] };
}

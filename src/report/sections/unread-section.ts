import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { code, tableSection } from '../html/page-table.ts';
import { shareText } from '../language/share.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_IN_TABLE = 200;
const MAX_IN_LINE = 10;

/** What no rule reads, for the page; empty when everything is read. */
export function unreadTable({ unread = [] }: ReportHead, words: Words): string {
  const rows = unread
    .slice(0, MAX_IN_TABLE)
    .map(({ name, filled, rows: all, accountState }) => [
      `${code(name, 200)}${accountState === true ? `<div class="hint">${words.text('unread.state')}</div>` : ''}`,
      words.text('unread.of', { filled, rows: all }),
      shareText(filled, all, words),
    ]);
  const more = unread.length - rows.length;
  const caption = `${words.text('unread.caption')}${more > 0 ? words.text('unread.more', { n: more }) : ''}`;
  const numbers = [`#${words.text('unread.rows')}`, `#${words.text('unread.filled')}`];
  return tableSection(words.text('unread.title'), [words.text('unread.column'), ...numbers], rows, { caption });
}

/** The same for the job summary, in one line. */
export function unreadSection({ unread = [] }: ReportHead, words: Words): MarkdownSection {
  const named = unread
    .slice(0, MAX_IN_LINE)
    .map(({ name, filled, rows }) => `${escapeMarkdown(shorten(name, 100))} (${shareText(filled, rows, words)})`);
  const more = unread.length > named.length ? words.text('unread.and-more', { n: unread.length - named.length }) : '';
  const line = words.text('unread.line', { n: unread.length, names: named.join(', '), more });
  return {
    name: words.text('part.unread'),
    head: [`### ${words.text('unread.title')}`, ''],
    items: unread.length === 0 ? [] : [line],
  };
}

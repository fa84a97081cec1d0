import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { messageCell } from '../html/page-message.ts';
import { placedText } from '../html/page-place.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';
import type { SourceLinks } from '../source-links.ts';

const MAX_CHARACTERS = 500;

/** Values that planned users do not get as they are in the source, for the page; empty when there are none. */
export function leftOutTable({ leftOut }: ReportHead, words: Words, links: SourceLinks): string {
  const rows = (leftOut ?? []).map(({ code: name, message, hint, rows, first }) => [
    words.count(rows),
    code(name, 100),
    messageCell(placedText(message, links, MAX_CHARACTERS), placedText(hint, links, MAX_CHARACTERS), words),
    text(firstRows(rows, first, words), 100),
  ]);
  return tableSection(words.text('left-out.title'), columnsOf(words.text('left-out.what'), words), rows);
}

/** The same for the job summary. */
export function leftOutSection({ leftOut }: ReportHead, words: Words): MarkdownSection {
  return {
    name: words.text('part.left-out'),
    head: [`### ${words.text('left-out.title')}`, '', ...tableHead(columnsOf(words.text('column.what'), words))],
    items: (leftOut ?? []).map(({ code: name, message, rows, first }) => {
      const what = escapeMarkdown(shorten(message, MAX_CHARACTERS));
      return tableLine([words.count(rows), markdownCode(name), what, firstRows(rows, first, words)]);
    }),
  };
}

function columnsOf(what: string, words: Words): string[] {
  return [`#${words.text('column.rows')}`, words.text('column.code'), what, words.text('column.first-rows')];
}

function firstRows(rows: number, first: readonly number[], words: Words): string {
  return first.map(words.count).join(', ') + (first.length < rows ? ' …' : '');
}

import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'Values left out, changed or assumed';
const MAX_CHARACTERS = 500;

/** Values that planned users do not get as they are in the source, for the page; empty when there are none. */
export function leftOutTable({ leftOut }: ReportHead): string {
  const rows = (leftOut ?? []).map(({ code: name, message, hint, rows, first }) => [
    count(rows),
    code(name, 100),
    `${text(message, MAX_CHARACTERS)}<div class="hint">${text(hint, MAX_CHARACTERS)}</div>`,
    text(firstRows(rows, first), 100),
  ]);
  return tableSection(TITLE, ['#Rows', 'Code', 'What and how to change it', 'First rows'], rows);
}

/** The same for the job summary. */
export function leftOutSection({ leftOut }: ReportHead): MarkdownSection {
  return {
    name: 'places with values left out',
    head: [`### ${TITLE}`, '', '| Rows | Code | What | First rows |', '| ---: | --- | --- | --- |'],
    items: (leftOut ?? []).map(
      ({ code: name, message, rows, first }) =>
        `| ${count(rows)} | ${markdownCode(name)} | ${escapeMarkdown(shorten(message, MAX_CHARACTERS))} | ${firstRows(rows, first)} |`,
    ),
  };
}

function firstRows(rows: number, first: readonly number[]): string {
  return first.map(count).join(', ') + (first.length < rows ? ' …' : '');
}

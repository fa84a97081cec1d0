import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 300;

/** Which status the planned users get and why, for the page; empty when no user is planned. */
export function statusTable({ statuses }: ReportHead, words: Words): string {
  const rows = (statuses ?? []).map(({ status, reason, users }) => [
    words.count(users),
    code(status, 100),
    text(reason, MAX_CHARACTERS),
  ]);
  return tableSection(words.text('statuses.title'), columnsOf(words), rows);
}

/** The same for the job summary. */
export function statusSection({ statuses }: ReportHead, words: Words): MarkdownSection {
  return {
    name: words.text('part.statuses'),
    head: [`### ${words.text('statuses.title')}`, '', ...tableHead(columnsOf(words))],
    items: (statuses ?? []).map(({ status, reason, users }) => {
      const texts = [shorten(status, 100), shorten(reason, MAX_CHARACTERS)].map(escapeMarkdown);
      return tableLine([words.count(users), ...texts]);
    }),
  };
}

function columnsOf(words: Words): string[] {
  return [`#${words.text('column.users')}`, words.text('column.status'), words.text('statuses.by')];
}

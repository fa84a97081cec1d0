import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 300;

/** Which status the planned users get and why, for the page; empty when no user is planned. */
export function statusTable({ statuses }: ReportHead, words: Words): string {
  const rows = (statuses ?? []).map(({ status, reason, users }) => [
    words.count(users),
    code(status, 100),
    text(reason, MAX_CHARACTERS),
  ]);
  const [users, ...columns] = columnsOf(words);
  return tableSection(words.text('statuses.title'), [`#${users}`, ...columns], rows);
}

/** The same for the job summary. */
export function statusSection({ statuses }: ReportHead, words: Words): MarkdownSection {
  return {
    name: words.text('part.statuses'),
    head: [`### ${words.text('statuses.title')}`, '', `| ${columnsOf(words).join(' | ')} |`, '| ---: | --- | --- |'],
    items: (statuses ?? []).map(
      ({ status, reason, users }) =>
        `| ${words.count(users)} | ${escapeMarkdown(shorten(status, 100))} | ${escapeMarkdown(shorten(reason, MAX_CHARACTERS))} |`,
    ),
  };
}

function columnsOf(words: Words): [users: string, ...columns: string[]] {
  return [words.text('column.users'), words.text('column.status'), words.text('statuses.by')];
}

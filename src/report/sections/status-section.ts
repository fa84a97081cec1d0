import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'Account status';
const MAX_CHARACTERS = 300;

/** Which status the planned users get and why, for the page; empty when no user is planned. */
export function statusTable({ statuses }: ReportHead): string {
  const rows = (statuses ?? []).map(({ status, reason, users }) => [
    count(users),
    code(status, 100),
    text(reason, MAX_CHARACTERS),
  ]);
  return tableSection(TITLE, ['#Users', 'Status', 'Decided by'], rows);
}

/** The same for the job summary. */
export function statusSection({ statuses }: ReportHead): MarkdownSection {
  return {
    name: 'statuses',
    head: [`### ${TITLE}`, '', '| Users | Status | Decided by |', '| ---: | --- | --- |'],
    items: (statuses ?? []).map(
      ({ status, reason, users }) =>
        `| ${count(users)} | ${escapeMarkdown(shorten(status, 100))} | ${escapeMarkdown(shorten(reason, MAX_CHARACTERS))} |`,
    ),
  };
}

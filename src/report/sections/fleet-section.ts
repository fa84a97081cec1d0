import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'Fleet';
const MAX_CHARACTERS = 100;

/** Who sent how many users, for the page; empty without `queue-url`. */
export function fleetTable({ fleet }: ReportHead): string {
  const rows = (fleet?.workers ?? []).map(({ name, batches, users, from, to }) => [
    text(name, MAX_CHARACTERS),
    count(batches),
    count(users),
    text(from, MAX_CHARACTERS),
    text(to, MAX_CHARACTERS),
  ]);
  return tableSection(TITLE, ['Process', '#Batches', '#Users', 'From', 'To'], rows);
}

/** The same for the job summary. */
export function fleetSection({ fleet }: ReportHead): MarkdownSection {
  return {
    name: 'processes of the fleet',
    head: [`### ${TITLE}`, '', '| Process | Batches | Users | From | To |', '| --- | ---: | ---: | --- | --- |'],
    items: (fleet?.workers ?? []).map(
      ({ name, batches, users, from, to }) =>
        `| ${escapeMarkdown(shorten(name, MAX_CHARACTERS))} | ${count(batches)} | ${count(users)} | ${from} | ${to} |`,
    ),
  };
}

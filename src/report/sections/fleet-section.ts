import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 100;

/** Who sent how many users, for the page; empty without `queue-url`. */
export function fleetTable({ fleet }: ReportHead, words: Words): string {
  const rows = (fleet?.workers ?? []).map(({ name, batches, users, from, to }) => [
    text(name, MAX_CHARACTERS),
    words.count(batches),
    words.count(users),
    text(from, MAX_CHARACTERS),
    text(to, MAX_CHARACTERS),
  ]);
  return tableSection(words.text('fleet.title'), columnsOf(words), rows);
}

/** The same for the job summary. */
export function fleetSection({ fleet }: ReportHead, words: Words): MarkdownSection {
  return {
    name: words.text('part.fleet'),
    head: [`### ${words.text('fleet.title')}`, '', ...tableHead(columnsOf(words))],
    items: (fleet?.workers ?? []).map(({ name, batches, users, from, to }) => {
      const shown = escapeMarkdown(shorten(name, MAX_CHARACTERS));
      return tableLine([shown, words.count(batches), words.count(users), from, to]);
    }),
  };
}

function columnsOf(words: Words): string[] {
  return [
    words.text('fleet.process'),
    `#${words.text('fleet.batches')}`,
    `#${words.text('column.users')}`,
    words.text('fleet.from'),
    words.text('fleet.to'),
  ];
}

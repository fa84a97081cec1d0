import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';
import { type ChangedUsers, changedUsersSection, changedUsersTable } from './changed-users.ts';

/** What became of missing users, for the page; empty when they are only reported. */
export function missingTable(head: ReportHead, words: Words): string {
  const section = sectionOf(head, words);
  return section === null ? '' : changedUsersTable(section, words);
}

/** The same for the job summary. */
export function missingSection(head: ReportHead, words: Words): MarkdownSection {
  const section = sectionOf(head, words);
  return section === null
    ? { name: words.text('part.missing'), head: [], items: [] }
    : changedUsersSection(section, words);
}

function sectionOf({ missing }: ReportHead, words: Words): ChangedUsers | null {
  if (missing === undefined) return null;
  const { users, ...counts } = missing;
  return { title: words.text('missing.title'), name: words.text('part.missing'), counts, users };
}

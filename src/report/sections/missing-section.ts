import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';
import { type ChangedUsers, changedUsersSection, changedUsersTable } from './changed-users.ts';

/** What became of missing users, for the page; empty when they are only reported. */
export function missingTable(head: ReportHead): string {
  const section = sectionOf(head);
  return section === null ? '' : changedUsersTable(section);
}

/** The same for the job summary. */
export function missingSection(head: ReportHead): MarkdownSection {
  const section = sectionOf(head);
  return section === null ? { name: 'missing users', head: [], items: [] } : changedUsersSection(section);
}

function sectionOf({ missing }: ReportHead): ChangedUsers | null {
  if (missing === undefined) return null;
  const { users, ...counts } = missing;
  return { title: 'Missing users', counts, users };
}

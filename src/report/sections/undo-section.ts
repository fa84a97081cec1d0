import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { counted } from '../../text/number-text.ts';
import { code, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead, UndoReport } from '../report-data.ts';
import { type ChangedUsers, changedUsersSection, changedUsersTable } from './changed-users.ts';

/** What became of the users of a run that is taken back, for the page; empty in other modes. */
export function undoTable({ undo }: ReportHead): string {
  if (undo === undefined) return '';
  return `<section>\n<p>${code(undo.from, 300)}, ${text(aboutRun(undo), 300)}</p>\n</section>\n${changedUsersTable(sectionOf(undo))}`;
}

/** The same for the job summary. */
export function undoSection({ undo }: ReportHead): MarkdownSection {
  if (undo === undefined) return { name: 'users of the run', head: [], items: [] };
  const { head, ...section } = changedUsersSection(sectionOf(undo));
  const [title = '', ...rest] = head;
  const about = `${markdownCode(shorten(undo.from, 300))}, ${escapeMarkdown(aboutRun(undo))}`;
  return { ...section, head: [title, '', about, ...rest] };
}

function aboutRun({ writtenAt, unknownRows }: UndoReport): string {
  const left =
    unknownRows === 0
      ? ''
      : ` ${counted(unknownRows, 'user')} of it ended unknown, may exist, and ${unknownRows === 1 ? 'is' : 'are'} left.`;
  return `stored ${writtenAt}.${left}`;
}

function sectionOf({ users, total, undone, kept, failed, unknown, unsent, planned }: UndoReport): ChangedUsers {
  return { title: 'Users of the run', counts: { total, undone, kept, failed, unknown, unsent, planned }, users };
}

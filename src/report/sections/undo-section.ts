import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { code, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead, UndoReport } from '../report-data.ts';
import { type ChangedCounts, type ChangedUsers, changedUsersSection, changedUsersTable } from './changed-users.ts';

/** What became of the users of a run that is taken back, for the page; empty in other modes. */
export function undoTable({ undo }: ReportHead, words: Words): string {
  if (undo === undefined) return '';
  return `<section>\n<p>${code(undo.from, 300)}, ${text(aboutRun(undo, words), 300)}</p>\n</section>\n${changedUsersTable(sectionOf(undo, words), words)}`;
}

/** The same for the job summary. */
export function undoSection({ undo }: ReportHead, words: Words): MarkdownSection {
  if (undo === undefined) return { name: words.text('part.undo'), head: [], items: [] };
  const { head, ...section } = changedUsersSection(sectionOf(undo, words), words);
  const [title = '', ...rest] = head;
  const about = `${markdownCode(shorten(undo.from, 300))}, ${escapeMarkdown(aboutRun(undo, words))}`;
  return { ...section, head: [title, '', about, ...rest] };
}

function aboutRun({ writtenAt, unknownRows }: UndoReport, words: Words): string {
  const left = unknownRows === 0 ? '' : words.text('undo.unknown', { n: unknownRows });
  return `${words.text('undo.stored', { at: writtenAt })}${left}`;
}

function sectionOf(undo: UndoReport, words: Words): ChangedUsers {
  return {
    title: words.text('undo.title'),
    name: words.text('part.undo'),
    counts: undoCounts(undo),
    users: undo.users,
  };
}

/** The counts of the report alone. */
export function undoCounts({ total, undone, kept, failed, unknown, unsent, planned }: UndoReport): ChangedCounts {
  return { total, undone, kept, failed, unknown, unsent, planned };
}

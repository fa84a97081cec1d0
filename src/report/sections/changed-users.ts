import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { messageCell } from '../html/page-message.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { TextKey, Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ChangedOutcome, ChangedUser } from '../report-data.ts';

const MAX_CHARACTERS = 500;
const MAX_IN_SUMMARY = 20;
const GOOD: readonly ChangedOutcome[] = ['blocked', 'deleted', 'undone'];

/** How many accounts there are, and how many of them have each outcome. */
export type ChangedCounts = { readonly [outcome in ChangedOutcome]?: number } & { readonly total: number };

/** A section about accounts that are in no row of the export. */
export interface ChangedUsers {
  readonly title: string;
  /** What the note about dropped items calls them. */
  readonly name: string;
  readonly counts: ChangedCounts;
  readonly users: readonly ChangedUser[];
}

/** The section for the page. */
export function changedUsersTable({ title, counts, users }: ChangedUsers, words: Words): string {
  const rows = users.map(({ sub, outcome, code: reason, message, hint }) => [
    `<span class="outcome ${toneOf(outcome)}">${text(changedText(outcome, words), 50)}</span>`,
    sub === null ? '' : code(sub, 200),
    reason === null
      ? ''
      : `${code(reason, 100)} ${messageCell(text(message ?? '', MAX_CHARACTERS), text(hint ?? '', MAX_CHARACTERS), words)}`,
  ]);
  const caption = text(countsText(counts, words), MAX_CHARACTERS);
  if (rows.length === 0) return `<section>\n<h2>${title}</h2>\n<p>${caption}</p>\n</section>\n`;
  return tableSection(title, columnsOf(words), rows, { caption });
}

/** The same for the job summary, which lists only those that are not done. */
export function changedUsersSection({ title, name, counts, users }: ChangedUsers, words: Words): MarkdownSection {
  const open = users.filter(({ outcome }) => !GOOD.includes(outcome));
  const items = open.slice(0, MAX_IN_SUMMARY).map(({ sub, outcome, message, hint }) => {
    const who = sub === null ? '' : markdownCode(shorten(sub, 100));
    const why = escapeMarkdown(shorten(`${message ?? ''} ${hint ?? ''}`.trim(), MAX_CHARACTERS));
    return tableLine([changedText(outcome, words), who, why]);
  });
  const head = [`### ${title}`, '', countsText(counts, words)];
  if (items.length === 0) return { name, head: head.slice(0, 2), items: head.slice(2) };
  return { name, head: [...head, '', ...tableHead(columnsOf(words))], items };
}

function columnsOf(words: Words): string[] {
  return [words.text('column.outcome'), 'Sub', words.text('column.why')];
}

const OUTCOME_KEYS: { readonly [outcome in ChangedOutcome]: TextKey } = {
  blocked: 'changed.blocked',
  deleted: 'changed.deleted',
  undone: 'changed.undone',
  kept: 'changed.kept',
  failed: 'outcome.failed',
  unknown: 'outcome.unknown',
  unsent: 'outcome.unsent',
  planned: 'outcome.planned',
};

function changedText(outcome: ChangedOutcome, words: Words): string {
  return words.text(OUTCOME_KEYS[outcome]);
}

/** `12: 10 blocked · 2 failed`. */
export function countsText({ total, ...outcomes }: ChangedCounts, words: Words): string {
  const counts = Object.entries(outcomes) as [ChangedOutcome, number][];
  const parts = counts.filter(([, users]) => users > 0);
  const named = parts.map(([outcome, users]) => `${words.count(users)} ${changedText(outcome, words)}`);
  return `${words.count(total)}${named.length === 0 ? '' : `: ${named.join(' · ')}`}`;
}

function toneOf(outcome: ChangedOutcome): string {
  if (GOOD.includes(outcome)) return 'good';
  return outcome === 'failed' || outcome === 'unknown' ? 'bad' : 'warn';
}

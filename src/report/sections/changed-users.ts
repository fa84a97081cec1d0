import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ChangedUser } from '../report-data.ts';

const MAX_CHARACTERS = 500;
const MAX_IN_SUMMARY = 20;
const GOOD = ['blocked', 'deleted', 'undone'];

/** A section about accounts that are in no row of the export. */
export interface ChangedUsers {
  readonly title: string;
  /** By outcome. */
  readonly counts: { readonly [outcome: string]: number };
  readonly users: readonly ChangedUser[];
}

/** The section for the page. */
export function changedUsersTable({ title, counts, users }: ChangedUsers): string {
  const rows = users.map(({ sub, outcome, code: reason, message, hint }) => [
    `<span class="outcome ${toneOf(outcome)}">${text(outcome, 50)}</span>`,
    sub === null ? '' : code(sub, 200),
    reason === null
      ? ''
      : `${code(reason, 100)} ${text(message ?? '', MAX_CHARACTERS)}<div class="hint">${text(hint ?? '', MAX_CHARACTERS)}</div>`,
  ]);
  const caption = text(countsText(counts), MAX_CHARACTERS);
  if (rows.length === 0) return `<section>\n<h2>${title}</h2>\n<p>${caption}</p>\n</section>\n`;
  return tableSection(title, ['Outcome', 'Sub', 'Why'], rows, { caption });
}

/** The same for the job summary, which lists only those that are not done. */
export function changedUsersSection({ title, counts, users }: ChangedUsers): MarkdownSection {
  const open = users.filter(({ outcome }) => !GOOD.includes(outcome));
  const items = open.slice(0, MAX_IN_SUMMARY).map(({ sub, outcome, message, hint }) => {
    const who = sub === null ? '' : markdownCode(shorten(sub, 100));
    return `| ${outcome} | ${who} | ${escapeMarkdown(shorten(`${message ?? ''} ${hint ?? ''}`.trim(), MAX_CHARACTERS))} |`;
  });
  const head = [`### ${title}`, '', countsText(counts)];
  if (items.length === 0) return { name: title.toLowerCase(), head: head.slice(0, 2), items: head.slice(2) };
  return { name: title.toLowerCase(), head: [...head, '', '| Outcome | Sub | Why |', '| --- | --- | --- |'], items };
}

/** `12: 10 blocked · 2 failed`. */
export function countsText({ total = 0, ...outcomes }: { readonly [outcome: string]: number }): string {
  const parts = Object.entries(outcomes).filter(([, users]) => users > 0);
  return `${count(total)}${parts.length === 0 ? '' : `: ${parts.map(([name, users]) => `${count(users)} ${name}`).join(' · ')}`}`;
}

function toneOf(outcome: string): string {
  if (GOOD.includes(outcome)) return 'good';
  return outcome === 'failed' || outcome === 'unknown' ? 'bad' : 'warn';
}

import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { messageCell } from '../html/page-message.ts';
import { tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { LoginAccount, LoginReport, ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 700;
const TONES: { readonly [outcome in LoginAccount['outcome']]: string } = {
  proved: 'good',
  refused: 'bad',
  unproven: 'warn',
};

/** What the logins of the canary showed, for the page; empty without them. */
export function loginTable({ login }: ReportHead, words: Words): string {
  if (login === undefined) return '';
  const rows = login.accounts.map(({ outcome, message, hint }) => [
    `<span class="outcome ${TONES[outcome]}">${words.text(`login.${outcome}`)}</span>`,
    messageCell(text(message, MAX_CHARACTERS), text(hint, MAX_CHARACTERS), words),
  ]);
  const proofs = proofsOf(login, words).map((cells) => cells.map((cell) => text(cell, MAX_CHARACTERS)));
  return (
    tableSection(words.text('login.title'), [words.text('column.outcome'), words.text('login.login')], rows) +
    tableSection(words.text('login.proofs'), columnsOf(words), proofs)
  );
}

/** The same for the job summary. */
export function loginSection({ login }: ReportHead, words: Words): MarkdownSection {
  const accounts = (login?.accounts ?? []).map(
    ({ outcome, message, hint }) =>
      `- ${words.text(`login.${outcome}`)}: ${escapeMarkdown(shorten(`${message} ${hint}`.trim(), MAX_CHARACTERS))}`,
  );
  const proofs = login === undefined ? [] : proofsOf(login, words).map((cells) => tableLine(cells.map(escapeMarkdown)));
  return {
    name: words.text('part.login'),
    head: [`### ${words.text('login.title')}`, '', ...accounts, '', ...tableHead(columnsOf(words))],
    items: proofs,
  };
}

function columnsOf(words: Words): string[] {
  return [words.text('login.algorithm'), `#${words.text('column.users')}`, words.text('login.proof')];
}

function proofsOf({ algorithms }: LoginReport, words: Words): string[][] {
  return algorithms.map(({ algorithm, users, proof }) => [
    algorithm,
    words.count(users),
    words.text(`login.by-${proof}`),
  ]);
}

import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { AlgorithmProof, LoginAccount, LoginReport, ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 700;
const TITLE = 'Login proof';
const TONES: { readonly [outcome in LoginAccount['outcome']]: string } = {
  proved: 'good',
  refused: 'bad',
  unproven: 'warn',
};
const PROOFS: { readonly [proof in AlgorithmProof['proof']]: string } = {
  login: 'proved by a login',
  offline: 'proved offline only',
  none: 'unproven',
  refused: 'the tenant refuses the login',
};

/** What the logins of the canary showed, for the page; empty without them. */
export function loginTable({ login }: ReportHead): string {
  if (login === undefined) return '';
  const rows = login.accounts.map(({ outcome, message, hint }) => [
    `<span class="outcome ${TONES[outcome]}">${outcome}</span>`,
    `${text(message, MAX_CHARACTERS)}<div class="hint">${text(hint, MAX_CHARACTERS)}</div>`,
  ]);
  const proofs = proofsOf(login).map((cells) => cells.map((cell) => text(cell, MAX_CHARACTERS)));
  return (
    tableSection(TITLE, ['Outcome', 'Login'], rows) +
    tableSection('Passwords by proof', ['Algorithm', '#Users', 'Proof'], proofs)
  );
}

/** The same for the job summary. */
export function loginSection({ login }: ReportHead): MarkdownSection {
  const accounts = (login?.accounts ?? []).map(
    ({ outcome, message, hint }) =>
      `- ${outcome}: ${escapeMarkdown(shorten(`${message} ${hint}`.trim(), MAX_CHARACTERS))}`,
  );
  const proofs =
    login === undefined ? [] : proofsOf(login).map((cells) => `| ${cells.map(escapeMarkdown).join(' | ')} |`);
  return {
    name: 'login proof',
    head: [`### ${TITLE}`, '', ...accounts, '', '| Algorithm | Users | Proof |', '| --- | ---: | --- |'],
    items: proofs,
  };
}

function proofsOf({ algorithms }: LoginReport): string[][] {
  return algorithms.map(({ algorithm, users, proof }) => [algorithm, count(users), PROOFS[proof]]);
}

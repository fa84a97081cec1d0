import type { CanaryFinding } from '../../password/canary.ts';
import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 500;
const TONES: { readonly [severity in CanaryFinding['severity']]: string } = {
  ok: 'good',
  warning: 'warn',
  error: 'bad',
};
const TITLE = 'Password canary';

/** What the password canary found, for the page; empty without a canary. */
export function canaryTable({ canary }: ReportHead): string {
  if (canary === undefined) return '';
  const rows = canary.findings.map(({ outcome, severity, message, hint }) => [
    `<span class="outcome ${TONES[severity]}">${outcome}</span>`,
    `${text(message, MAX_CHARACTERS)}<div class="hint">${text(hint, MAX_CHARACTERS)}</div>`,
  ]);
  return tableSection(TITLE, ['Outcome', 'Finding'], rows, { caption: text(canary.proves, MAX_CHARACTERS) });
}

/** The same for the job summary. */
export function canarySection({ canary }: ReportHead): MarkdownSection {
  const items = (canary?.findings ?? []).map(({ outcome, message, hint }) => {
    return `| ${outcome} | ${escapeMarkdown(shorten(`${message} ${hint}`.trim(), MAX_CHARACTERS))} |`;
  });
  return {
    name: 'canary accounts',
    head: [`### ${TITLE}`, '', escapeMarkdown(canary?.proves ?? ''), '', '| Outcome | Finding |', '| --- | --- |'],
    items,
  };
}

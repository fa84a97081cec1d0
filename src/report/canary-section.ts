import type { CanaryFinding } from '../password/canary.ts';
import { escapeMarkdown, shorten } from '../text/escape.ts';
import { tableSection, text } from './html/page-table.ts';
import type { MarkdownSection } from './markdown-budget.ts';
import type { ReportHead } from './report-data.ts';

const CHARACTERS = 500;
const TONES: { readonly [severity in CanaryFinding['severity']]: string } = {
  ok: 'good',
  warning: 'warn',
  error: 'bad',
};
const TITLE = 'The password canary';

/** What became of the accounts of the canary, for the page; nothing when there was none. */
export function canaryTable({ canary }: ReportHead): string {
  if (canary === undefined) return '';
  const rows = canary.findings.map(({ outcome, severity, message, hint }) => [
    `<span class="outcome ${TONES[severity]}">${outcome}</span>`,
    `${text(message, CHARACTERS)}<div class="hint">${text(hint, CHARACTERS)}</div>`,
  ]);
  return tableSection(TITLE, ['Outcome', 'What was found'], rows, { caption: text(canary.proves, CHARACTERS) });
}

/** The same for the job summary. */
export function canarySection({ canary }: ReportHead): MarkdownSection {
  const items = (canary?.findings ?? []).map(({ outcome, message, hint }) => {
    return `| ${outcome} | ${escapeMarkdown(shorten(`${message} ${hint}`.trim(), CHARACTERS))} |`;
  });
  return {
    name: 'accounts of the canary',
    head: [
      `### ${TITLE}`,
      '',
      escapeMarkdown(canary?.proves ?? ''),
      '',
      '| Outcome | What was found |',
      '| --- | --- |',
    ],
    items,
  };
}

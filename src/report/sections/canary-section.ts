import type { CanaryFinding } from '../../password/canary.ts';
import { escapeMarkdown, shorten } from '../../text/escape.ts';
import { messageCell } from '../html/page-message.ts';
import { tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_CHARACTERS = 500;
const TONES: { readonly [severity in CanaryFinding['severity']]: string } = {
  ok: 'good',
  warning: 'warn',
  error: 'bad',
};

/** What the password canary found, for the page; empty without a canary. */
export function canaryTable({ canary }: ReportHead, words: Words): string {
  if (canary === undefined) return '';
  const rows = canary.findings.map(({ outcome, severity, message, hint }) => [
    `<span class="outcome ${TONES[severity]}">${outcome}</span>`,
    messageCell(text(message, MAX_CHARACTERS), text(hint, MAX_CHARACTERS), words),
  ]);
  return tableSection(words.text('canary.title'), columnsOf(words), rows, {
    caption: text(canary.proves, MAX_CHARACTERS),
  });
}

/** The same for the job summary. */
export function canarySection({ canary }: ReportHead, words: Words): MarkdownSection {
  const items = (canary?.findings ?? []).map(({ outcome, message, hint }) => {
    return tableLine([outcome, escapeMarkdown(shorten(`${message} ${hint}`.trim(), MAX_CHARACTERS))]);
  });
  return {
    name: words.text('part.canary'),
    head: [
      `### ${words.text('canary.title')}`,
      '',
      escapeMarkdown(canary?.proves ?? ''),
      '',
      ...tableHead(columnsOf(words)),
    ],
    items,
  };
}

function columnsOf(words: Words): string[] {
  return [words.text('column.outcome'), words.text('canary.finding')];
}

import type { Finding, FindingSeverity } from '../../check/finding.ts';
import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { messageCell } from '../html/page-message.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { Words } from '../language/words.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import { tableHead, tableLine } from '../markdown/markdown-table.ts';
import type { ReportHead } from '../report-data.ts';

const MAX_LISTED = 50;
const MAX_CHARACTERS = 500;
const TONES: { readonly [severity in FindingSeverity]: string } = { error: 'bad', warning: 'warn', notice: 'calm' };

/** What the check of the tenant found, for the page; empty without a check. */
export function checkTable({ check }: ReportHead, words: Words): string {
  if (check === undefined) return '';
  const title = words.text('check.title');
  const caption = words.text('check.checked', { what: text(check.checked.join(', '), MAX_CHARACTERS) });
  const rows = check.findings.map(({ severity, code: name, subject, message, hint }) => [
    `<span class="outcome ${TONES[severity]}">${words.text(`check.${severity}`)}</span>`,
    code(name, 100),
    code(subject, 200),
    messageCell(text(message, MAX_CHARACTERS), text(hint, MAX_CHARACTERS), words),
  ]);
  if (rows.length === 0)
    return `<section>\n<h2>${title}</h2>\n<p>${caption} ${words.text('check.fine')}</p>\n</section>\n`;
  return tableSection(title, columnsOf(words), rows, { caption });
}

/** The same for the job summary. */
export function checkSection({ mode, check }: ReportHead, words: Words): MarkdownSection {
  const findings = check?.findings ?? [];
  const items = findings.slice(0, MAX_LISTED).map((finding) => item(finding, words));
  if (findings.length > MAX_LISTED) items.push(`| ${words.text('more', { n: findings.length - MAX_LISTED })} | | | |`);
  if (mode === 'check' && check !== undefined && items.length === 0)
    items.push(`| ${words.text('check.fine-row')} | | | |`);
  return {
    name: words.text('part.check'),
    head: [
      `### ${words.text('check.title')}`,
      '',
      words.text('check.checked', { what: escapeMarkdown(check?.checked.join(', ') ?? '') }),
      '',
      ...tableHead(columnsOf(words)),
    ],
    items,
  };
}

function columnsOf(words: Words): string[] {
  const wrong = words.text('column.wrong-and-to-do');
  return [words.text('check.severity'), words.text('column.code'), words.text('check.about'), wrong];
}

function item({ severity, code: name, subject, message, hint }: Finding, words: Words): string {
  const what = escapeMarkdown(shorten(`${message} ${hint}`.trim(), MAX_CHARACTERS));
  return tableLine([words.text(`check.${severity}`), markdownCode(name), markdownCode(shorten(subject, 100)), what]);
}

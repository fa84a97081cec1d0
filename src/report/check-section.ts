import type { Finding, FindingSeverity } from '../check/finding.ts';
import { escapeMarkdown, markdownCode, shorten } from '../text/escape.ts';
import { count } from '../text/number-text.ts';
import { code, tableSection, text } from './html/page-table.ts';
import type { MarkdownSection } from './markdown-budget.ts';
import type { ReportHead } from './report-data.ts';

const TITLE = 'The check of the tenant';
const LISTED = 50;
const CHARACTERS = 500;
const TONES: { readonly [severity in FindingSeverity]: string } = { error: 'bad', warning: 'warn', notice: 'calm' };

/** What the check of the tenant found, for the page; nothing when there was none. */
export function checkTable({ check }: ReportHead): string {
  if (check === undefined) return '';
  const caption = `Compared: ${text(check.checked.join(', '), CHARACTERS)}.`;
  const rows = check.findings.map(({ severity, code: name, subject, message, hint }) => [
    `<span class="outcome ${TONES[severity]}">${severity}</span>`,
    code(name, 100),
    code(subject, 200),
    `${text(message, CHARACTERS)}<div class="hint">${text(hint, CHARACTERS)}</div>`,
  ]);
  if (rows.length === 0) return `<section>\n<h2>${TITLE}</h2>\n<p>${caption} Nothing is wrong.</p>\n</section>\n`;
  return tableSection(TITLE, ['Severity', 'Code', 'About', 'What is wrong, and what to do'], rows, { caption });
}

/** The same for the job summary, with a line that says what was compared. */
export function checkSection({ mode, check }: ReportHead): MarkdownSection {
  const findings = check?.findings ?? [];
  const items = findings.slice(0, LISTED).map(item);
  if (findings.length > LISTED) items.push(`| and ${count(findings.length - LISTED)} more | | | |`);
  if (mode === 'check' && check !== undefined && items.length === 0) items.push('| nothing | | | |');
  return {
    name: 'findings of the check',
    head: [
      `### ${TITLE}`,
      '',
      `Compared: ${escapeMarkdown(check?.checked.join(', ') ?? '')}.`,
      '',
      '| Severity | Code | About | What is wrong, and what to do |',
      '| --- | --- | --- | --- |',
    ],
    items,
  };
}

function item({ severity, code: name, subject, message, hint }: Finding): string {
  const what = escapeMarkdown(shorten(`${message} ${hint}`.trim(), CHARACTERS));
  return `| ${severity} | ${markdownCode(name)} | ${markdownCode(shorten(subject, 100))} | ${what} |`;
}

import type { Finding, FindingSeverity } from '../../check/finding.ts';
import { escapeMarkdown, markdownCode, shorten } from '../../text/escape.ts';
import { count } from '../../text/number-text.ts';
import { code, tableSection, text } from '../html/page-table.ts';
import type { MarkdownSection } from '../markdown/markdown-budget.ts';
import type { ReportHead } from '../report-data.ts';

const TITLE = 'Tenant check';
const MAX_LISTED = 50;
const MAX_CHARACTERS = 500;
const TONES: { readonly [severity in FindingSeverity]: string } = { error: 'bad', warning: 'warn', notice: 'calm' };

/** What the check of the tenant found, for the page; empty without a check. */
export function checkTable({ check }: ReportHead): string {
  if (check === undefined) return '';
  const caption = `Checked: ${text(check.checked.join(', '), MAX_CHARACTERS)}.`;
  const rows = check.findings.map(({ severity, code: name, subject, message, hint }) => [
    `<span class="outcome ${TONES[severity]}">${severity}</span>`,
    code(name, 100),
    code(subject, 200),
    `${text(message, MAX_CHARACTERS)}<div class="hint">${text(hint, MAX_CHARACTERS)}</div>`,
  ]);
  if (rows.length === 0) return `<section>\n<h2>${TITLE}</h2>\n<p>${caption} No problems found.</p>\n</section>\n`;
  return tableSection(TITLE, ['FindingSeverity', 'Code', 'About', 'What is wrong and what to do'], rows, { caption });
}

/** The same for the job summary. */
export function checkSection({ mode, check }: ReportHead): MarkdownSection {
  const findings = check?.findings ?? [];
  const items = findings.slice(0, MAX_LISTED).map(item);
  if (findings.length > MAX_LISTED) items.push(`| and ${count(findings.length - MAX_LISTED)} more | | | |`);
  if (mode === 'check' && check !== undefined && items.length === 0) items.push('| no problems found | | | |');
  return {
    name: 'check findings',
    head: [
      `### ${TITLE}`,
      '',
      `Checked: ${escapeMarkdown(check?.checked.join(', ') ?? '')}.`,
      '',
      '| FindingSeverity | Code | About | What is wrong and what to do |',
      '| --- | --- | --- | --- |',
    ],
    items,
  };
}

function item({ severity, code: name, subject, message, hint }: Finding): string {
  const what = escapeMarkdown(shorten(`${message} ${hint}`.trim(), MAX_CHARACTERS));
  return `| ${severity} | ${markdownCode(name)} | ${markdownCode(shorten(subject, 100))} | ${what} |`;
}

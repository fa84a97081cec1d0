import type { Finding, Severity } from '../plan/finding.ts';
import { escapeMarkdown, markdownCode, shorten } from './escape.ts';
import type { MarkdownSection } from './markdown-budget.ts';
import { count } from './number-text.ts';
import { code, tableSection, text } from './page-table.ts';
import type { ReportHead } from './report-data.ts';

const LISTED = 50;
const CHARACTERS = 500;
const TONES: { readonly [severity in Severity]: string } = { error: 'bad', warning: 'warn', notice: 'calm' };

/** What the check of the tenant found, for the page; nothing when there was none or it found nothing. */
export function checkTable({ check }: ReportHead): string {
  const rows = (check?.findings ?? []).map(({ severity, code: name, subject, message, hint }) => [
    severity,
    code(name, 100, TONES[severity]),
    code(subject, 200),
    `${text(message, CHARACTERS)} ${text(hint, CHARACTERS)}`,
  ]);
  return tableSection('The check of the tenant', ['Severity', 'Code', 'About', 'What is wrong, and what to do'], rows);
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
      '### The check of the tenant',
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

import { escapeHtml, shorten } from '../../text/escape.ts';
import { count, counted, duration, size } from '../../text/number-text.ts';
import type { ReportHead } from '../report-data.ts';
import { requestWords } from '../request-words.ts';
import { MAX_CODE_CHARACTERS } from './page-row.ts';
import { code, tableSection, text } from './page-table.ts';

const MAX_FILES = 1000;

/** A table of names and counts; empty when all counts are 0. */
export function counts(title: string, column: string, rows: { readonly [key: string]: number }): string {
  const entries = Object.entries(rows).filter(([, number]) => number > 0);
  return tableSection(
    title,
    [column, '#Rows'],
    entries.map(([key, number]) => [text(key, 200), count(number)]),
  );
}

/** Rows with each warning; a code with rows links to them. `listed`: how many warnings of rows there are of each code. */
export function warningCounts(warnings: ReportHead['warnings'], listed: { readonly [code: string]: number }): string {
  const rows = Object.entries(warnings).map(([name, number]) => {
    const shown = code(name, MAX_CODE_CHARACTERS);
    if (!Object.hasOwn(listed, name)) return [shown, count(number)];
    const view = new URLSearchParams({ list: 'warnings', code: shorten(name, MAX_CODE_CHARACTERS) });
    return [`<a href="#${escapeHtml(String(view))}">${shown}</a>`, count(number)];
  });
  return tableSection('Warnings by code', ['Code', '#Rows'], rows);
}

/** Tenant, mapping, workflow run, and how the tenant responded. */
export function facts({ tenant, mapping, planDigest, requests, run, tool, mode, resumed }: ReportHead): string {
  const rows: string[][] = [];
  if (tenant !== null) rows.push(['Tenant', code(tenant, 300)]);
  if (mapping !== null) rows.push(['Mapping', code(mapping.name, 300)]);
  if (planDigest !== null) rows.push(['Plan digest', code(planDigest, 1000)]);
  if (resumed !== null)
    rows.push(['Resumed from', `${code(resumed.from, 300)}, ${counted(resumed.rows, 'row')} already settled`]);
  if (mode === 'apply') rows.push(...requestFacts(requests));
  if (run !== null) {
    const attempt = run.attempt > 1 ? `, attempt ${count(run.attempt)}` : '';
    const name = `run ${text(run.id, 50)}${attempt}`;
    rows.push(['Workflow', `${text(run.repository, 200)}, ${link(run.url, name)}, ${text(run.event, 50)}`]);
    rows.push(['Commit', code(run.sha, 64)]);
  }
  rows.push(['Tool', `${tool.name} ${text(tool.version, 50)}`]);
  const list = rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
  return `<section>\n<h2>Run details</h2>\n<dl>\n${list.join('')}</dl>\n</section>\n`;
}

/** The address comes from the runner's environment; only http(s) addresses become links. */
function link(address: string, name: string): string {
  if (!/^https?:\/\/[!-~]+$/.test(address)) return name;
  return `<a href="${text(address, 1000)}" rel="noopener noreferrer">${name}</a>`;
}

function requestFacts(requests: ReportHead['requests']): string[][] {
  const { sent, byStatus, latencyMs } = requests;
  const rows = [['Requests', requestWords(requests)]];
  if (sent === 0) return rows;
  const statuses = Object.entries(byStatus).map(([status, number]) => `${text(status, 20)}: ${count(number)}`);
  const { p50, p95, max } = latencyMs;
  rows.push(['Responses by status', statuses.join(' · ')]);
  const times = `median ${duration(p50)}, 95th percentile ${duration(p95)}, longest ${duration(max)}`;
  rows.push(['Response time', times]);
  return rows;
}

/** The files that were read, with their hashes. */
export function exportTable(head: ReportHead): string {
  const rows = head.export.files.slice(0, MAX_FILES).map((file) => {
    const name = code(file.name, 300);
    return [name, text(file.format, 20), text(file.encoding, 20), size(file.bytes), code(file.sha256, 64)];
  });
  return tableSection('Export files', ['File', 'Format', 'Encoding', '#Size', 'SHA-256'], rows);
}

import { count, duration, size } from '../../text/number-text.ts';
import type { ReportHead } from '../report-data.ts';
import { requestWords } from '../request-words.ts';
import { code, tableSection, text } from './page-table.ts';

const FILES_SHOWN = 1000;

/** What was counted under which name; nothing when nothing was. */
export function counts(title: string, column: string, rows: { readonly [key: string]: number }): string {
  const entries = Object.entries(rows).filter(([, number]) => number > 0);
  return tableSection(
    title,
    [column, '#Rows'],
    entries.map(([key, number]) => [text(key, 200), count(number)]),
  );
}

/** Who ran it, against what, and how the tenant answered. */
export function facts({ tenant, mapping, planDigest, requests, run, tool, mode, resumed }: ReportHead): string {
  const rows: string[][] = [];
  if (tenant !== null) rows.push(['Tenant', code(tenant, 300)]);
  if (mapping !== null) rows.push(['Mapping', code(mapping.name, 300)]);
  if (planDigest !== null) rows.push(['Plan digest', code(planDigest, 1000)]);
  if (resumed !== null) rows.push(['Continued', `${count(resumed.rows)} rows settled by ${code(resumed.from, 300)}`]);
  if (mode === 'apply') rows.push(...requestFacts(requests));
  if (run !== null) {
    const attempt = run.attempt > 1 ? `, attempt ${count(run.attempt)}` : '';
    const name = `run ${text(run.id, 50)}${attempt}`;
    rows.push(['Workflow', `${text(run.repository, 200)}, ${link(run.url, name)}, ${text(run.event, 50)}`]);
    rows.push(['Commit', code(run.sha, 64)]);
  }
  rows.push(['Made by', `${tool.name} ${text(tool.version, 50)}`]);
  const list = rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
  return `<section>\n<h2>The run</h2>\n<dl>\n${list.join('')}</dl>\n</section>\n`;
}

/** The address is the runner's; anything else than a page of the web is not led to. */
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
  rows.push(['Answers by status', statuses.join(' · ')]);
  rows.push(['Answered within', `${duration(p50)} (half), ${duration(p95)} (95 %), ${duration(max)} (all)`]);
  return rows;
}

/** The files that were read; their hashes say which ones they were. */
export function exportTable(head: ReportHead): string {
  const rows = head.export.files.slice(0, FILES_SHOWN).map((file) => {
    const name = code(file.name, 300);
    return [name, text(file.format, 20), text(file.encoding, 20), size(file.bytes), code(file.sha256, 64)];
  });
  return tableSection('The export', ['File', 'Format', 'Encoding', '#Size', 'SHA-256'], rows);
}

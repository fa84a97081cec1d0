import { escapeHtml, shorten } from '../../text/escape.ts';
import { codeText } from '../language/explained-row.ts';
import type { Words } from '../language/words.ts';
import type { ReportHead } from '../report-data.ts';
import { concurrencyWords, requestWords } from '../request-words.ts';
import type { SourceLinks } from '../source-links.ts';
import { sourceLink } from './page-place.ts';
import { MAX_CODE_CHARACTERS } from './page-row.ts';
import { code, tableSection, text } from './page-table.ts';

const MAX_FILES = 1000;

/** A table of names and counts; empty when all counts are 0. */
export function counts(title: string, column: string, rows: { readonly [key: string]: number }, words: Words): string {
  const entries = Object.entries(rows).filter(([, number]) => number > 0);
  return tableSection(
    title,
    [column, `#${words.text('column.rows')}`],
    entries.map(([key, number]) => [text(key, 200), words.count(number)]),
  );
}

/** Rows with each warning; a code with rows links to them. `listed`: how many warnings of rows there are of each code. */
export function warningCounts(
  warnings: ReportHead['warnings'],
  listed: { readonly [code: string]: number },
  words: Words,
): string {
  const rows = Object.entries(warnings).map(([name, number]) => {
    const shown = code(name, MAX_CODE_CHARACTERS);
    const meaning = codeText(name, words.language)?.meaning;
    const about = meaning === undefined ? '' : `<div class="hint">${text(meaning, 500)}</div>`;
    if (!Object.hasOwn(listed, name)) return [shown + about, words.count(number)];
    const view = new URLSearchParams({ list: 'warnings', code: shorten(name, MAX_CODE_CHARACTERS) });
    return [`<a href="#${escapeHtml(String(view))}">${shown}</a>${about}`, words.count(number)];
  });
  const columns = [words.text('column.code'), `#${words.text('column.rows')}`];
  return tableSection(words.text('warnings.by-code'), columns, rows);
}

/** Tenant, mapping, workflow run, and how the tenant responded. */
export function facts(
  { tenant, mapping, planDigest, requests, run, tool, mode, resumed }: ReportHead,
  links: SourceLinks,
  words: Words,
): string {
  const rows: string[][] = [];
  if (tenant !== null) rows.push([words.text('facts.tenant'), code(tenant, 300)]);
  if (mapping !== null) rows.push([words.text('facts.mapping'), fileName(mapping.name, links)]);
  if (planDigest !== null) rows.push([words.text('facts.digest'), code(planDigest, 1000)]);
  if (resumed !== null)
    rows.push([
      words.text('facts.resumed'),
      words.text('facts.settled', { from: code(resumed.from, 300), n: resumed.rows }),
    ]);
  if (mode === 'apply') rows.push(...requestFacts(requests, words));
  if (run !== null) {
    const { attempt } = run;
    const name = words.text(attempt > 1 ? 'facts.attempt' : 'facts.run', { id: text(run.id, 50), attempt });
    rows.push([
      words.text('facts.workflow'),
      `${text(run.repository, 200)}, ${link(run.url, name)}, ${text(run.event, 50)}`,
    ]);
    rows.push([words.text('facts.commit'), code(run.sha, 64)]);
  }
  rows.push([words.text('facts.tool'), `${tool.name} ${text(tool.version, 50)}`]);
  const list = rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
  return `<section>\n<h2>${words.text('facts.title')}</h2>\n<dl>\n${list.join('')}</dl>\n</section>\n`;
}

/** The address comes from the runner's environment; only http(s) addresses become links. */
function link(address: string, name: string): string {
  if (!/^https?:\/\/[!-~]+$/.test(address)) return name;
  return `<a href="${text(address, 1000)}" rel="noopener noreferrer">${name}</a>`;
}

function requestFacts(requests: ReportHead['requests'], words: Words): string[][] {
  const { sent, byStatus, latencyMs } = requests;
  const rows = [[words.text('facts.requests'), requestWords(requests, words)]];
  if (sent === 0) return rows;
  const statuses = Object.entries(byStatus).map(([status, number]) => `${text(status, 20)}: ${words.count(number)}`);
  const { p50, p95, max } = latencyMs;
  rows.push([words.text('facts.statuses'), statuses.join(' · ')]);
  const times = { p50: words.duration(p50), p95: words.duration(p95), max: words.duration(max) };
  rows.push([words.text('facts.latency'), words.text('facts.latencies', times)]);
  const found = concurrencyWords(requests, words);
  if (found !== null) rows.push([words.text('facts.concurrency'), found]);
  return rows;
}

/** The files that were read, with their hashes. */
export function exportTable(head: ReportHead, links: SourceLinks, words: Words): string {
  const rows = head.export.files.slice(0, MAX_FILES).map((file) => {
    const about = [text(file.format, 20), text(file.encoding, 20), words.size(file.bytes)];
    return [fileName(file.name, links), ...about, code(file.sha256, 64)];
  });
  const [format, encoding] = [words.text('column.format'), words.text('column.encoding')];
  const columns = [words.text('column.file'), format, encoding, `#${words.text('column.size')}`, 'SHA-256'];
  return tableSection(words.text('files.title'), columns, rows);
}

function fileName(name: string, { files }: SourceLinks): string {
  return sourceLink(Object.hasOwn(files, name) ? (files[name] ?? null) : null, code(name, 300));
}

import { PAGE_SCRIPT, PAGE_SCRIPT_HASH, PAGE_STYLE, PAGE_STYLE_HASH } from '../../generated/page-assets.ts';
import { scriptJson } from '../../text/escape.ts';
import { explainedRow } from '../language/explained-row.ts';
import { scriptTexts } from '../language/words-of.ts';
import { isRehearsal, reportTitle } from '../rehearsal.ts';
import type { ReportHead } from '../report-data.ts';
import { arrivalsTable } from '../sections/arrivals-section.ts';
import { canaryTable } from '../sections/canary-section.ts';
import { checkTable } from '../sections/check-section.ts';
import { deltaList } from '../sections/delta-section.ts';
import { fleetTable } from '../sections/fleet-section.ts';
import { leftOutTable } from '../sections/left-out-section.ts';
import { loginTable } from '../sections/login-section.ts';
import { missingTable } from '../sections/missing-section.ts';
import { passwordTable } from '../sections/password-section.ts';
import { samplesHtml } from '../sections/sample-section.ts';
import { statusTable } from '../sections/status-section.ts';
import { undoTable } from '../sections/undo-section.ts';
import { unreadTable } from '../sections/unread-section.ts';
import { verifiedTable } from '../sections/verified-section.ts';
import { shownHead } from '../shown-head.ts';
import { shownRow } from '../shown-row.ts';
import { inChunks } from '../text-chunks.ts';
import type { ListName } from './list-name.ts';
import { comparisonHtml } from './page-comparison.ts';
import { contentsBar, type PagePart, partHtml } from './page-contents.ts';
import { counts, exportTable, facts, warningCounts } from './page-facts.ts';
import { listData, listTable, type PageList } from './page-list.ts';
import { outcomeTotals } from './page-outcomes.ts';
import { period } from './page-period.ts';
import { placesSection } from './page-places.ts';
import { reasons } from './page-reasons.ts';
import { text } from './page-table.ts';
import { timelineSection } from './page-timeline.ts';
import { runTone, verdict } from './page-verdict.ts';
import type { ReportPage } from './report-page.ts';

/** `report.html` in chunks of about 64 KiB: a single page that loads nothing, works from disk and is readable without scripts. */
export function reportHtml(page: ReportPage): Generator<string> {
  return inChunks(pieces(page));
}

function* pieces(given: ReportPage): Generator<string> {
  const { level, words, notes, limits, links } = given;
  const page = { ...given, head: shownHead(given.head, level) };
  const { head } = page;
  const parts = partsOf(page).filter(({ html }) => html !== '');
  const lists = listsOf(page);
  const titles = lists.map(({ name }) => ({ id: name, title: words.text(`list.${name}.title`) }));
  yield* opening(page);
  const top = { id: 'result', title: words.text('page.top') };
  const details = { id: 'details', title: words.text('facts.title') };
  yield contentsBar([top, ...parts, ...titles, details], words.text('page.contents'));
  yield verdict(head, notes, limits, links, words);
  for (const part of parts) yield partHtml(part);
  for (const list of lists) yield* listTable(list);
  yield '<div id="details" class="facts">\n';
  yield facts(head, links, words);
  yield deltaList(head, words);
  yield warningCounts(head.warnings, given.lists.warnings.totals, words);
  yield counts(words.text('skipped.title'), words.text('column.rule'), head.skippedBy, words);
  yield '</div>\n';
  yield exportTable(head, links, words);
  const { language } = words;
  // Before the data, which may take a while to load.
  yield `</main>\n<script type="application/json">${scriptJson({ language, texts: scriptTexts(language), links })}</script>\n`;
  yield `<script>${PAGE_SCRIPT}</script>\n`;
  for (const list of lists) yield* listData(list);
  yield '</body>\n</html>\n';
}

function partsOf({ head, level, groups, places, fileNames, links, words }: ReportPage): PagePart[] {
  const part = (id: string, title: Parameters<typeof words.text>[0], html: string): PagePart => ({
    id,
    title: words.text(title),
    html,
  });
  const explained = (row: Parameters<typeof shownRow>[0]) =>
    explainedRow(shownRow(row, level, fileNames), words.language);
  return [
    part('flow', 'flow.title', hasRows(head) ? outcomeTotals(head, words) : ''),
    part('check', 'check.title', checkTable(head, words)),
    part('arrivals', 'arrivals.title', arrivalsTable(head, words)),
    part('comparison', 'compared.title', comparisonHtml(head.comparison, links, words)),
    part('reasons', 'reasons.title', reasons(groups, explained, links, words)),
    part('places', 'places.title', placesSection(places, fileNames, words)),
    part('canary', 'canary.title', canaryTable(head, words)),
    part('login', 'login.title', loginTable(head, words)),
    part('passwords', 'passwords.title', passwordTable(head, words)),
    part('statuses', 'statuses.title', statusTable(head, words)),
    part('left-out', 'left-out.title', leftOutTable(head, words, links)),
    part('unread', 'unread.title', unreadTable(head, words)),
    part('samples', 'samples.title', samplesHtml(head, words, links)),
    part('verified', 'verified.title', verifiedTable(head, words)),
    part('missing', 'missing.title', missingTable(head, words)),
    part('undo', 'undo.title', undoTable(head, words)),
    part('sending', 'sending.title', [...timelineSection(head, words)].join('')),
    part('fleet', 'fleet.title', fleetTable(head, words)),
  ];
}

/** The lists that this page has. */
function listsOf({ head, lists, links, words }: ReportPage): PageList[] {
  const { created, updated, planned, rows } = head.totals;
  const none = `<p class="dim">${words.text(rows === 0 ? 'page.no-rows' : 'page.none')}</p>\n`;
  const list = (name: ListName): PageList => ({
    ...{ name, rows: lists[name], rehearsed: isRehearsal(head), links, words },
    none: name === 'failures' ? none : '',
  });
  return [
    ...(hasRows(head) ? [list('failures')] : []),
    ...(Object.keys(lists.warnings.totals).length > 0 ? [list('warnings')] : []),
    ...(created + updated + planned > 0 ? [list('successes')] : []),
  ];
}

/** A check without an export has no rows, and a run that takes another back has none either. */
function hasRows({ mode, totals }: ReportHead): boolean {
  return (mode !== 'check' && mode !== 'undo') || totals.rows > 0;
}

/** Only the page's own script and style may run or load, even if a hostile record got past the escaping. */
const POLICY = [
  "default-src 'none'",
  `script-src 'sha256-${PAGE_SCRIPT_HASH}'`,
  `style-src 'sha256-${PAGE_STYLE_HASH}'`,
  "connect-src 'none'",
  "img-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

function* opening(page: ReportPage): Generator<string> {
  const { head, words } = page;
  const what = reportTitle(head, words);
  const outcome = words.text(`run.${head.outcome}`);
  const skip = hasRows(head) ? `<a class="skip" href="#failures">${words.text('page.skip')}</a>\n` : '';
  yield `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${what}: ${outcome}</title>
<style>${PAGE_STYLE}</style>
</head>
<body${isRehearsal(head) ? ' class="rehearsal"' : ''}>
${skip}<main>
<header>
<h1>${what} <span class="badge ${runTone(head)}">${outcome}</span></h1>
<p class="dim">${aboutRun(page).join(' · ')}</p>
</header>
`;
  if (isRehearsal(head)) yield `<p class="notes rehearsed">${words.text('rehearsal.note')}</p>\n`;
}

function aboutRun({ head, words }: ReportPage): string[] {
  const { tenant, totals, startedAt, finishedAt, durationMs } = head;
  const { files } = head.export;
  const more = files.length > 1 ? words.text('more.files', { n: files.length - 1 }) : '';
  return [
    ...(tenant === null ? [] : [text(tenant, 300)]),
    ...(files[0] === undefined ? [] : [`${text(files[0].name, 200)}${more}`]),
    ...(hasRows(head) ? [words.text('rows', { n: totals.rows })] : []),
    `${period(startedAt, finishedAt, words)}, ${words.duration(durationMs)}<span class="local"></span>`,
  ];
}

import { count, counted } from '../../../text/number-text.ts';
import type { PageRow } from '../page-rows.ts';
import { element } from './element.ts';
import { failuresTable } from './failures-table.ts';
import { filters } from './filters.ts';
import { markFound } from './found-words.ts';
import type { PageData } from './page-data.ts';
import { pager } from './pager.ts';
import { rowSearch } from './row-search.ts';
import { rowSelection } from './row-selection.ts';
import { readView, type View, writeView } from './view.ts';

/** Puts the table of failures with its search, filters and pages into `host`; the address after `#` keeps the view. */
export function showFailures(host: HTMLElement, { rows, totals, isWhole }: PageData): void {
  const search = rowSearch(rows);
  const select = rowSelection(rows, search);
  const { form, sizes, show: showFilters } = filters(rows, (change) => alter({ ...change, page: 1 }));
  const {
    table,
    body,
    show: showTable,
  } = failuresTable((column) => alter({ sort: column, descending: view.sort === column && !view.descending, page: 1 }));
  const status = element('p', { role: 'status' });
  const pagers = ['Pages of failures', 'Pages of failures, below'].map((label) =>
    pager(label, (page) => {
      alter({ page });
      if (table.getBoundingClientRect().top < 0) table.scrollIntoView();
    }),
  );
  const [above, below] = pagers.map(({ nav }) => nav);
  const notes = shortcomings(rows, totals, isWhole).map((text) => element('p', { class: 'note' }, text));
  host.replaceChildren(
    ...notes,
    form,
    element('div', { class: 'above' }, status, sizes, above ?? ''),
    table,
    element('div', { class: 'above' }, below ?? ''),
  );

  let view = readView(location.hash);
  render();
  inSpareTime(() => search.prepare());
  addEventListener('hashchange', () => {
    // A skip link or an address without a view leaves the view alone.
    if (location.hash !== '' && !location.hash.includes('=')) return;
    view = readView(location.hash);
    render();
  });

  function alter(change: Partial<View>): void {
    view = { ...view, ...change };
    render();
    try {
      history.replaceState(null, '', writeView(view));
    } catch {
      // A page without an address of its own; the table works all the same.
    }
  }

  function render(): void {
    const selected = select(view);
    const pages = Math.max(1, Math.ceil(selected.length / view.size));
    if (view.page > pages) view = { ...view, page: pages };
    const from = (view.page - 1) * view.size;
    const shown = Array.from(selected.subarray(from, from + view.size), (index) => rows[index]);
    showFilters(view);
    showTable({ rows: shown.filter((row) => row !== undefined), from, selected: selected.length, view });
    markFound(body, view.text);
    for (const { show } of pagers) show(view.page, pages);
    status.textContent = statusText(selected.length, from, shown.length, rows.length);
  }
}

function statusText(selected: number, from: number, shown: number, all: number): string {
  if (selected === 0) return `No failure matches; there are ${count(all)}.`;
  const which = selected === all ? counted(all, 'failure') : `${count(selected)} of ${counted(all, 'failure')}`;
  return shown === selected ? which : `${which}, ${count(from + 1)} to ${count(from + shown)} shown`;
}

/** What the reader must know that the table does not show. */
function shortcomings(rows: readonly PageRow[], totals: PageData['totals'], isWhole: boolean): string[] {
  if (!isWhole) return ['This page is cut off: the file ends before its end. Get it again, or read failures.csv.'];
  const parts = Object.entries(totals).flatMap(([outcome, all]) => {
    const held = rows.filter((row) => row.outcome === outcome).length;
    return held < all ? [`the first ${count(held)} of ${count(all)} ${outcome} rows`] : [];
  });
  if (parts.length === 0) return [];
  return [
    `A browser bears only so much: this table holds ${parts.join(', ')}. All are in failures.csv and report.json.`,
  ];
}

/** Calls `work` while the browser has nothing else to do, until there is no more of it. Not every browser tells. */
function inSpareTime(work: () => boolean): void {
  globalThis.requestIdleCallback?.((deadline) => {
    let isMore = true;
    while (isMore && deadline.timeRemaining() > 2) isMore = work();
    if (isMore) inSpareTime(work);
  });
}

import { count, counted } from '../../../text/number-text.ts';
import { LIST_WORDS, type ListWords } from '../page-list-words.ts';
import { element } from './element.ts';
import { filters } from './filters.ts';
import { listTable } from './list-table.ts';
import type { ListData } from './page-data.ts';
import { pager } from './pager.ts';
import { rowSearch } from './row-search.ts';
import { rowSelection } from './row-selection.ts';
import { highlightMatches } from './search-highlight.ts';
import { FIRST_VIEW, readView, type View, writeView } from './view.ts';

/** Shows a list with search, filters and pages in `host`; the address after `#` holds the view of the list that was used last. */
export function showList(host: HTMLElement, list: ListData): void {
  const { name, rows } = list;
  const words = LIST_WORDS[name];
  const search = rowSearch(rows);
  const select = rowSelection(rows, search);
  const { form, sizes, show: showFilters } = filters(words.title, rows, (change) => changeView({ ...change, page: 1 }));
  const {
    table,
    body,
    show: showTable,
  } = listTable(name, (column) =>
    changeView({ sort: column, descending: view.sort === column && !view.descending, page: 1 }),
  );
  const status = element('p', { role: 'status' });
  const pagers = [`Pages of ${name}`, `Pages of ${name}, below`].map((label) =>
    pager(label, (page) => {
      changeView({ page });
      if (table.getBoundingClientRect().top < 0) table.scrollIntoView();
    }),
  );
  const [above, below] = pagers.map(({ nav }) => nav);
  const notes = limitations(list, words).map((text) => element('p', { class: 'note' }, text));
  host.replaceChildren(
    ...notes,
    form,
    element('div', { class: 'above' }, status, sizes, above ?? ''),
    table,
    element('div', { class: 'above' }, below ?? ''),
  );

  let view = ownView() ?? { ...FIRST_VIEW, list: name };
  render();
  whenIdle(() => search.prepare());
  addEventListener('hashchange', () => {
    // A skip link or an address without a view leaves the view alone.
    if (location.hash !== '' && !location.hash.includes('=')) return;
    view = ownView() ?? view;
    render();
  });

  /** The view in the address; null when it is that of another list. */
  function ownView(): View | null {
    const found = readView(location.hash);
    return found.list === name ? found : null;
  }

  function changeView(change: Partial<View>): void {
    view = { ...view, ...change };
    render();
    try {
      history.replaceState(null, '', writeView(view));
    } catch {
      // A page without an address of its own; the table works anyway.
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
    highlightMatches(body, view.text);
    for (const { show } of pagers) show(view.page, pages);
    status.textContent = statusText(words.noun, selected.length, from, shown.length, rows.length);
  }
}

function statusText(noun: string, selected: number, from: number, shown: number, all: number): string {
  if (selected === 0) return `No ${noun}s match (${count(all)} in total).`;
  const which = selected === all ? counted(all, noun) : `${count(selected)} of ${counted(all, noun)}`;
  return shown === selected ? which : `${which}, ${count(from + 1)} to ${count(from + shown)} shown`;
}

/** What the table leaves out, for the reader. */
function limitations({ name, rows, totals, isComplete }: ListData, { kind, all: where }: ListWords): string[] {
  if (!isComplete)
    return [`This file is incomplete: part of the page is missing. Download it again, or open ${name}.csv.`];
  const parts = Object.entries(totals).flatMap(([value, all]) => {
    const held = rows.filter((row) => row[kind] === value).length;
    return held < all ? [`the first ${count(held)} of ${count(all)} ${value} rows`] : [];
  });
  if (parts.length === 0) return [];
  return [`To keep the page usable, this table holds only ${parts.join(', ')}. ${where}`];
}

/** Calls `work` while the browser is idle, until it returns false. Does nothing in browsers without `requestIdleCallback`. */
function whenIdle(work: () => boolean): void {
  globalThis.requestIdleCallback?.((deadline) => {
    let hasMore = true;
    while (hasMore && deadline.timeRemaining() > 2) hasMore = work();
    if (hasMore) whenIdle(work);
  });
}

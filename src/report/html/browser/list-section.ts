import { LIST_FILES, type ListName } from '../list-name.ts';
import type { PageRow } from '../page-rows.ts';
import { download } from './download-file.ts';
import { element } from './element.ts';
import { filters } from './filters.ts';
import { type FoundElsewhere, foundElsewhere } from './found-elsewhere.ts';
import { listCsv } from './list-csv.ts';
import { listTable } from './list-table.ts';
import { outcomeLabel } from './outcome-label.ts';
import type { ListData, PageSetup } from './page-data.ts';
import type { PageWords } from './page-words.ts';
import { pager } from './pager.ts';
import { rowSearch } from './row-search.ts';
import { rowSelection } from './row-selection.ts';
import { highlightMatches } from './search-highlight.ts';
import type { ShownList } from './shown-list.ts';
import { FIRST_VIEW, readView, type View, writeView } from './view.ts';

/** A printed page has no pager. Users without failures are not printed. */
const PRINTED_ROWS: { readonly [name in ListName]: number } = { failures: 200, warnings: 50, successes: 0 };

/**
 * Shows a list with search, filters and pages in `host`; the address after `#` holds the view of the list that was used last.
 * `others`: the lists in which a search looks too.
 */
export function showList(
  host: HTMLElement,
  list: ListData,
  setup: PageSetup,
  others: () => readonly ShownList[],
): ShownList {
  const { name, rows } = list;
  const { words } = setup;
  const search = rowSearch(rows, (outcome) => outcomeLabel(outcome, words));
  const select = rowSelection(rows, search);
  const { form, sizes, show: showFilters } = filters(name, rows, words, (change) => changeView({ ...change, page: 1 }));
  const table = listTable(name, setup, (column) =>
    changeView({ sort: column, descending: view.sort === column && !view.descending, page: 1 }),
  );
  const status = element('p', { role: 'status' });
  const elsewhere: FoundElsewhere = foundElsewhere(words);
  const printed = element('p', { class: 'printed' });
  const csv = element('button', { type: 'button', class: 'csv' }, words.text('list.csv'));
  csv.addEventListener('click', () => download(`${name}-filtered.csv`, listCsv(selectedRows(select(view)))));
  const label = words.text(`list.${name}.pages`);
  const pagers = [label, words.text('list.pages.below', { pages: label })].map((label) =>
    pager(label, words, (page) => {
      changeView({ page });
      if (table.table.getBoundingClientRect().top < 0) table.table.scrollIntoView();
    }),
  );
  const [above, below] = pagers.map(({ nav }) => nav);
  host.replaceChildren(
    ...limitations(list, words).map((text) => element('p', { class: 'note' }, text)),
    form,
    elsewhere.line,
    element('div', { class: 'above' }, status, csv, sizes, above ?? ''),
    printed,
    table.table,
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
  addEventListener('beforeprint', () => render({ ...view, page: 1, size: PRINTED_ROWS[name] }));
  addEventListener('afterprint', () => render());

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

  function selectedRows(indexes: Iterable<number>): PageRow[] {
    return Array.from(indexes, (index) => rows[index]).filter((row) => row !== undefined);
  }

  function render(shownView?: View): void {
    const selected = select(shownView ?? view);
    if (shownView === undefined) {
      const pages = Math.max(1, Math.ceil(selected.length / view.size));
      if (view.page > pages) view = { ...view, page: pages };
      showFilters(view);
      for (const { show } of pagers) show(view.page, pages);
      elsewhere.show(view.text, others());
    }
    const { page, size, text } = shownView ?? view;
    const from = (page - 1) * size;
    const shown = selectedRows(selected.subarray(from, from + size));
    table.show({ rows: shown, from, selected: selected.length, view });
    highlightMatches(table.body, text);
    status.textContent = statusText(list, words, selected.length, from, shown.length);
    const part = words.text(`list.${name}.of`, { selected: shown.length, n: selected.length });
    printed.textContent =
      shown.length === selected.length ? '' : words.text('list.printed', { shown: part, file: LIST_FILES[name] });
  }

  return {
    name,
    find: (text) => selectedRows(select({ ...FIRST_VIEW, list: name, text })),
    refresh: render,
  };
}

function statusText({ name, rows }: ListData, words: PageWords, selected: number, from: number, shown: number): string {
  if (selected === 0) return words.text(`list.${name}.none`, { all: rows.length });
  const which =
    selected === rows.length
      ? words.text(`list.${name}.count`, { n: selected })
      : words.text(`list.${name}.of`, { selected, n: rows.length });
  return shown === selected ? which : words.text('list.shown', { list: which, from: from + 1, to: from + shown });
}

/** What the table leaves out, for the reader. */
function limitations({ name, rows, totals, isComplete }: ListData, words: PageWords): string[] {
  if (!isComplete) return [words.text('list.incomplete', { file: LIST_FILES[name] })];
  const kind = name === 'warnings' ? 'code' : 'outcome';
  const held = new Map<string, number>();
  for (const row of rows) held.set(row[kind] ?? '', (held.get(row[kind] ?? '') ?? 0) + 1);
  const parts = Object.entries(totals).flatMap(([value, all]) => {
    const here = held.get(value) ?? 0;
    return here < all ? [words.text('list.first', { held: here, all, kind: kindText(value, kind, words) })] : [];
  });
  if (parts.length === 0) return [];
  return [words.text('list.limited', { parts: parts.join(', '), all: words.text(`list.${name}.all`) })];
}

function kindText(value: string, kind: 'code' | 'outcome', words: PageWords): string {
  return kind === 'code' ? value : outcomeLabel(value as PageRow['outcome'], words);
}

/** Calls `work` while the browser is idle, until it returns false. Does nothing in browsers without `requestIdleCallback`. */
function whenIdle(work: () => boolean): void {
  globalThis.requestIdleCallback?.((deadline) => {
    let hasMore = true;
    while (hasMore && deadline.timeRemaining() > 2) hasMore = work();
    if (hasMore) whenIdle(work);
  });
}

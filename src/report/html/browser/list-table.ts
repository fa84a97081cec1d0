import type { SourceLinks } from '../../source-links.ts';
import type { ListName } from '../list-name.ts';
import type { PageRow } from '../page-rows.ts';
import { copyButton } from './copy-text.ts';
import { element } from './element.ts';
import { outcomeLabel } from './outcome-label.ts';
import type { PageSetup } from './page-data.ts';
import type { PageWords } from './page-words.ts';
import { linked, placed, rowPlace } from './row-place.ts';
import { rowText } from './row-text.ts';
import { SORT_COLUMNS, type SortColumn, type View } from './view.ts';

/** What one page of the table shows. */
export interface TablePage {
  readonly rows: readonly PageRow[];
  /** Index of its first row among all rows that the view selects. */
  readonly from: number;
  readonly selected: number;
  readonly view: View;
}

/** The columns of a list: a user without failures has no code and no message. */
function columnsOf(name: ListName): readonly SortColumn[] {
  return name === 'successes'
    ? SORT_COLUMNS.filter((column) => column !== 'code' && column !== 'message')
    : SORT_COLUMNS;
}

/**
 * The table of a list; it holds one page of rows at a time. Its elements have explicit roles because narrow screens show
 * rows as cards, and some browsers then drop the table semantics.
 */
export function listTable(
  name: ListName,
  { words, links }: PageSetup,
  onSort: (column: SortColumn) => void,
): {
  readonly table: HTMLTableElement;
  /** Holds the rows. */
  readonly body: HTMLElement;
  readonly show: (page: TablePage) => void;
} {
  const columns = columnsOf(name);
  const headers = columns.map((column) => header(column, words, onSort));
  const last = element('th', { scope: 'col', role: 'columnheader', class: 'in-copy' }, words.text('list.copy'));
  const head = element('tr', { role: 'row', 'aria-rowindex': 1 }, ...headers, last);
  const body = element('tbody', { role: 'rowgroup' });
  const table = element(
    'table',
    { class: `rows of-${name}`, role: 'table', 'aria-labelledby': `${name}-title` },
    element('thead', { role: 'rowgroup' }, head),
    body,
  );

  function show({ rows, from, selected, view }: TablePage): void {
    for (const [index, column] of columns.entries()) {
      const direction = view.descending ? 'descending' : 'ascending';
      headers[index]?.setAttribute('aria-sort', view.sort === column ? direction : 'none');
    }
    table.setAttribute('aria-rowcount', String(selected + 1));
    body.replaceChildren(...rows.map((row, index) => tableRow(row, from + index + 2)));
  }

  function tableRow(row: PageRow, index: number): HTMLTableRowElement {
    const cells = columns.map((column) => cell(column, ...contents(row, column, words, links)));
    return element('tr', { role: 'row', 'aria-rowindex': index }, ...cells, cell('copy', ...copies(row, words)));
  }

  return { table, body, show };
}

function header(column: SortColumn, words: PageWords, onSort: (column: SortColumn) => void): HTMLTableCellElement {
  const button = element('button', { type: 'button' }, words.text(`list.${column}`));
  button.addEventListener('click', () => onSort(column));
  return element('th', { scope: 'col', role: 'columnheader', class: `in-${column}` }, button);
}

function contents(row: PageRow, column: SortColumn, words: PageWords, links: SourceLinks): (Node | string)[] {
  const { outcome, code, field, attempts } = row;
  switch (column) {
    case 'row':
      return [String(row.row)];
    case 'where':
      return [rowPlace(row, links)];
    case 'outcome': {
      const shown = element('span', { class: `outcome ${outcome}` }, outcomeLabel(outcome, words));
      return attempts > 1 ? [shown, detail(words.text('list.requests', { n: attempts }))] : [shown];
    }
    case 'code':
      return [
        ...(code === null ? [] : [element('code', {}, code)]),
        ...(field === null
          ? []
          : [element('div', { class: 'detail' }, linked(ruleOf(field, links), element('span', {}, field)))]),
      ];
    case 'message':
      return explanation(row, words, links);
    case 'user':
      return identifiers(row);
  }
}

function ruleOf(field: string, { rules }: SourceLinks): string | null {
  return Object.hasOwn(rules, field) ? (rules[field] ?? null) : null;
}

/** In another language than English, a message of the run is marked as English. */
function explanation({ meaning, message, hint }: PageRow, { language }: PageWords, links: SourceLinks): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (meaning !== null) parts.push(element('div', {}, meaning));
  const english = { lang: language === 'en' ? null : 'en', class: meaning === null ? null : 'detail' };
  if (message !== null) parts.push(element('div', english, ...placed(message, links)));
  if (hint !== null)
    parts.push(element('div', { class: 'hint', lang: meaning === null ? english.lang : null }, ...placed(hint, links)));
  return parts;
}

function identifiers({ sub, email, username, mobile_number }: PageRow): HTMLElement[] {
  const named = { email, username, mobile_number, sub };
  return Object.entries(named).flatMap(([name, value]) =>
    value === null ? [] : [element('code', { class: name, title: name }, value)],
  );
}

function copies(row: PageRow, words: PageWords): HTMLElement[] {
  const { hint } = row;
  const number = { row: String(row.row) };
  const copyRow = copyButton(words.text('list.row'), words.text('list.copy-row', number), words, () =>
    rowText(row, outcomeLabel(row.outcome, words), words),
  );
  if (hint === null) return [copyRow];
  return [copyRow, copyButton(words.text('list.hint'), words.text('list.copy-hint-of', number), words, () => hint)];
}

function cell(column: string, ...children: (Node | string)[]): HTMLTableCellElement {
  return element('td', { role: 'cell', class: `in-${column}` }, ...children);
}

function detail(text: string): HTMLElement {
  return element('div', { class: 'detail' }, text);
}

import type { ListName } from '../page-list-words.ts';
import type { PageRow } from '../page-rows.ts';
import { copyButton } from './copy-text.ts';
import { element } from './element.ts';
import { outcomeLabel } from './outcome-label.ts';
import { rowText } from './row-text.ts';
import type { SortColumn, View } from './view.ts';

/** What one page of the table shows. */
export interface TablePage {
  readonly rows: readonly PageRow[];
  /** Index of its first row among all rows that the view selects. */
  readonly from: number;
  readonly selected: number;
  readonly view: View;
}

const TITLES: { readonly [column in SortColumn]: string } = {
  row: 'Row',
  where: 'Where',
  outcome: 'Outcome',
  code: 'Code',
  message: 'What is wrong and what to do',
  user: 'User',
};
const COLUMNS = Object.keys(TITLES) as SortColumn[];

/**
 * The table of a list; it holds one page of rows at a time. Its elements have explicit roles because narrow screens show
 * rows as cards, and some browsers then drop the table semantics.
 */
export function listTable(
  name: ListName,
  onSort: (column: SortColumn) => void,
): {
  readonly table: HTMLTableElement;
  /** Holds the rows. */
  readonly body: HTMLElement;
  readonly show: (page: TablePage) => void;
} {
  const headers = COLUMNS.map((column) => header(column, onSort));
  const last = element('th', { scope: 'col', role: 'columnheader', class: 'in-copy' }, 'Copy');
  const head = element('tr', { role: 'row', 'aria-rowindex': 1 }, ...headers, last);
  const body = element('tbody', { role: 'rowgroup' });
  const table = element(
    'table',
    { class: 'rows', role: 'table', 'aria-labelledby': `${name}-title` },
    element('thead', { role: 'rowgroup' }, head),
    body,
  );

  function show({ rows, from, selected, view }: TablePage): void {
    for (const [index, column] of COLUMNS.entries()) {
      const direction = view.descending ? 'descending' : 'ascending';
      headers[index]?.setAttribute('aria-sort', view.sort === column ? direction : 'none');
    }
    table.setAttribute('aria-rowcount', String(selected + 1));
    body.replaceChildren(...rows.map((row, index) => tableRow(row, from + index + 2)));
  }

  return { table, body, show };
}

function header(column: SortColumn, onSort: (column: SortColumn) => void): HTMLTableCellElement {
  const button = element('button', { type: 'button' }, TITLES[column]);
  button.addEventListener('click', () => onSort(column));
  return element('th', { scope: 'col', role: 'columnheader', class: `in-${column}` }, button);
}

function tableRow(row: PageRow, index: number): HTMLTableRowElement {
  const { outcome, code, field, attempts } = row;
  return element(
    'tr',
    { role: 'row', 'aria-rowindex': index },
    cell('row', String(row.row)),
    cell('where', element('code', {}, `${row.file}:${row.line}`)),
    cell(
      'outcome',
      element('span', { class: `outcome ${outcome}` }, outcomeLabel(outcome)),
      ...(attempts > 1 ? [detail(`${attempts} requests`)] : []),
    ),
    cell('code', ...(code === null ? [] : [element('code', {}, code)]), ...(field === null ? [] : [detail(field)])),
    cell('message', ...explanation(row)),
    cell('user', ...identifiers(row)),
    cell('copy', ...copies(row)),
  );
}

function explanation({ message, hint }: PageRow): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (message !== null) parts.push(element('div', {}, message));
  if (hint !== null) parts.push(element('div', { class: 'hint' }, hint));
  return parts;
}

function identifiers({ sub, email, username, mobile_number }: PageRow): HTMLElement[] {
  const named = { email, username, mobile_number, sub };
  return Object.entries(named).flatMap(([name, value]) =>
    value === null ? [] : [element('code', { class: name, title: name }, value)],
  );
}

function copies(row: PageRow): HTMLElement[] {
  const { hint } = row;
  const copyRow = copyButton('Row', `Copy row ${row.row} as text`, () => rowText(row, outcomeLabel(row.outcome)));
  return hint === null ? [copyRow] : [copyRow, copyButton('Hint', `Copy the hint for row ${row.row}`, () => hint)];
}

function cell(column: string, ...children: (Node | string)[]): HTMLTableCellElement {
  return element('td', { role: 'cell', class: `in-${column}` }, ...children);
}

function detail(text: string): HTMLElement {
  return element('div', { class: 'detail' }, text);
}

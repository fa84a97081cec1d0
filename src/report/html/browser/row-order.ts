import type { PageRow } from '../page-rows.ts';
import type { SortColumn } from './view.ts';

/** Sorts rows by a column and keeps each order. Rows with equal values stay in row order; empty values come last. */
export function rowOrder(rows: readonly PageRow[]): (column: SortColumn) => Uint32Array {
  const known = new Map<SortColumn, Uint32Array>();
  return (column) => {
    const order = known.get(column) ?? sorted(rows, column);
    known.set(column, order);
    return order;
  };
}

function sorted(rows: readonly PageRow[], column: SortColumn): Uint32Array {
  const order = Uint32Array.from(rows, (_, index) => index);
  if (column === 'row') return order;
  const keys = rows.map((row) => sortKey(row, column));
  return order.sort((a, b) => {
    const left = keys[a] ?? '';
    const right = keys[b] ?? '';
    return left < right ? -1 : left > right ? 1 : a - b;
  });
}

function sortKey(row: PageRow, column: SortColumn): string {
  switch (column) {
    case 'row':
      return '';
    case 'where':
      // Padded, so that line 9 comes before line 10.
      return `${row.file}:${String(row.line).padStart(10, '0')}`;
    case 'outcome':
      return row.outcome;
    case 'code':
      return row.code ?? LAST;
    case 'message':
      return row.message?.toLowerCase() ?? LAST;
    case 'user':
      return (row.email ?? row.username ?? row.mobile_number ?? row.sub)?.toLowerCase() ?? LAST;
  }
}

/** Sorts after every text. */
const LAST = '\uffff';

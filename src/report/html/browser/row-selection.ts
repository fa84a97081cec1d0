import type { PageRow } from '../page-rows.ts';
import { rowOrder } from './row-order.ts';
import type { RowSearch } from './row-search.ts';
import type { View } from './view.ts';

/** Returns the indexes of all rows that a view selects, in its order, not only those of its page. */
export function rowSelection(rows: readonly PageRow[], { finder }: RowSearch): (view: View) => Uint32Array {
  const order = rowOrder(rows);
  return ({ text, outcomes, code, sort, descending }) => {
    const matches = finder(text);
    const wanted = new Set(outcomes);
    const selected = order(sort).filter((index) => {
      const row = rows[index];
      if (row === undefined) return false;
      if (wanted.size > 0 && !wanted.has(row.outcome)) return false;
      if (code !== null && row.code !== code) return false;
      return matches(index);
    });
    return descending ? selected.reverse() : selected;
  };
}

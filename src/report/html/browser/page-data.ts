import type { ListName } from '../page-list-words.ts';
import { type PageRow, pageRowReader } from '../page-rows.ts';

/** The data that the page contains for one list. */
export interface ListData {
  readonly name: ListName;
  readonly rows: readonly PageRow[];
  /** Rows of each kind in the run; the page may hold fewer. */
  readonly totals: Totals;
  /** False when the end of the list is missing, as after an interrupted download. */
  readonly isComplete: boolean;
}

type Totals = { readonly [kind: string]: number };
type Cells = Parameters<ReturnType<typeof pageRowReader>>[0];
type Block = readonly Cells[] | { readonly list: ListName; readonly totals: Totals } | { readonly end: number };

/** Reads the page's data blocks and removes them from the page to free their memory. */
export function readPageData(): (name: ListName) => ListData {
  const lists = new Map<ListName, ListData>();
  let read = pageRowReader();
  let rows: PageRow[] = [];
  let list: ListData | null = null;
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const block = parsed(script.textContent);
    script.remove();
    if (block === null) break;
    if ('list' in block) {
      read = pageRowReader();
      rows = [];
      list = { name: block.list, rows, totals: block.totals, isComplete: false };
      lists.set(list.name, list);
    } else if ('end' in block) {
      if (list !== null) lists.set(list.name, { ...list, isComplete: block.end === rows.length });
    } else for (const cells of block) rows.push(read(cells));
  }
  return (name) => lists.get(name) ?? { name, rows: [], totals: {}, isComplete: false };
}

/** Null for a block that is cut off. */
function parsed(json: string | null): Block | null {
  try {
    return JSON.parse(json ?? '') as Block;
  } catch {
    return null;
  }
}

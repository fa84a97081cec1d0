import { type PageRow, pageRowReader } from '../page-rows.ts';

/** The data that the page contains for the table. */
export interface PageData {
  readonly rows: readonly PageRow[];
  /** Rows of each outcome in the run; the page may hold fewer. */
  readonly totals: Totals;
  /** False when the end of the file is missing, as after an interrupted download. */
  readonly isComplete: boolean;
}

type Totals = { readonly [outcome: string]: number };
type Cells = Parameters<ReturnType<typeof pageRowReader>>[0];
type Block = readonly Cells[] | { readonly totals: Totals } | { readonly end: number };

/** Reads the page's data blocks and removes them from the page to free their memory. */
export function readPageData(): PageData {
  const read = pageRowReader();
  const rows: PageRow[] = [];
  let totals: Totals = {};
  let isComplete = false;
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const block = parsed(script.textContent);
    script.remove();
    if (block === null) break;
    if ('totals' in block) totals = block.totals;
    else if ('end' in block) isComplete = block.end === rows.length;
    else for (const cells of block) rows.push(read(cells));
  }
  return { rows, totals, isComplete };
}

/** Null for a block that is cut off. */
function parsed(json: string | null): Block | null {
  try {
    return JSON.parse(json ?? '') as Block;
  } catch {
    return null;
  }
}

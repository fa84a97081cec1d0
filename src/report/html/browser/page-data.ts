import { type PageRow, pageRowReader } from '../page-rows.ts';

/** What the page brings along for the table. */
export interface PageData {
  readonly rows: readonly PageRow[];
  /** Rows of each outcome that the run has; the page may hold fewer. */
  readonly totals: Totals;
  /** False when the file ends before its end: half a download. */
  readonly isWhole: boolean;
}

type Totals = { readonly [outcome: string]: number };
type Cells = Parameters<ReturnType<typeof pageRowReader>>[0];
type Block = readonly Cells[] | { readonly totals: Totals } | { readonly end: number };

/** Reads the page's data blocks, and takes them out of it: their text is not needed twice. */
export function readPageData(): PageData {
  const read = pageRowReader();
  const rows: PageRow[] = [];
  let totals: Totals = {};
  let isWhole = false;
  for (const script of document.querySelectorAll('script[type="application/json"]')) {
    const block = parsed(script.textContent);
    script.remove();
    if (block === null) break;
    if ('totals' in block) totals = block.totals;
    else if ('end' in block) isWhole = block.end === rows.length;
    else for (const cells of block) rows.push(read(cells));
  }
  return { rows, totals, isWhole };
}

/** Null for a block that ends in its midst. */
function parsed(json: string | null): Block | null {
  try {
    return JSON.parse(json ?? '') as Block;
  } catch {
    return null;
  }
}

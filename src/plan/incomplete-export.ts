import type { Claim, Page } from '../source/page-claims.ts';
import type { ExportFile } from '../source/record.ts';
import { count, counted } from '../text/number-text.ts';

/** Users may be added and deleted while the pages of a list are fetched, so the totals of its pages may differ a little. */
const MAX_TOTAL_DRIFT = 0.05;

/** Pages of one file that make the same claims. */
interface PageGroup extends Page {
  readonly documents: number;
}

/** Collects what the files of an export say about their lists. All of them are taken as pages of one list. */
export class ListPages {
  readonly #files: readonly ExportFile[];
  /** By file and claims, so that memory does not grow with the number of documents. */
  readonly #groups = new Map<string, PageGroup>();

  constructor(files: readonly ExportFile[]) {
    this.#files = files;
  }

  readonly add = (page: Page): void => {
    const { file, rows, total, atLeast, offset, pages, more, limit } = page;
    const key = JSON.stringify([file, total, atLeast, offset, pages, more, limit]);
    const { rows: before = 0, documents = 0 } = this.#groups.get(key) ?? {};
    this.#groups.set(key, { ...page, rows: before + rows, documents: documents + 1 });
  };

  /**
   * Why the export holds fewer users than exist, as a sentence without its period; null when nothing says so.
   * @param rows number of records of all files.
   */
  missing(rows: number): string | null {
    const all = [...this.#groups.values()];
    const pages = all.filter(({ file }) => !this.#isRepeated(file));
    const held = rows - sum(all) + sum(pages);
    const says = (page: Page, { key }: Claim<unknown>, what: string): string =>
      `${this.#files[page.file]?.name} says that ${what} (${key})`;

    const [cut] = pages.filter(({ limit }) => limit !== null);
    if (cut !== undefined)
      return `${this.#files[cut.file]?.name} says that the server stopped before the end of the list (${cut.limit})`;
    const short = shortList(pages, held);
    if (short !== null) {
      const { page, total, rows: found } = short;
      return `${says(page, total, `the list has ${counted(total.value, 'user')}`)}, but the export holds ${count(found)}`;
    }
    for (const page of pages) {
      const { atLeast, offset } = page;
      if (atLeast !== null && atLeast.value > held)
        return `${says(page, atLeast, `the list has ${counted(atLeast.value, 'user')}`)}, but the export holds ${count(held)}`;
      if (offset !== null && offset.value > 0 && offset.value >= held)
        return `${says(page, offset, `${counted(offset.value, 'user')} precede its first one`)}, but the export does not hold them`;
    }
    const open = pages.filter(({ total }) => total === null);
    const last = open.at(-1);
    if (last?.more?.value === true && open.every(({ more }) => more?.value === true))
      return `${says(last, last.more, 'more users follow')}, and no file has the end of the list`;
    const documents = pages.reduce((total, group) => total + group.documents, 0);
    const [most] = open.toSorted((a, b) => (b.pages?.value ?? 0) - (a.pages?.value ?? 0));
    if (most?.pages != null && most.pages.value > documents)
      return `${says(most, most.pages, `the list has ${counted(most.pages.value, 'page')}`)}, but the export holds ${count(documents)}`;
    return null;
  }

  /** Whether an earlier file has the same content: a page that was fetched twice. */
  #isRepeated(file: number): boolean {
    const sha256 = this.#files[file]?.sha256;
    return this.#files.findIndex((each) => each.sha256 === sha256) < file;
  }
}

/**
 * A list with fewer records than its total. Pages that hold all records of their list by themselves are lists of their own;
 * the others belong together when their totals are about the same. Records of pages without a total count for every list.
 */
function shortList(pages: readonly Page[], held: number) {
  const counted = pages.flatMap((page) => (page.total === null ? [] : [{ page, total: page.total, rows: page.rows }]));
  const others = held - sum(counted);
  let open = counted.filter(({ rows, total }) => rows < total.value).sort((a, b) => b.total.value - a.total.value);
  for (let [first] = open; first !== undefined; [first] = open) {
    const lowest = first.total.value * (1 - MAX_TOTAL_DRIFT);
    const list = open.filter(({ total }) => total.value >= lowest);
    const least = list.at(-1) ?? first;
    const rows = sum(list) + others;
    if (rows < least.total.value) return { ...least, rows };
    open = open.filter((each) => !list.includes(each));
  }
  return null;
}

function sum(pages: readonly { readonly rows: number }[]): number {
  return pages.reduce((total, { rows }) => total + rows, 0);
}

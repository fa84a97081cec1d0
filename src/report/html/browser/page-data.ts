import type { Language } from '../../language/language.ts';
import { createWords } from '../../language/words.ts';
import type { ScriptTexts } from '../../language/words-of.ts';
import type { SourceLinks } from '../../source-links.ts';
import type { ListName } from '../list-name.ts';
import { type PageRow, pageRowReader } from '../page-rows.ts';
import type { PageWords } from './page-words.ts';

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

/** What the script needs before it has the rows. */
export interface PageSetup {
  readonly words: PageWords;
  readonly links: SourceLinks;
}

/** Reads and removes the block before the script. */
export function readSetup(): PageSetup {
  const script = document.querySelector('script[type="application/json"]');
  const given = JSON.parse(script?.textContent ?? '') as {
    readonly language: Language;
    readonly texts: ScriptTexts;
    readonly links: SourceLinks;
  };
  script?.remove();
  return { words: createWords(given.language, given.texts), links: given.links };
}

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

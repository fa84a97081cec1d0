import { element } from './element.ts';
import { outcomeLabel } from './outcome-label.ts';
import type { PageWords } from './page-words.ts';
import type { ShownList } from './shown-list.ts';
import { FIRST_VIEW, writeView } from './view.ts';

/** So few rows are named, more are counted. */
const MAX_NAMED = 3;

/** The line below the search of a list that shows what it finds in the others: `customers.csv:2 → created`. */
export interface FoundElsewhere {
  readonly line: HTMLElement;
  readonly show: (text: string, others: readonly ShownList[]) => void;
}

export function foundElsewhere(words: PageWords): FoundElsewhere {
  const line = element('p', { class: 'elsewhere', 'aria-live': 'polite' });
  return {
    line,
    show(text, others) {
      const found = text === '' ? [] : others.flatMap((list) => linksTo(list, text, words));
      line.replaceChildren(...(found.length === 0 ? [] : [words.text('list.elsewhere'), ...found]));
    },
  };
}

function linksTo({ name, find }: ShownList, text: string, words: PageWords): (Node | string)[] {
  const rows = find(text);
  if (rows.length === 0) return [];
  const href = writeView({ ...FIRST_VIEW, list: name, text });
  if (rows.length > MAX_NAMED)
    return [' ', element('a', { href }, words.text(`list.${name}.count`, { n: rows.length }))];
  return rows.flatMap(({ file, line, outcome, code }) => {
    const what = name === 'warnings' ? (code ?? '') : outcomeLabel(outcome, words);
    return [' ', element('a', { href }, element('code', {}, `${file}:${line}`), ` → ${what}`)];
  });
}

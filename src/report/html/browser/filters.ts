import type { Outcome } from '../../../plan/row.ts';
import type { ListName } from '../list-name.ts';
import type { PageRow } from '../page-rows.ts';
import { element } from './element.ts';
import { outcomeLabel } from './outcome-label.ts';
import type { PageWords } from './page-words.ts';
import { FIRST_VIEW, NO_FILTERS, PAGE_SIZES, type View } from './view.ts';

/** Pause after the last keystroke before the search starts. */
const TYPING_MS = 120;

/** The search field, the filters and the page size; `change` is called with what the reader changed. */
export function filters(
  name: ListName,
  rows: readonly PageRow[],
  words: PageWords,
  change: (change: Partial<View>) => void,
): { readonly form: HTMLElement; readonly sizes: HTMLElement; readonly show: (view: View) => void } {
  const search = element('input', {
    type: 'search',
    class: 'wide',
    placeholder: words.text('list.placeholder'),
    autocomplete: 'off',
    spellcheck: 'false',
  });
  let typing: ReturnType<typeof setTimeout> | undefined;
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ text: search.value.trim() }), TYPING_MS);
  });

  const codes = tally(rows, 'code');
  const code = element('select', {}, element('option', { value: '' }, words.text('list.any')));
  for (const [name, number] of codes)
    code.append(element('option', { value: name }, `${name} (${words.count(number)})`));
  code.addEventListener('change', () => change({ code: code.value === '' ? null : code.value }));

  const boxes = tally(rows, 'outcome').map(([outcome, number]) => {
    const box = element('input', { type: 'checkbox', value: outcome });
    box.addEventListener('change', () => change({ outcomes: checked() }));
    const label = element(
      'label',
      { class: `outcome ${outcome}` },
      box,
      outcomeLabel(outcome as Outcome, words),
      ' ',
      element('span', {}, words.count(number)),
    );
    return { box, label };
  });
  const checked = (): string[] => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const legend = element('legend', {}, words.text('list.outcome'));
  const outcomes = element('fieldset', {}, legend, ...boxes.map(({ label }) => label));

  const size = element('select', {}, ...PAGE_SIZES.map((rows) => element('option', {}, String(rows))));
  size.addEventListener('change', () => change({ size: Number(size.value) }));

  const clear = element('button', { type: 'button' }, words.text('list.clear'));
  clear.addEventListener('click', () => {
    change(NO_FILTERS);
    search.focus();
  });

  return {
    form: element(
      'search',
      { class: 'filters', 'aria-label': words.text(`list.${name}.title`) },
      element('label', { class: 'grow' }, element('span', {}, words.text('list.search')), search),
      ...(codes.length === 0 ? [] : [element('label', {}, element('span', {}, words.text('list.code')), code)]),
      outcomes,
      clear,
    ),
    sizes: element('label', {}, element('span', {}, words.text('list.size')), size),
    show(view) {
      // While the reader types, the field is ahead of the view.
      if (search.value.trim() !== view.text) search.value = view.text;
      code.value = view.code ?? '';
      size.value = String(view.size);
      for (const { box } of boxes) box.checked = view.outcomes.includes(box.value);
      clear.hidden = view.text === FIRST_VIEW.text && view.outcomes.length === 0 && view.code === null;
    },
  };
}

/** How many rows have each value, most frequent first. */
function tally(rows: readonly PageRow[], column: 'code' | 'outcome'): [string, number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[column];
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}

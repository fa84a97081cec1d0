import { element } from './element.ts';
import type { PageWords } from './page-words.ts';

/** Buttons for stepping through pages; `go` is called with the number of the page (1 is the first). */
export function pager(
  label: string,
  words: PageWords,
  go: (page: number) => void,
): { readonly nav: HTMLElement; readonly show: (page: number, pages: number) => void } {
  let current = 1;
  let last = 1;
  const input = element('input', {
    type: 'number',
    min: 1,
    inputmode: 'numeric',
    'aria-label': words.text('list.page'),
  });
  const total = element('span');
  const steps = [
    step(words.text('list.page-first'), '«', () => 1),
    step(words.text('list.page-previous'), '‹', () => current - 1),
    step(words.text('list.page-next'), '›', () => current + 1),
    step(words.text('list.page-last'), '»', () => last),
  ];
  const [first, previous, next, end] = steps.map(({ button }) => button);
  const nav = element('nav', { class: 'pager', 'aria-label': label });
  nav.append(...[first, previous, input, total, next, end].filter((part) => part !== undefined));
  input.addEventListener('change', () => go(Math.min(last, Math.max(1, Math.round(Number(input.value)) || current))));

  function step(name: string, sign: string, target: () => number) {
    const button = element('button', { type: 'button', 'aria-label': name, title: name }, sign);
    button.addEventListener('click', () => {
      const page = target();
      if (page !== current && page >= 1 && page <= last) go(page);
    });
    return { button, target };
  }

  return {
    nav,
    show(page, pages) {
      current = page;
      last = pages;
      input.value = String(page);
      input.max = String(pages);
      total.textContent = words.text('list.page-of', { pages });
      // Not `disabled`: a disabled button loses the keyboard focus.
      for (const { button, target } of steps) {
        const there = target();
        button.setAttribute('aria-disabled', String(there === current || there < 1 || there > last));
      }
    },
  };
}

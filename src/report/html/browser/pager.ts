import { count } from '../../../text/number-text.ts';
import { element } from './element.ts';

/** Buttons for stepping through pages; `go` is called with the number of the page (1 is the first). */
export function pager(
  label: string,
  go: (page: number) => void,
): { readonly nav: HTMLElement; readonly show: (page: number, pages: number) => void } {
  let current = 1;
  let last = 1;
  const input = element('input', { type: 'number', min: 1, inputmode: 'numeric', 'aria-label': 'Page' });
  const total = element('span');
  const steps = [
    step('First page', '«', () => 1),
    step('Previous page', '‹', () => current - 1),
    step('Next page', '›', () => current + 1),
    step('Last page', '»', () => last),
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
      total.textContent = `of ${count(pages)}`;
      // Not `disabled`: a disabled button loses the keyboard focus.
      for (const { button, target } of steps) {
        const there = target();
        button.setAttribute('aria-disabled', String(there === current || there < 1 || there > last));
      }
    },
  };
}

import type { ListName } from '../page-list-words.ts';
import { chartCursor } from './chart-cursor.ts';
import { copyButton } from './copy-text.ts';
import { showList } from './list-section.ts';
import { readPageData } from './page-data.ts';
import { readView } from './view.ts';

// The script of `report.html`. It runs before the data that follow it have loaded, so the page is readable meanwhile.
const hosts = document.querySelectorAll<HTMLElement>('.list');
for (const host of hosts) host.textContent = 'Loading rows …';
document.addEventListener('DOMContentLoaded', () => {
  chartCursor();
  for (const hint of document.querySelectorAll('.reasons .hint')) {
    const text = hint.textContent ?? '';
    if (text !== '')
      hint.append(
        ' ',
        copyButton('Copy', 'Copy the hint', () => text),
      );
  }
  if (hosts.length === 0) return;
  const listOf = readPageData();
  for (const host of hosts) showList(host, listOf(host.dataset.list as ListName));
  const toList = (view: string): void => {
    const name = view.includes('=') ? readView(view).list : view.slice(1);
    const title = document.getElementById(`${name}-title`);
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };
  if (location.hash.includes('=')) toList(location.hash);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) return;
    // Following a link without a view would drop the view from the address.
    const view = link.getAttribute('href') ?? '';
    if (!view.includes('=')) event.preventDefault();
    // After the table has updated to the new address.
    setTimeout(() => toList(view));
  });
});

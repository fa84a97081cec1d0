import type { ListName } from '../list-name.ts';
import { chartCursor } from './chart-cursor.ts';
import { chosenBar } from './chosen-bar.ts';
import { copyButton } from './copy-text.ts';
import { showList } from './list-section.ts';
import { showLocalTime } from './local-time.ts';
import { readPageData, readSetup } from './page-data.ts';
import type { ShownList } from './shown-list.ts';
import { readView } from './view.ts';

// The script of `report.html`. It runs before the data that follow it have loaded, so the page is readable meanwhile.
const setup = readSetup();
const { words } = setup;
const hosts = document.querySelectorAll<HTMLElement>('.list');
for (const host of hosts) host.textContent = words.text('list.loading');
showLocalTime(words.language);
document.addEventListener('DOMContentLoaded', () => {
  chartCursor(words);
  for (const hint of document.querySelectorAll('.reasons .hint')) {
    const text = hint.textContent ?? '';
    if (text !== '')
      hint.append(
        ' ',
        copyButton(words.text('list.copy'), words.text('list.copy-hint'), words, () => text),
      );
  }
  document.addEventListener('click', followLink);
  document.addEventListener('click', (event) => {
    const rows = chosenBar(event);
    if (rows === null) return;
    location.hash = rows;
    // After the table has updated to the new address.
    setTimeout(() => goTo(rows));
  });
  if (hosts.length === 0) return;
  const listOf = readPageData();
  const lists: ShownList[] = [];
  for (const host of hosts) {
    const name = host.dataset.list as ListName;
    lists.push(showList(host, listOf(name), setup, () => lists.filter((list) => list.name !== name)));
  }
  if (!location.hash.includes('=')) return;
  for (const list of lists) list.refresh();
  goTo(location.hash);
});

/** Shows a list or another part of the page. */
function goTo(view: string): void {
  const name = view.includes('=') ? readView(view).list : view.slice(1);
  const target = document.getElementById(`${name}-title`) ?? document.getElementById(name);
  target?.scrollIntoView();
  target?.focus({ preventScroll: true });
}

function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link === null) return;
  // Following a link without a view would drop the view from the address.
  const view = link.getAttribute('href') ?? '';
  if (!view.includes('=')) event.preventDefault();
  // After the table has updated to the new address.
  setTimeout(() => goTo(view));
}

import { chartCursor } from './chart-cursor.ts';
import { copyButton } from './copy-text.ts';
import { showFailures } from './failures-section.ts';
import { readPageData } from './page-data.ts';

// The script of `report.html`. It runs before the data that follow it have loaded, so the page is readable meanwhile.
const host = document.getElementById('table');
if (host !== null) host.textContent = 'Loading rows …';
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
  if (host === null) return;
  showFailures(host, readPageData());
  const title = document.getElementById('failures-title');
  const toFailures = (): void => {
    title?.scrollIntoView();
    title?.focus({ preventScroll: true });
  };
  if (location.hash.includes('=')) toFailures();
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) return;
    // Following a link without a view would drop the view from the address.
    if (!link.getAttribute('href')?.includes('=')) event.preventDefault();
    // After the table has updated to the new address.
    setTimeout(toFailures);
  });
});

import type { PageWords } from './page-words.ts';

/** Shows the values under the pointer next to the charts, taken from the table below them. */
export function chartCursor(words: PageWords): void {
  const section = document.querySelector<HTMLElement>('.charts');
  const plots = section?.querySelector<HTMLElement>('.plots');
  const readout = section?.querySelector('.readout');
  if (!section || !plots || !readout) return;
  const spanMs = Number(section.dataset.span);
  const bucketMs = Number(section.dataset.bucket);
  const names = Array.from(section.querySelectorAll('th'), (header) => header.textContent ?? '');
  const lines = new Map<number, string>();
  for (const row of section.querySelectorAll<HTMLElement>('tr[data-ms]')) {
    const cells = Array.from(row.children, (cell, index) => [names[index], cell.textContent ?? ''] as const);
    const filled = cells.filter(([, value]) => value !== '').map(([name, value]) => `${name} ${value}`);
    lines.set(Number(row.dataset.ms), filled.join(' · '));
  }
  const initialText = readout.textContent;
  const cursors = [...plots.querySelectorAll('.cursor')];

  plots.addEventListener('pointermove', (event) => {
    const box = plots.querySelector('svg')?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const share = Math.min(0.9999, Math.max(0, (event.clientX - box.left) / box.width));
    const ms = Math.floor((share * spanMs) / bucketMs) * bucketMs;
    readout.textContent = lines.get(ms) ?? words.text('list.no-activity');
    for (const cursor of cursors) {
      cursor.setAttribute('x1', String(share * 1000));
      cursor.setAttribute('x2', String(share * 1000));
    }
    plots.classList.add('pointed');
  });
  plots.addEventListener('pointerleave', () => {
    plots.classList.remove('pointed');
    readout.textContent = initialText;
  });
}

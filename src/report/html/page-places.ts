import type { Outcome } from '../../plan/row.ts';
import type { FailureBin, FilePlaces } from '../failure-places.ts';
import type { Words } from '../language/words.ts';
import { FAILURE_OUTCOMES } from '../report-data.ts';
import { linesAddress } from './lines-address.ts';
import { code, text } from './page-table.ts';
import { svgNumber } from './svg-number.ts';

const MAX_FILES = 5;
/** A file of fewer lines needs no picture. */
const MIN_BINS = 10;

/** Where along the files the failures are, as a chart for each of the files with most; empty for short files. */
export function placesSection(files: readonly FilePlaces[], fileNames: readonly string[], words: Words): string {
  const long = files.filter(({ bins }) => bins.length >= MIN_BINS);
  const shown = long.slice(0, MAX_FILES);
  if (shown.length === 0) return '';
  const more = long.length - shown.length;
  return `<section class="places">
<h2>${words.text('places.title')}</h2>
${shown.map((file) => figure(file, fileNames[file.file] ?? '', words)).join('')}${more === 0 ? '' : `<p class="dim">${words.text('places.files', { n: more })}</p>\n`}</section>
`;
}

function figure({ bins, lines }: FilePlaces, name: string, words: Words): string {
  const most = Math.max(...bins.map(({ total }) => total));
  const at = bins.findIndex(({ total }) => total === most);
  const range = { from: at * lines + 1, to: (at + 1) * lines, n: most };
  const width = 1000 / bins.length;
  const paths = FAILURE_OUTCOMES.map((outcome) => {
    const bars = bins.map((bin, index) => bar(bin, outcome, index * width, width, most)).join('');
    return bars === '' ? '' : `<path class="${outcome}" d="${bars}"/>`;
  });
  const keys = FAILURE_OUTCOMES.filter((outcome) => bins.some(({ counts }) => (counts[outcome] ?? 0) > 0)).map(
    (outcome) => `<span class="key ${outcome}">${words.text(`outcome.${outcome}`)}</span>`,
  );
  const ticks = [1, (bins.length * lines) / 2, bins.length * lines].map((line) => `<li>${words.count(line)}</li>`);
  return `<figure class="along">
<figcaption>${code(name, 200)} ${words.text('places.lines', { n: lines })} <a href="${linesAddress(name, lines, at)}">${words.text('places.most', range)}</a> ${keys.join(' ')}</figcaption>
<ol class="scale" aria-hidden="true"><li>${words.count(most)}</li><li>0</li></ol>
<svg data-file="${text(name, 1000)}" data-lines="${lines}" data-bins="${bins.length}" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">${paths.join('')}</svg>
<ol class="ticks" aria-hidden="true">${ticks.join('')}</ol>
</figure>
`;
}

/** The part of a bar that is one outcome, above those before it. */
function bar({ counts }: FailureBin, outcome: Outcome, x: number, width: number, most: number): string {
  const rows = counts[outcome] ?? 0;
  if (rows === 0) return '';
  const order: readonly Outcome[] = FAILURE_OUTCOMES;
  const below = FAILURE_OUTCOMES.slice(0, order.indexOf(outcome));
  const start = below.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const y = (count: number): string => svgNumber(100 - (count / most) * 100);
  return `M${svgNumber(x)} ${y(start)}V${y(start + rows)}H${svgNumber(x + width)}V${y(start)}Z`;
}

import { linesAddress } from '../lines-address.ts';

/**
 * The address of the failures in the bar of a chart along a file that a pointer has chosen; null elsewhere. With a keyboard, the
 * search field takes the same words.
 */
export function chosenBar({ target, clientX }: MouseEvent): string | null {
  const chart = target instanceof Element ? target.closest<SVGElement>('svg[data-lines]') : null;
  if (chart === null) return null;
  const { file = '', lines, bins } = chart.dataset;
  const { left, width } = chart.getBoundingClientRect();
  const bar = Math.floor(((clientX - left) / width) * Number(bins));
  return linesAddress(file, Number(lines), Math.max(0, Math.min(bar, Number(bins) - 1)));
}

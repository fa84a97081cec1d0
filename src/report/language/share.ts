import { share } from '../../text/number-text.ts';
import type { Words } from './words.ts';

/** `98 %`; never rounded up to 100 % or down to 0 %. */
export function shareText(part: number, whole: number, words: Words<'share.most' | 'share.least'>): string {
  if (part > 0 && part * 100 < whole) return words.text('share.least');
  if (part < whole && part * 100 > whole * 99) return words.text('share.most');
  return share(part, whole);
}

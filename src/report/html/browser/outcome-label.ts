import type { Outcome } from '../../../plan/row.ts';
import { outcomeText } from '../../language/outcome-text.ts';
import type { PageWords } from './page-words.ts';

/** What the page of this run calls an outcome. */
export function outcomeLabel(outcome: Outcome, words: PageWords): string {
  return outcomeText(outcome, document.body.classList.contains('rehearsal'), words);
}

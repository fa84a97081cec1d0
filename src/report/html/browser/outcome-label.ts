import { outcomeWords } from '../../outcome-words.ts';

/** What the page of this run calls an outcome. */
export function outcomeLabel(outcome: string): string {
  return outcomeWords(outcome, document.body.classList.contains('rehearsal'));
}

import type { Outcome } from '../../plan/row.ts';
import type { TextKey, Words } from './words.ts';

/** What people read of an outcome: in a rehearsal nobody was created. */
export function outcomeText(
  outcome: Outcome,
  isRehearsal: boolean,
  words: Words<Extract<TextKey, `outcome.${string}`>>,
): string {
  return isRehearsal && (outcome === 'created' || outcome === 'updated')
    ? words.text(`outcome.rehearsed.${outcome}`)
    : words.text(`outcome.${outcome}`);
}

import { stateSign } from '../../mapping/unread/unread-column.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { OpenDecision, UnmappedColumn } from './proposal-part.ts';

/** More different words than this are no states, as in the plan. */
const MAX_WORDS = 8;

/**
 * What the reader must decide about columns that no rule reads and that may be the state of an account: the plan stops until
 * then.
 *
 * @param readsState the mapping reads the state of accounts elsewhere, so that columns of yes and no are no reason to ask
 */
export function undecidedStates(
  unmapped: readonly UnmappedColumn[],
  records: number,
  readsState: boolean,
): OpenDecision[] {
  return unmapped.flatMap(({ column }) => {
    const kind = signOf(column, records);
    if (kind === null || (kind === 'flag' && readsState)) return [];
    const name = JSON.stringify(column.ref);
    const text = `${name} may be the state of an account, and no rule reads it. The plan stops (status.unread) until you read it in the rule for userStatus, or list it if it is none: ignore: [${name}].`;
    return [{ text, column }];
  });
}

function signOf({ name, ref, words, filled, lists }: ColumnProfile, records: number) {
  if (filled === 0 || lists > 0) return null;
  const few = words !== null && words.size <= MAX_WORDS ? new Set(words.keys()) : new Set<string>();
  return stateSign({ name, path: ref }, { words: few }, { filled, rows: records })?.kind ?? null;
}

import type { Problem } from '../source/record.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { identityKeys, subOf } from '../user/identity-keys.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

/** The row that has each identity key so far; passed in, since it may not fit in memory. */
export interface Claims {
  holder(key: string): number | undefined;
  claim(key: string, row: number): void;
  /** The JSON text of the user of a row that has a key. */
  body(row: number): string;
}

export type DuplicateDecision =
  | { readonly kind: 'counts' }
  | { readonly kind: 'duplicate'; readonly of: number; readonly why: Problem }
  | { readonly kind: 'conflict'; readonly with: number; readonly why: Problem };

/**
 * Decides whether a row is imported, duplicates an imported row, or conflicts with one. Rows must be passed in order of
 * precedence. An imported row claims its keys.
 *
 * The same sub is the same user. If one side has no sub, the same identifier is the same user, unless another identifier
 * differs: then they may be two people, and two people are never merged.
 */
export function decideDuplicate(row: number, user: CidaasUser, claims: Claims): DuplicateDecision {
  const keys = identityKeys(user);
  const sub = subOf(user);
  const sameSub = sub === undefined ? undefined : claims.holder(`sub:${sub}`);
  if (sameSub !== undefined) return duplicate(sameSub);

  const holders = new Map<number, string>();
  for (const key of keys) {
    const holder = claims.holder(key);
    if (holder !== undefined && !holders.has(holder)) holders.set(holder, key);
  }
  const [first, second] = holders;
  if (first === undefined) {
    for (const key of keys) claims.claim(key, row);
    return { kind: 'counts' };
  }
  const [holder, key] = first;
  const field = key.slice(0, key.indexOf(':'));
  if (second !== undefined)
    return conflict(holder, field, `rows ${holder} and ${second[0]} have identifiers of this row`);
  const other = JSON.parse(claims.body(holder)) as CidaasUser;
  const otherSub = subOf(other);
  if (sub !== undefined && otherSub !== undefined)
    return conflict(holder, field, `row ${holder} has the same ${field} under another sub`);
  if (contradict(keys, identityKeys(other))) {
    return conflict(holder, field, `row ${holder} has the same ${field}, but other identifiers differ`);
  }
  return duplicate(holder);
}

/** Whether both sides have an identifier of the same kind and provider, but no value in common. */
function contradict(mine: readonly string[], theirs: readonly string[]): boolean {
  const kinds = new Set(mine.map(kindOf).filter((kind) => kind !== 'sub'));
  for (const kind of kinds) {
    const others = theirs.filter((key) => kindOf(key) === kind);
    if (others.length > 0 && !mine.some((key) => others.includes(key))) return true;
  }
  return false;
}

/** `email:self` of `email:self:a@example.com`; provider names contain no relevant colon. */
function kindOf(key: string): string {
  const colon = key.indexOf(':');
  const kind = key.slice(0, colon);
  return kind === 'sub' ? kind : key.slice(0, key.indexOf(':', colon + 1));
}

function duplicate(of: number): DuplicateDecision {
  const message = `The same user is in row ${of}, which is imported.`;
  return {
    kind: 'duplicate',
    of,
    why: {
      code: 'duplicate',
      field: null,
      message,
      hint: 'If both rows are the same person, there is nothing to do; otherwise correct the sub or the identifier of one of them. `duplicates: last` lets the last row count.',
    },
  };
}

function conflict(other: number, field: string, what: string): DuplicateDecision {
  const message = `Two people may share an identifier: ${what}.`;
  const { hint } = PROBLEM_CODES['identity.conflict'];
  return { kind: 'conflict', with: other, why: { code: 'identity.conflict', field, message, hint } };
}

import { errorCodes, isFailureBody, readErrorJson } from './error-body.ts';
import { jsonObject } from './json-object.ts';
import { type EntryNames, namesOfEntry } from './names.ts';
import type { TenantError } from './tenant-error.ts';
import { say } from './tenant-text.ts';

export type EntryState = 'created' | 'updated' | 'failed';

/** One entry of `process_states`. */
export interface AnswerEntry {
  /** Null when the entry has no state, or several that differ. */
  readonly state: EntryState | null;
  readonly names: EntryNames;
  /** The entry as received. */
  readonly raw: unknown;
}

/**
 * The entries of a bulk answer, or null when the body is not an answer: `success: false`, no list of states, or a list in
 * which no entry has a state. The list is `process_states` (seen), `processStates`, either inside `data`, `data`, or the body itself.
 */
export function answerEntriesOf(body: unknown): AnswerEntry[] | null {
  if (isFailureBody(body)) return null;
  const list = listIn(body);
  if (list === null) return null;
  const entries = list.map((raw) => ({ state: stateOf(raw), names: namesOfEntry(raw), raw }));
  return entries.some(({ state }) => state !== null) ? entries : null;
}

/** How many entries the list of states in a body has, with or without a state; null when it has no such list. */
export function countAnswerEntries(body: unknown): number | null {
  return listIn(body)?.length ?? null;
}

/** Why the tenant refused the user of a failed entry. */
export function failureOf(entry: AnswerEntry): TenantError {
  const { code, message, reference } = readErrorJson(entry.raw);
  return {
    ...errorCodes(code, 'tenant.failed'),
    message: message ?? say`The tenant refused this user and gave no reason.`,
    reference,
  };
}

function listIn(body: unknown): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  const outer = jsonObject(body);
  const inner = jsonObject(outer?.data);
  const candidates = [
    outer?.process_states,
    outer?.processStates,
    inner?.process_states,
    inner?.processStates,
    outer?.data,
  ];
  return candidates.find((candidate) => Array.isArray(candidate)) ?? null;
}

/** No public source documents the key of the state; `status` may be an HTTP status, so only the three words count. */
function stateOf(raw: unknown): EntryState | null {
  const entry = jsonObject(raw);
  const states = new Set<EntryState>();
  for (const value of [entry?.process_state, entry?.processState, entry?.state, entry?.status]) {
    const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (word === 'created' || word === 'updated' || word === 'failed') states.add(word);
  }
  const [state, ...others] = states;
  return state === undefined || others.length > 0 ? null : state;
}

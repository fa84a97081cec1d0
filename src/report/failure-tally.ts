import type { LedgerRow, Outcome } from '../plan/row.ts';
import { asSentence } from '../text/sentence.ts';
import type { IdentifierLevel } from './report-data.ts';
import { shownRow } from './shown-row.ts';

/** Rows that failed for the same reason. */
export interface FailureGroup {
  readonly outcome: Outcome;
  readonly code: string;
  /** Null when the reason is not about one field, and in a group of several reasons. */
  readonly field: string | null;
  readonly count: number;
  /** The first of them, in row order. */
  readonly first: LedgerRow;
}

/** What summary, page and annotations need to know of the failures, collected while these are streamed. */
export interface FailureTally {
  add(row: LedgerRow): void;
  /** Largest first. */
  groups(): readonly FailureGroup[];
  /** The first failures in row order, without `unsent` rows. */
  first(): readonly LedgerRow[];
}

/** Some codes contain numbers from the tenant: what it sends must not fill the memory. */
const MAX_GROUPS = 500;
const MAX_FIRST_ROWS = 100;

/** Counts failures by outcome, code and field, and keeps the first of them. */
export function failureTally(): FailureTally {
  const groups = new Map<string, FailureGroup & { count: number }>();
  const first: LedgerRow[] = [];

  function add(row: LedgerRow): void {
    const code = row.code ?? row.outcome;
    const { outcome, field } = row;
    const key = `${outcome} ${code} ${field ?? ''}`;
    const known = groups.get(key);
    if (known !== undefined) known.count++;
    else if (groups.size < MAX_GROUPS) groups.set(key, { outcome, code, field, count: 1, first: row });
    else addOther(row);
    if (first.length < MAX_FIRST_ROWS && row.outcome !== 'unsent') first.push(row);
  }

  function addOther(row: LedgerRow): void {
    const others = groups.get('other');
    if (others === undefined)
      groups.set('other', { outcome: row.outcome, code: 'other', field: null, count: 1, first: row });
    else others.count++;
  }

  return {
    add,
    groups: () => [...groups.values()].sort((a, b) => b.count - a.count || a.first.row - b.first.row),
    first: () => first,
  };
}

/** The first row of a group: where it is, what is wrong and what to do: `first at users.csv:3 (email): …`. */
export function firstOf({ first }: FailureGroup, level: IdentifierLevel, fileNames: readonly string[]): string {
  const { file, line, field, message, hint } = shownRow(first, level, fileNames);
  // What a tenant says comes without a full stop.
  const details = [message === null || hint === null ? message : asSentence(message), hint]
    .filter((text) => text !== null)
    .join(' ');
  return `first at ${file}:${line}${field === null ? '' : ` (${field})`}${details === '' ? '' : `: ${details}`}`;
}

/** Counts each row and passes it on. */
export function* tallied(rows: Iterable<LedgerRow>, tally: FailureTally): Generator<LedgerRow> {
  for (const row of rows) {
    tally.add(row);
    yield row;
  }
}

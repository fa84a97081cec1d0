import type { LedgerRow, Outcome } from '../plan/row.ts';
import type { IdentifierLevel } from './report-data.ts';
import { shownRow } from './shown-row.ts';

/** Rows that failed for the same reason. */
export interface FailureGroup {
  readonly outcome: Outcome;
  readonly code: string;
  /** Null for rows whose reason is about no field, and where several reasons are summed up. */
  readonly field: string | null;
  readonly count: number;
  /** The first of them, in row order. */
  readonly first: LedgerRow;
}

/** What summary, page and annotations need of the failures, gathered while they stream by. */
export interface FailureTally {
  add(row: LedgerRow): void;
  /** Largest first. */
  groups(): readonly FailureGroup[];
  /** The first failures in row order, without rows that were merely never sent. */
  first(): readonly LedgerRow[];
}

/** Codes are ours, but the tenant's numbers stand in some: what it sends must not fill the memory. */
const MAX_GROUPS = 500;
const FIRST_ROWS = 100;

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
    if (first.length < FIRST_ROWS && row.outcome !== 'unsent') first.push(row);
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

/** Where the first row of a group stands, what is wrong with it and what to do: `first at users.csv:3 (email): …`. */
export function firstOf({ first }: FailureGroup, level: IdentifierLevel, fileNames: readonly string[]): string {
  const { file, line, field, message, hint } = shownRow(first, level, fileNames);
  const said = [message, hint].filter((text) => text !== null).join(' ');
  return `first at ${file}:${line}${field === null ? '' : ` (${field})`}${said === '' ? '' : `: ${said}`}`;
}

/** Passes rows on and counts each. */
export function* tallied(rows: Iterable<LedgerRow>, tally: FailureTally): Generator<LedgerRow> {
  for (const row of rows) {
    tally.add(row);
    yield row;
  }
}

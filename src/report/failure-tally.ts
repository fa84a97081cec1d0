import type { LedgerRow, Outcome } from '../ledger/row.ts';

/** Rows that failed for the same reason. */
export interface FailureGroup {
  readonly outcome: Outcome;
  readonly code: string;
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

/** Counts failures by outcome and code, and keeps the first of them. */
export function failureTally(): FailureTally {
  const groups = new Map<string, { outcome: Outcome; code: string; count: number; first: LedgerRow }>();
  const first: LedgerRow[] = [];

  function add(row: LedgerRow): void {
    const code = row.code ?? row.outcome;
    const known = groups.get(`${row.outcome} ${code}`);
    if (known !== undefined) known.count++;
    else if (groups.size < MAX_GROUPS)
      groups.set(`${row.outcome} ${code}`, { outcome: row.outcome, code, count: 1, first: row });
    else addOther(row);
    if (first.length < FIRST_ROWS && row.outcome !== 'unsent') first.push(row);
  }

  function addOther(row: LedgerRow): void {
    const others = groups.get('other');
    if (others === undefined) groups.set('other', { outcome: row.outcome, code: 'other', count: 1, first: row });
    else others.count++;
  }

  return {
    add,
    groups: () => [...groups.values()].sort((a, b) => b.count - a.count || a.first.row - b.first.row),
    first: () => first,
  };
}

/** Passes rows on and counts each. */
export function* tallied(rows: Iterable<LedgerRow>, tally: FailureTally): Generator<LedgerRow> {
  for (const row of rows) {
    tally.add(row);
    yield row;
  }
}

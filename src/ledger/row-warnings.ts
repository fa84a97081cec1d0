import type { DatabaseSync } from 'node:sqlite';
import type { WarningList, WarningRow } from '../plan/row.ts';
import type { Problem } from '../source/record.ts';
import { prepareQuery } from './query.ts';
import { ROW_CELLS, type RowCells, toLedgerRow } from './row-cells.ts';
import type { StoredUsers } from './stored-users.ts';

/** Kinds whose ids are kept in memory; a field may be named after a key of the export. */
const MAX_KNOWN_KINDS = 1_000;

/** Returns what stores a warning's texts and gives their id; the caller opens the transaction. */
export function warningKinds(db: DatabaseSync): (warning: Problem) => number {
  const insertKind = db.prepare('INSERT OR IGNORE INTO warning_kind (problem) VALUES (?)');
  const findKind = prepareQuery<{ id: number }>(db, 'SELECT id FROM warning_kind WHERE problem = ?');
  const known = new Map<string, number>();
  return ({ code, field, message, hint }) => {
    const problem = JSON.stringify({ code, field, message, hint });
    const found = known.get(problem);
    if (found !== undefined) return found;
    insertKind.run(problem);
    const id = findKind.get(problem)?.id;
    if (id === undefined) throw new Error('the kind of a warning was not stored');
    if (known.size >= MAX_KNOWN_KINDS) known.clear();
    known.set(problem, id);
    return id;
  };
}

/** Returns what writes the warnings of a row; the caller opens the transaction. */
export function insertWarnings(db: DatabaseSync): (row: number, warnings: readonly Problem[]) => void {
  const kindOf = warningKinds(db);
  const insert = db.prepare('INSERT INTO warning (row, kind) VALUES (?, ?)');
  return (row, warnings) => {
    for (const warning of warnings) insert.run(row, kindOf(warning));
  };
}

/** The warnings of the rows that were valid on their own, in row order; those that a look-up added come last. */
export function warningsIn({ db, users }: LedgerUsers): WarningList {
  const byCode = prepareQuery<{ code: string; n: number }>(
    db,
    `SELECT problem ->> '$.code' AS code, sum(n) AS n FROM (SELECT kind, count(*) AS n FROM warning GROUP BY kind)
     JOIN warning_kind ON warning_kind.id = kind GROUP BY 1 ORDER BY 1`,
  );
  return { rows: () => rowsIn(db, users), byCode: Object.fromEntries(byCode.all().map(({ code, n }) => [code, n])) };
}

/** The part of a ledger that warnings are read from. */
interface LedgerUsers {
  readonly db: DatabaseSync;
  readonly users: StoredUsers;
}

function* rowsIn(db: DatabaseSync, users: StoredUsers): Generator<WarningRow> {
  const query = prepareQuery<[...RowCells, problem: string]>(
    db,
    `SELECT ${ROW_CELLS}, problem FROM warning JOIN warning_kind ON warning_kind.id = kind
     JOIN row USING (row) ORDER BY warning.rowid`,
    'tuples',
  );
  for (const [...cells] of query.iterate()) {
    const problem = JSON.parse(cells.pop() as string) as Problem;
    yield { ...toLedgerRow(cells as unknown as RowCells, users), ...problem };
  }
}

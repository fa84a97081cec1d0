import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

/** A prepared statement whose rows have the type `Row`. */
export interface Query<Row> {
  all(...parameters: SQLInputValue[]): Row[];
  get(...parameters: SQLInputValue[]): Row | undefined;
  iterate(...parameters: SQLInputValue[]): Iterable<Row>;
}

/**
 * Prepares a query. `node:sqlite` types every row as a record of SQL values; the caller knows what its SQL selects, and the
 * tables are STRICT, so the rows are not checked again.
 *
 * `shape`: `objects` gives rows by column name; `tuples` gives arrays in the order of the columns, which is faster.
 */
export function prepareQuery<Row>(db: DatabaseSync, sql: string, shape: 'objects' | 'tuples' = 'objects'): Query<Row> {
  const statement = db.prepare(sql);
  statement.setReturnArrays(shape === 'tuples');
  return statement as unknown as Query<Row>;
}

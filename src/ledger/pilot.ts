import type { Problem } from '../source/record.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

const NOT_IN_PILOT: Problem = {
  code: 'pilot',
  field: null,
  message: 'Left out of the pilot.',
  hint: 'Log in as some of the users of the pilot, then run again without `pilot` (in Actions with `resume-run-id`).',
};

const ALGORITHM = "coalesce(user_body(row) ->> '$.password_hash_info.algorithmTypeId', 'none')";

/**
 * Keeps `size` planned rows in the plan, the same number of each password algorithm as far as possible (no password counts as
 * an algorithm), and makes all others `unsent`. `preferred`: rows that are taken first.
 *
 * @returns how many rows of each algorithm are kept; 0 where the pilot is too small for one of each.
 */
export function choosePilot(
  ledger: Ledger,
  size: number,
  preferred: readonly number[] = [],
): { readonly [algorithm: string]: number } {
  ledger.db.exec('CREATE TEMP TABLE pilot (row INTEGER PRIMARY KEY, algorithm TEXT NOT NULL)');
  ledger.db
    .prepare(`
      INSERT INTO pilot
      SELECT row, algorithm FROM (
        SELECT row, algorithm, row_number() OVER (
          PARTITION BY algorithm ORDER BY row NOT IN (SELECT value FROM json_each(?)), row
        ) AS turn FROM (
          SELECT row, ${ALGORITHM} AS algorithm FROM row WHERE state = 'planned'
        )
      ) ORDER BY turn, row LIMIT ?
    `)
    .run(JSON.stringify(preferred), size);
  const counts = prepareQuery<{ algorithm: string; n: number }>(
    ledger.db,
    `SELECT ${ALGORITHM} AS algorithm, count(pilot.row) AS n FROM row LEFT JOIN pilot USING (row)
     WHERE state = 'planned' GROUP BY 1 ORDER BY 1`,
  ).all();
  const { code, message, hint } = NOT_IN_PILOT;
  ledger.db
    .prepare(
      "UPDATE row SET state = 'unsent', code = ?, message = ?, hint = ? WHERE state = 'planned' AND row NOT IN (SELECT row FROM pilot)",
    )
    .run(code, message, hint);
  ledger.db.exec('DROP TABLE temp.pilot');
  return Object.fromEntries(counts.map(({ algorithm, n }) => [algorithm, n]));
}

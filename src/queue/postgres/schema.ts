import { PgBoss } from 'pg-boss';
import { InputError } from '../../runtime/input-error.ts';
import type { Database } from './database.ts';

/** The schema of the tables below and of those of pg-boss. */
export const SCHEMA = 'cidaas_migrate';
/** Increase it whenever a table, a sealed text or the version of pg-boss changes: processes of other versions then refuse a run. */
export const FORMAT = 1;

/**
 * - `run`: one open run for each tenant. What its processes share: state, counters, rate limit and pauses. All times are the
 *   server's.
 * - `settlement`: the outcomes of one claimed batch, until the run is over. `collected`: the lead has them in its ledger.
 *
 * The batches themselves are jobs of pg-boss. What could reveal a user is sealed.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.run (
    id uuid PRIMARY KEY,
    tenant text NOT NULL,
    owner text NOT NULL,
    format integer NOT NULL,
    state text NOT NULL CHECK (state IN ('filling', 'probing', 'open', 'stopping', 'frozen', 'closed')),
    salt bytea NOT NULL,
    sealed_order bytea NOT NULL,
    accepted bigint NOT NULL DEFAULT 0,
    failed bigint NOT NULL DEFAULT 0,
    max_failed bigint NOT NULL,
    stop_code text,
    sealed_stop bytea,
    next_slot timestamptz NOT NULL DEFAULT '-infinity',
    paused_until timestamptz NOT NULL DEFAULT '-infinity',
    asked_until timestamptz NOT NULL DEFAULT '-infinity',
    lead_seen timestamptz NOT NULL DEFAULT clock_timestamp(),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  );
  CREATE UNIQUE INDEX IF NOT EXISTS run_open ON ${SCHEMA}.run (tenant) WHERE state <> 'closed';
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.settlement (
    job uuid PRIMARY KEY,
    run uuid NOT NULL REFERENCES ${SCHEMA}.run ON DELETE CASCADE,
    sealed bytea NOT NULL,
    settled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    collected boolean NOT NULL DEFAULT false
  );
  CREATE INDEX IF NOT EXISTS settlement_new ON ${SCHEMA}.settlement (run) WHERE NOT collected;
`;

/** Creates the tables that are missing, those of pg-boss first. @throws InputError with the GRANTs when it may not. */
export async function openLeadBoss(database: Database): Promise<PgBoss> {
  try {
    const [found] = await database.query<{ schema: string | null }>(
      `SELECT to_regnamespace('${SCHEMA}')::text AS schema`,
    );
    const boss = createBoss(database, { migrate: true, createSchema: found?.schema === null });
    await boss.start();
    // Two leads of different tenants may start at the same time.
    await database.executeSql(`BEGIN; SELECT pg_advisory_xact_lock(hashtext('${SCHEMA}')); ${TABLES} COMMIT;`);
    return boss;
  } catch (error) {
    throw missingRights(error) ?? error;
  }
}

/** For a worker: the lead has created the tables. */
export async function openWorkerBoss(database: Database): Promise<PgBoss> {
  const boss = createBoss(database, { migrate: false });
  await boss.start();
  return boss;
}

/** Only the commands of pg-boss are used: no supervisor, no schedule, no registry of host names. */
function createBoss(
  database: Database,
  options: { readonly migrate: boolean; readonly createSchema?: boolean },
): PgBoss {
  const boss = new PgBoss({
    ...options,
    db: { executeSql: database.executeSql },
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  // Errors of its timers: whatever matters fails in a command of this tool too.
  boss.on('error', () => undefined);
  return boss;
}

/** insufficient_privilege; source: https://www.postgresql.org/docs/17/errcodes-appendix.html */
const INSUFFICIENT_PRIVILEGE = '42501';

/** Null when the error is about something else. */
export function missingRights(error: unknown): InputError | null {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error) || !('code' in cause) || cause.code !== INSUFFICIENT_PRIVILEGE) return null;
  return new InputError(
    [
      `\`queue-url\`: the database user may not use the schema ${SCHEMA} (${cause.message}). Nothing was sent. Let an administrator run, with the name of that user: CREATE SCHEMA IF NOT EXISTS ${SCHEMA} AUTHORIZATION <user>; or, when another user made the tables: GRANT USAGE, CREATE ON SCHEMA ${SCHEMA} TO <user>; GRANT ALL ON ALL TABLES IN SCHEMA ${SCHEMA} TO <user>; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${SCHEMA} TO <user>;`,
    ],
    { cause },
  );
}

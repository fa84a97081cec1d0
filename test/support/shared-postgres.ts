import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from './postgres.ts';
import { SERVER_FILE, WANTED } from './test-database.ts';

/** How often it is looked whether a test wants the server. */
const LOOK_MS = 100;

/**
 * One PostgreSQL for all tests, started when the first of them asks for it (`testDatabase`). `POSTGRES_SERVER` names another one.
 */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  const file = join(folder, 'server');
  process.env[SERVER_FILE] = file;
  const given = process.env.POSTGRES_SERVER;
  let starting: Promise<PostgresServer | null> = Promise.resolve(null);
  const look = setInterval(() => {
    if (!existsSync(file + WANTED)) return;
    clearInterval(look);
    if (given === undefined) starting = startPostgres({ isDurable: false });
    starting.then(
      (server) => {
        const url = server?.url ?? given;
        if (url === undefined) console.log('This machine has no PostgreSQL: the tests of the fleet are skipped.');
        writeFileSync(file, url ?? 'none');
      },
      (error: unknown) => writeFileSync(file, `failed ${String(error)}`),
    );
  }, LOOK_MS);
  return async () => {
    clearInterval(look);
    const server = await starting.catch(() => null);
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  };
}

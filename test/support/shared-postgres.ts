import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.ts';
import { SERVER_FILE } from './test-database.ts';

/** Starts one PostgreSQL for all tests, while the first of them run; `testDatabase` waits for it. `POSTGRES_SERVER` names another one. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  const file = join(folder, 'server');
  process.env[SERVER_FILE] = file;
  const given = process.env.POSTGRES_SERVER;
  const starting = given === undefined ? startPostgres() : Promise.resolve(null);
  starting.then(
    (server) => writeFileSync(file, server?.url ?? given ?? 'none'),
    (error: unknown) => writeFileSync(file, `failed ${String(error)}`),
  );
  return async () => {
    const server = await starting.catch(() => null);
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  };
}

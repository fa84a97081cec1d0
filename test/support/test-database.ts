import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createDatabase } from './postgres.ts';

/** The environment variable with the path of the file that says where the server for all tests is. */
export const SERVER_FILE = 'TEST_POSTGRES';

/** Appended to that path: a file that asks for the server. */
export const WANTED = '.wanted';

/** The URL of a new database on the server that all tests share; null on a machine without PostgreSQL. */
export async function testDatabase(): Promise<string | null> {
  const file = process.env[SERVER_FILE];
  if (file === undefined) throw new Error('the global set-up of the tests did not run');
  writeFileSync(file + WANTED, '');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await setTimeout(50);
  const server = readFileSync(file, 'utf8');
  if (server === 'none') return null;
  if (server.startsWith('failed')) throw new Error(`PostgreSQL ${server}`);
  return createDatabase(server, `test_${randomUUID().replaceAll('-', '')}`);
}

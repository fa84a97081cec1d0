import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Contestant, Figures } from './contest.ts';
import { diskPeak } from './disk-peak.ts';
import { type MeasuredProcess, runNode, runShell } from './measured-process.ts';
import type { Server } from './server.ts';
import type { Workload } from './workload.ts';

const SHOP_MAPPING = resolve(import.meta.dirname, '../../examples/demo/mapping.yml');
const BUNDLE = resolve(import.meta.dirname, '../../dist/index.js');
export const CONCURRENCY = 8;
const CLIENT = { CIDAAS_CLIENT_ID: 'sandbox', CIDAAS_CLIENT_SECRET: 'sandbox-secret' };

export interface OursOptions {
  readonly export: string;
  /** Whether the tenant's set-up is compared first, as by default; the answerer has none. */
  readonly check?: boolean;
  readonly flags?: readonly string[];
  readonly env?: { readonly [name: string]: string };
  readonly usage?: boolean;
}

/** The committed bundle as a command, from process start to exit, report written. Without a server it plans. */
export function ours(workload: Workload, options: OursOptions): Contestant {
  const { check = false, flags = [], env = {}, usage = true } = options;
  return {
    name: 'cidaas-migrate',
    run: async (server) => {
      const cwd = await workload.workspace();
      const sending = ['--concurrency', String(CONCURRENCY), '--check', check ? 'error' : 'off'];
      const target = server === null ? ['--mode', 'plan'] : ['--tenant-url', server.url, ...sending];
      const args = [BUNDLE, '--export', options.export, ...target, ...flags];
      const start = () => runNode(args, { cwd, env: { ...CLIENT, ...env }, usage });
      const { done, mb } = await diskPeak(cwd, () => observed(server, start));
      await rm(cwd, { recursive: true });
      return { ...done, diskMb: mb };
    },
  };
}

/** Ours on the export of the demo's shop: dates, phones, tables, times and subs have to be made first. */
export function conversions(workload: Workload, file: string): Contestant {
  return {
    ...ours(workload, { export: file, flags: ['--mapping', SHOP_MAPPING] }),
    name: 'conversions: the export of the demo shop',
  };
}

/** The script that people write: a loop with a concurrency of 1, a pool with more. */
export function naive(workload: Workload, file: string, users: number, pool: number): Contestant {
  return {
    name: pool === 1 ? 'script, `await fetch` in a loop' : `script, pool of ${pool}`,
    run: (server) =>
      observed(server, async () => {
        const ran = await runNode([script('naive-script.ts'), file, urlOf(server), String(pool)], {
          cwd: workload.folder,
        });
        const { CREATED = 0, UPDATED = 0 } = JSON.parse(ran.stdout);
        if (CREATED + UPDATED !== users) throw new Error(`it lost users: ${ran.stdout.trim()}`);
        return ran;
      }),
  };
}

/** What a user of the export is in the protocol of Elasticsearch, with its line for the action. */
const BYTES_PER_USER = 540;

/** `helpers.bulk` of elasticsearch-js, which speaks its own protocol to the answerer. It does not check the users either. */
export function helper(workload: Workload, file: string, users: number): Contestant {
  return {
    name: 'elasticsearch-js, `helpers.bulk`',
    run: (server) =>
      observed(server, async () => {
        const bulk = join(import.meta.dirname, '../elasticsearch9/bulk-helper.ts');
        const args = [bulk, file, urlOf(server), String(CONCURRENCY), String(50 * BYTES_PER_USER)];
        const ran = await runNode(args, { cwd: workload.folder });
        if (JSON.parse(ran.stdout).successful !== users) throw new Error(`it lost users: ${ran.stdout.trim()}`);
        return ran;
      }),
  };
}

/** `split` and `curl` under `xargs -P`; begins with users that are JSON already. */
export function shell(workload: Workload, users: string): Contestant {
  return {
    name: '`split` + `curl` under `xargs -P`',
    run: async (server) => {
      const cwd = await workload.workspace();
      const env = { URL: urlOf(server), USERS: users, CONCURRENCY: String(CONCURRENCY) };
      const figures = await observed(server, () => runShell(PIPELINE, { cwd, env }));
      await rm(cwd, { recursive: true });
      return figures;
    },
  };
}

const PIPELINE = `
TOKEN=$(curl -sf -d grant_type=client_credentials -d client_id=sandbox -d client_secret=sandbox-secret "$URL/token-srv/token" |
  sed -E 's/.*"access_token":"([^"]+)".*/\\1/')
split -l 50 -a 5 --filter='{ printf "["; paste -sd, -; printf "]"; } > "$FILE"' "$USERS" batch-
find . -name 'batch-*' | xargs -P "$CONCURRENCY" -I{} curl -sf -o /dev/null -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' --data-binary @{} "$URL/users-srv/user/bulk"`;

/** Bodies serialised beforehand, replayed with undici; only the sending counts. */
export function wireLimit(workload: Workload, bodies: string): Contestant {
  return {
    name: 'wire limit (undici)',
    run: (server) => {
      const args = [script('wire-limit.ts'), bodies, urlOf(server), String(CONCURRENCY)];
      return observed(server, async () => innerTime(await runNode(args, { cwd: workload.folder })));
    },
  };
}

/** fast-csv alone; only the reading counts. */
export function readAlone(workload: Workload, file: string): Contestant {
  return {
    name: 'fast-csv alone',
    run: () =>
      observed(null, async () => innerTime(await runNode([script('read-alone.ts'), file], { cwd: workload.folder }))),
  };
}

function innerTime(ran: MeasuredProcess): MeasuredProcess {
  return { ...ran, wallMs: JSON.parse(ran.stdout).ms };
}

async function observed(server: Server | null, run: () => Promise<MeasuredProcess>): Promise<Figures> {
  await server?.reset();
  const { startedAt, wallMs, cpuSeconds, peakMb } = await run();
  const traffic = await server?.traffic();
  return {
    wallMs,
    cpuSeconds,
    peakMb,
    firstRequestMs: traffic?.firstBulkAt ? traffic.firstBulkAt - startedAt : Number.NaN,
    sendingMs: traffic?.firstBulkAt ? traffic.lastAnswerAt - traffic.firstBulkAt : Number.NaN,
    requests: traffic?.bulkRequests ?? 0,
    diskMb: Number.NaN,
  };
}

function urlOf(server: Server | null): string {
  if (server === null) throw new Error('it needs a server to send to');
  return server.url;
}

function script(name: string): string {
  return join(import.meta.dirname, name);
}

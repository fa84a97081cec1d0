import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type StartedCommand, startCommand } from '../command.ts';
import type { Report } from '../report.ts';

export interface FleetWorldOptions {
  /** The bundle. */
  readonly script: string;
  /** Of this world alone: exports, state and reports are kept there. */
  readonly folder: string;
  readonly sandbox: Pick<Sandbox, 'url' | 'client'>;
  readonly database: string;
}

const STATE_KEY = 'a state key of sixteen characters';

/** Starts leads and workers as processes of their own, as they run on several machines. */
export interface FleetWorld {
  lead(flags: readonly string[], env?: { readonly [name: string]: string }): StartedCommand;
  worker(flags?: readonly string[], env?: { readonly [name: string]: string }): StartedCommand;
  /** The report of the last lead. */
  report(): Report;
}

export function fleetWorld({ script, folder, sandbox, database }: FleetWorldOptions): FleetWorld {
  let workers = 0;
  const start = (name: string, flags: readonly string[], env: { readonly [name: string]: string }): StartedCommand => {
    const cwd = join(folder, name);
    mkdirSync(cwd, { recursive: true });
    return startCommand(script, ['--tenant-url', sandbox.url, ...flags], {
      cwd,
      env: {
        CIDAAS_CLIENT_ID: sandbox.client.id,
        CIDAAS_CLIENT_SECRET: sandbox.client.secret,
        CIDAAS_STATE_KEY: STATE_KEY,
        CIDAAS_QUEUE_URL: database,
        ...env,
      },
    });
  };
  return {
    lead: (flags, env = {}) =>
      start('lead', ['--export', join(folder, 'users.ndjson'), '--state-dir', join(folder, 'state'), ...flags], env),
    worker: (flags = [], env = {}) => start(`worker-${++workers}`, ['--role', 'work', ...flags], env),
    report: () => JSON.parse(readFileSync(join(folder, 'lead/migration-report/report.json'), 'utf8')) as Report,
  };
}

/** Resolves when what the process prints contains the text. */
export function printed({ child, ended }: StartedCommand, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let seen = '';
    const listen = (chunk: Buffer): void => {
      seen += chunk.toString();
      if (seen.includes(text)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((result) => reject(new Error(`it ended without printing ${text}: ${JSON.stringify(result)}`)));
  });
}

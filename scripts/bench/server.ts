import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { TenantLoad } from './tenant-load.ts';
import type { ServerOrder, Traffic } from './traffic.ts';

/** A server in a process of its own that contestants send to. */
export interface Server extends AsyncDisposable {
  readonly url: string;
  /** Forgets the traffic so far. */
  reset(): Promise<void>;
  traffic(): Promise<Traffic>;
  /** From now on every bulk body is written to a file, one a line. Only the answerer does. */
  record(file: string): Promise<void>;
  stopRecording(): Promise<void>;
}

export function startAnswerer(): Promise<Server> {
  return start('answerer.ts', []);
}

/** A sandbox that works on requests as `load` describes. */
export function startSandboxServer(load: TenantLoad): Promise<Server> {
  return start('sandbox-process.ts', [JSON.stringify(load)]);
}

async function start(script: string, args: readonly string[]): Promise<Server> {
  const child = fork(join(import.meta.dirname, script), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    url,
    reset: async () => void (await ask(child, { order: 'reset' })),
    traffic: () => ask(child, { order: 'traffic' }),
    record: async (file) => void (await ask(child, { order: 'record', file })),
    stopRecording: async () => void (await ask(child, { order: 'stop-recording' })),
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function ask(child: ChildProcess, order: ServerOrder): Promise<Traffic> {
  child.send(order);
  const [{ traffic }] = (await once(child, 'message')) as [{ traffic: Traffic }];
  return traffic;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const BUNDLE = join(import.meta.dirname, '../../dist/index.js');

/** The verifier of the bundle in a process of its own, on loopback. */
export interface VerifierProcess extends AsyncDisposable {
  readonly url: string;
}

/** Rejects when it ends before it listens. */
export async function startVerifierProcess(env: { readonly [name: string]: string }): Promise<VerifierProcess> {
  const child = spawn(process.execPath, [BUNDLE, 'verifier', '--port', '0', '--metrics-port', 'off'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = /listens on (\S+)/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      async [Symbol.asyncDispose]() {
        child.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error('the verifier of the bundle does not start: run the build first');
}

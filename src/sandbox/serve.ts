import { parseArgs } from 'node:util';
import { InputError } from '../input-error.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

/**
 * The command `sandbox`: starts one and prints where it is, and what to log in with, as one line of JSON. Flags: `--port`,
 * `--latency-ms`, `--store full|index`. The caller closes it. Throws `InputError` for a wrong flag or a port that is taken.
 */
export async function serveSandbox(args: readonly string[], print: (line: string) => void): Promise<Sandbox> {
  const options = readFlags(args);
  const sandbox = await startSandbox(options).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(
      [`The sandbox cannot listen on port ${options.port} (${cause.code}). Choose another \`--port\`.`],
      {
        cause,
      },
    );
  });
  print(JSON.stringify({ url: sandbox.url, clientId: sandbox.client.id, clientSecret: sandbox.client.secret }));
  return sandbox;
}

function readFlags(args: readonly string[]): SandboxOptions {
  const problems: string[] = [];
  const values = parseFlags(args);
  const whole = (name: 'port' | 'latency-ms', most: number): number => {
    const text = values[name] ?? '0';
    if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
    problems.push(`\`--${name}\` has to be a whole number from 0 to ${most}.`);
    return 0;
  };
  const port = whole('port', 65_535);
  const latencyMs = whole('latency-ms', 600_000);
  const store = values.store ?? 'full';
  if (store !== 'full' && store !== 'index') problems.push('`--store` has to be `full` or `index`.');
  if (problems.length > 0) throw new InputError(problems);
  return { port, latencyMs, store: store === 'index' ? 'index' : 'full' };
}

function parseFlags(args: readonly string[]): { port?: string; 'latency-ms'?: string; store?: string } {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { port: text, 'latency-ms': text, store: text } }).values;
  } catch (cause) {
    const flags = 'It knows `--port`, `--latency-ms` and `--store`.';
    throw new InputError([`The sandbox does not understand its flags: ${(cause as Error).message} ${flags}`], {
      cause,
    });
  }
}

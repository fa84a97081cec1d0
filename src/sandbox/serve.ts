import { parseArgs } from 'node:util';
import { InputError } from '../runtime/input-error.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

/** What `sandbox --help` prints. */
export const SANDBOX_HELP = `cidaas-migrate sandbox starts a local stand-in for a tenant. It prints its address, and what to log in with, as one line of JSON,
keeps what it is sent in memory, and ends with Ctrl-C.

Usage: cidaas-migrate sandbox [--port 8080]

  --port PORT           0 to 65535; 0 takes any that is free (default: 0)
  --latency-ms TIME     waits so long before each answer, 0 to 600000 (default: 0)
  --store full|index    full keeps whole users, index only subs and identifiers, for large runs (default: full)
  --help                prints this
`;

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
    // Node's sentences behind the first explain the syntax of command lines.
    const [what = ''] = (cause as Error).message.split(/\.\s/);
    const flags = 'It knows `--port`, `--latency-ms` and `--store` (`cidaas-migrate sandbox --help`).';
    throw new InputError([`The sandbox does not understand its flags: ${what.replace(/\.$/, '')}. ${flags}`], {
      cause,
    });
  }
}

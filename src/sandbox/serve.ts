import { readOnlyFlags } from '../runtime/command-flags.ts';
import { InputError } from '../runtime/input-error.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';

/** The output of `sandbox --help`. */
export const SANDBOX_HELP = `cidaas-migrate sandbox starts a local substitute for a tenant. It prints its URL and client credentials as one line of JSON,
keeps all users in memory, and stops with Ctrl-C.

Usage: cidaas-migrate sandbox [--port 8080]

  --port PORT           0 to 65535; 0 selects a free port (default: 0)
  --latency-ms TIME     delay of each response in ms, 0 to 600000 (default: 0)
  --store full|index    full stores complete users, index only subs and identifiers, for large runs (default: full)
  --verifier URL        asks this verifier at logins of users whose hash has an id that begins with CUSTOM, with the token in
                        CIDAAS_VERIFIER_TOKEN if there is one; the app may then log users in with the password grant
  --help                shows this help
`;

/**
 * The command `sandbox`: starts a sandbox and prints its URL and client credentials as one line of JSON. Flags: `--port`,
 * `--latency-ms`, `--store full|index`, `--verifier`. The caller closes it. Throws `InputError` for a wrong flag or a port in use.
 */
export async function serveSandbox(
  args: readonly string[],
  print: (line: string) => void,
  verifierToken?: string,
): Promise<Sandbox> {
  const options = readFlags(args, verifierToken);
  const sandbox = await startSandbox(options).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(
      [`The sandbox cannot listen on port ${options.port} (${cause.code}). Set another port with \`--port\`.`],
      { cause },
    );
  });
  print(JSON.stringify({ url: sandbox.url, clientId: sandbox.client.id, clientSecret: sandbox.client.secret }));
  return sandbox;
}

const FLAGS = { port: 'string', 'latency-ms': 'string', store: 'string', verifier: 'string' } as const;

function readFlags(args: readonly string[], token: string | undefined): SandboxOptions {
  const problems: string[] = [];
  const values = readOnlyFlags('sandbox', FLAGS, args);
  const integer = (name: 'port' | 'latency-ms', max: number): number => {
    const text = values[name] ?? '0';
    if (/^\d{1,9}$/.test(text) && Number(text) <= max) return Number(text);
    problems.push(`\`--${name}\` must be a whole number from 0 to ${max}.`);
    return 0;
  };
  const port = integer('port', 65_535);
  const latencyMs = integer('latency-ms', 600_000);
  const store = values.store ?? 'full';
  if (store !== 'full' && store !== 'index') problems.push('`--store` must be `full` or `index`.');
  const { verifier: url } = values;
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)))
    problems.push('`--verifier` must be the URL of a verifier.');
  if (problems.length > 0) throw new InputError(problems);
  // Without logins, nothing would be asked.
  const verifier =
    url === undefined ? {} : { verifier: { url, token }, behaviour: { passwordGrant: 'offered' } as const };
  return { port, latencyMs, store: store === 'index' ? 'index' : 'full', ...verifier };
}

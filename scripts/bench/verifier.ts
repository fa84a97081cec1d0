import { Agent, request } from 'node:http';
import { packHash } from '../../src/password/pack.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import { FIREBASE_SIGNER_KEY } from '../../src/password/secret-id.ts';
import { verifyHash } from '../../src/password/verify.ts';
import { type HashVector, hashVectors } from '../../test/password/hash-vectors.ts';
import { type Findings, number, table } from './findings.ts';
import { startVerifierProcess } from './verifier-process.ts';

const IN_FLIGHT = 8;

/** What one side did in the time that it had. */
interface Rate {
  readonly perSecond: number;
  readonly p95Ms: number;
}

/** One known password of each algorithm, checked by the running verifier and by the same call without it. `ms` for each side. */
export async function verifier(ms: number): Promise<Findings> {
  const vectors = [...firstOfEach().values()];
  const signerKey = vectors.map(signerKeyOf).find((key) => key !== undefined);
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  await using process = await startVerifierProcess({
    CIDAAS_VERIFIER_SECRET_FIREBASE_SIGNER_KEY: Buffer.from(signerKey ?? '').toString('base64'),
  });
  const rows: string[][] = [];
  for (const { algorithm, packed, password, secrets } of vectors.map(prepared)) {
    const served = await rateOf(ms, () => compare(process.url, agent, packed, password));
    const direct = await rateOf(ms, () => directly(packed, password, secrets));
    const ratio = served.perSecond / direct.perSecond;
    rows.push([
      ...[`\`${algorithm}\``, `\`${shortened(packed)}\``, number(served.perSecond), number(served.p95Ms, 1)],
      ...[number(direct.perSecond), number(direct.p95Ms, 1), number(ratio, 2)],
    ]);
  }
  agent.destroy();
  const header = ['algorithm', 'hash', 'verifier, checks/s', 'p95 ms', 'direct, checks/s', 'p95 ms', 'ratio'];
  return { title: `The verifier, ${IN_FLIGHT} checks in flight`, tables: [table(header, rows)], targets: [] };
}

/** Of those that need a secret of the source, only Firebase: a process has one value for each name. */
function firstOfEach(): Map<string, HashVector> {
  const usable = hashVectors().filter(
    (vector) => !vector.uncheckable && (vector.secrets.named === undefined || signerKeyOf(vector) !== undefined),
  );
  return new Map(usable.toReversed().map((vector) => [vector.algorithm, vector]));
}

function signerKeyOf({ secrets }: HashVector): Uint8Array | undefined {
  return secrets.named?.get(FIREBASE_SIGNER_KEY);
}

function prepared({ algorithm, input, password, secrets }: HashVector) {
  const recognised = recogniseHash(input);
  if (recognised.kind !== 'hash') throw new Error(`${algorithm}: ${recognised.kind}`);
  return { algorithm, packed: packHash(recognised.hash), password, secrets };
}

/** Repeats `check` for `ms`, with so many at the same time. Only passwords that were found right count: a busy verifier answers 503. */
async function rateOf(ms: number, check: () => Promise<boolean>): Promise<Rate> {
  // Warms up.
  await check();
  const durations: number[] = [];
  const startedAt = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - startedAt < ms) {
      const at = performance.now();
      if (await check()) durations.push(performance.now() - at);
      // A call that never waits would keep the others from starting.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const seconds = (performance.now() - startedAt) / 1000;
  durations.sort((a, b) => a - b);
  return { perSecond: durations.length / seconds, p95Ms: durations[Math.floor(durations.length * 0.95)] ?? Number.NaN };
}

async function directly(packed: string, password: string, secrets: HashVector['secrets']): Promise<boolean> {
  const recognised = recogniseHash(packed);
  return recognised.kind === 'hash' && verifyHash(recognised.hash, password, secrets);
}

function compare(url: string, agent: Agent, passwordHash: string, password: string): Promise<boolean> {
  const body = JSON.stringify({ password, algorithm: 'CUSTOM_BENCH', passwordVerification: { passwordHash } });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/?action=compare`, { method: 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text.includes('"verified":true')));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Name and parameters, without salt and hash. */
function shortened(packed: string): string {
  const [, name = '', parameters = ''] = packed.split('$');
  return packed.startsWith('$') && parameters.includes('=')
    ? `$${name}$${parameters.slice(0, 40)}`
    : `${packed.slice(0, 8)}…`;
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encryptFor, keyPair } from '../support/encrypted.ts';
import { csvText } from '../support/export-text.ts';
import { fuzzedRun } from '../support/fuzzed-run.ts';
import { measuredMemory } from '../support/measured-memory.ts';
import { mutated } from '../support/mutation.ts';
import { ndjson, openScenario, someUsers } from '../support/scenario.ts';

const fixture = (path: string): Buffer => readFileSync(resolve(import.meta.dirname, '..', path));
/** The same cases every time; more of them with `FUZZ_RUNS=5000 FUZZ_SEED=17 npx vitest run test/scenarios/fuzz.test.ts`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);
const CASES = { numRuns: RUNS, seed: Number(process.env.FUZZ_SEED ?? 20_260) };
const timeout = Math.max(240_000, RUNS * 1_000);
const ENDS = ['succeeded', 'failed', 'aborted', 'error'];

describe('whatever stands in a file, the run ends as runs end, and its accounts add up', () => {
  const users = someUsers(12);
  const texts = {
    csv: Buffer.from(csvText(users)),
    'customers.csv': fixture('golden/scenario/customers.csv'),
    ndjson: Buffer.from(ndjson(users)),
    json: Buffer.from(JSON.stringify(users, null, 1)),
    ldif: fixture('fixtures/presets/ldif/directory.ldif'),
  };

  test('a mutated export', { timeout }, async () => {
    const { recipient, identity } = await keyPair();
    const plain = Object.values(texts);
    const packed = [
      ...plain.map((text) => gzipSync(text)),
      ...plain.map((text) => zstdCompressSync(text)),
      ...(await Promise.all(plain.map((text) => encryptFor(text, recipient)))),
    ];
    const unpackedFirst = mutated(plain).chain((text) =>
      fc.constantFrom(text, text, gzipSync(text), zstdCompressSync(text)),
    );
    const anything = fc.oneof(unpackedFirst, mutated(packed), fc.uint8Array({ maxLength: 300 }).map(Buffer.from));
    const format = fc.constantFrom('auto', 'auto', 'csv', 'ndjson', 'json', 'ldif');
    await fc.assert(
      fc.asyncProperty(anything, format, async (content, format) => {
        const head = await fuzzedRun({ 'users.dat': content }, { export: 'users.dat', format, 'export-key': identity });
        expect(ENDS).toContain(head.outcome);
      }),
      CASES,
    );
  });

  test('a mutated mapping', { timeout }, async () => {
    const mappings = [fixture('golden/scenario/mapping.yml'), fixture('../examples/demo/mapping.yml')];
    await fc.assert(
      fc.asyncProperty(mutated(mappings), async (mapping) => {
        const files = { 'customers.csv': texts['customers.csv'], 'mapping.yml': mapping };
        const head = await fuzzedRun(files, { export: 'customers.csv', mapping: 'mapping.yml' });
        expect(ENDS).toContain(head.outcome);
      }),
      CASES,
    );
  });
});

/** Made to exhaust a stack, a memory or somebody's patience. */
const N = 100_000;
const user = '"sub":"a","email":"a@example.com"';
const hostile: [string, string, () => string | Buffer][] = [
  ['brackets that never close', 'a.json', () => '['.repeat(N)],
  ['brackets that all close', 'a.json', () => '['.repeat(N) + ']'.repeat(N)],
  ['objects that never close', 'a.json', () => '{"a":'.repeat(N)],
  ['brackets in the list of a document', 'a.json', () => `{"users":[${'['.repeat(N)}`],
  ['16 MiB of brackets', 'a.json', () => '['.repeat(16 << 20)],
  ['a deep field in JSON', 'a.json', () => `[{${user},"customFields":${'{"a":'.repeat(N)}1${'}'.repeat(N)}}]`],
  ['a deep field in NDJSON', 'a.ndjson', () => `{${user},"customFields":${'{"a":'.repeat(N)}1${'}'.repeat(N)}}\n`],
  ['a key of 5 MB', 'a.ndjson', () => `{"${'k'.repeat(5_000_000)}":1,${user}}\n`],
  ['200,000 keys', 'a.ndjson', () => `{${Array.from({ length: 200_000 }, (_, n) => `"k${n}":1,`).join('')}${user}}\n`],
  ['a number of 100,000 digits', 'a.ndjson', () => `{${user},"customFields":{"n":${'9'.repeat(N)}}}\n`],
  ['nothing but NUL', 'a.csv', () => Buffer.alloc(N)],
  ['100,000 columns', 'a.csv', () => `${Array.from({ length: N }, (_, n) => `c${n}`).join(',')}\n`],
  ['a line of 60 MB', 'a.csv', () => `sub,email\n${'x'.repeat(60_000_000)}`],
  ['a gzip bomb of one line', 'a.csv.gz', () => gzipSync(`sub,email\n${' '.repeat(200_000_000)}`)],
  ['a zstd bomb of blank lines', 'a.csv.zst', () => zstdCompressSync(`sub,email\n${'\n'.repeat(40_000_000)}`)],
  ['a value folded a million times', 'a.ldif', () => `dn: a\nsub: a\n${' x\n'.repeat(1_000_000)}`],
];

const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  .concat(Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`))
  .join('\n');
const merges = Array.from({ length: 40 }, (_, n) => `y${n + 1}: &y${n + 1} {<<: [*y${n}, *y${n}]}`).join('\n');
const hostileMappings: [string, () => string][] = [
  ['a billion laughs', () => `${laughs}\nfields: { email: *a12 }\n`],
  ['a billion merges', () => `y0: &y0 { a: 1 }\n${merges}\nfields: { email: email }\n`],
  ['an alias of itself', () => 'fields: &f\n  email: *f\n'],
  ['brackets that never close', () => `fields: ${'['.repeat(N)}`],
  ['maps in maps', () => `fields: ${'{a: '.repeat(N)}1${'}'.repeat(N)}`],
  [
    '5,000 levels of indentation',
    () => `fields:\n${Array.from({ length: 5_000 }, (_, n) => `${' '.repeat(n + 1)}a:`).join('\n')}`,
  ],
  ['lists in lists', () => `fields:\n  ${'- '.repeat(N)}a`],
  ['a key of 5 MB', () => `fields:\n  ? ${'k'.repeat(5_000_000)}\n  : email\n`],
  ['a column of 900,000 characters', () => `fields:\n  email: ${'x'.repeat(900_000)}\n`],
  [
    '10,000 fields that nobody knows',
    () => `fields:\n${Array.from({ length: 10_000 }, (_, n) => `  zz${n}: email`).join('\n')}`,
  ],
  [
    'names that JavaScript treats specially',
    () => 'fields:\n  __proto__: email\n  customFields.__proto__: email\n  constructor: email\n',
  ],
];

describe('ends in bounded time and memory, with one clear error or an invalid row', () => {
  async function ends(
    files: { readonly [name: string]: string | Buffer },
    inputs: { readonly [name: string]: string },
  ) {
    await using scenario = await openScenario();
    for (const [name, content] of Object.entries(files)) await scenario.write(name, content);
    const memory = measuredMemory(scenario.folder, 300);
    const result = await scenario.run({ mode: 'plan', ...inputs }, memory.env);
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toBe('');
    expect(result.outputs.outcome).toMatch(/^(error|aborted)$/);
    expect(result.everything).not.toMatch(/RangeError|call stack|stack overflow|\bat .*:\d+:\d+/i);
    expect(result.report.totals.planned).toBe(0);
    for (const { message } of result.annotations) expect(message.length).toBeLessThan(5_000);
    expect(await memory.read()).toBeLessThan(500);
  }

  test.each(hostile)('an export: %s', async (_, name, content) => {
    await ends({ [name]: content() }, { export: name });
  });

  test.each(hostileMappings)('a mapping: %s', async (_, text) => {
    await ends({ 'a.csv': 'sub,email\na,a@example.com\n', 'm.yml': text() }, { export: 'a.csv', mapping: 'm.yml' });
  });

  test('a folder in the place of an export or a mapping', async () => {
    await ends({ [join('folder', 'a.csv')]: 'sub,email\n' }, { export: 'folder' });
    await ends({ 'a.csv': 'sub,email\n', [join('folder', 'm.yml')]: '' }, { export: 'a.csv', mapping: 'folder' });
  });
});

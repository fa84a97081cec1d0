import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import { presetText } from '../../src/mapping/presets/preset.ts';
import { PlanThreads, type ThreadOptions } from '../../src/run/plan-threads.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { openExport } from '../../src/source/open-export.ts';
import type { Export } from '../../src/source/record.ts';
import { createKeys } from '../../src/state/keys.ts';
import { inChunks, PLAN_NOW, planOf } from '../support/plan-of.ts';
import { tempFolder } from '../support/temp-folder.ts';

const AUTO = { format: 'auto', encoding: 'auto', delimiter: 'auto', exportKey: null } as const;

function threadsFor({ files }: Export, mapping: Mapping | null, options: ThreadOptions) {
  const setup = { mapping: mapping?.written ?? null, files, now: PLAN_NOW, fingerprintKey: null };
  return new PlanThreads(setup, { startAfterRows: 0, ...options });
}

/** The export; after the first chunk it waits until the threads have started: before that, the main thread decides alone. */
function whenStarted(exported: Export, threads: PlanThreads): Export {
  return {
    ...exported,
    async *records(onPage) {
      for await (const chunk of exported.records(onPage)) {
        yield chunk;
        while (!threads.hasFree && chunk[0]?.row === 1) await new Promise((done) => setTimeout(done, 20));
      }
    },
  };
}

/** Counts the chunks that threads decided. */
function counted(threads: PlanThreads) {
  const seen = { inThreads: 0 };
  const decide: PlanThreads['decide'] = (chunk) => {
    const decision = threads.decide(chunk);
    if (decision !== null) seen.inThreads += 1;
    return decision;
  };
  return { seen, threads: { maxPending: threads.maxPending, update: () => threads.update(), decide } };
}

const USERS = Array.from({ length: 60 }, (_, n) => ({
  sub: `s${n % 50}`,
  email: n % 7 ? `u${n}@example.com` : 'none',
}));

const EXPORTS: readonly {
  readonly name: string;
  readonly count: number;
  readonly text: string;
  readonly mapping: () => Promise<Mapping | null>;
}[] = [
  {
    name: 'users.csv',
    count: 1,
    text: `Id;Mail;Extra\n${USERS.map(({ sub, email }) => `${sub};"${email}";x\n`).join('')}`,
    mapping: async () => parseMapping('fields: { sub: Id, email: { from: Mail, case: lower } }', 'mapping.yml'),
  },
  {
    name: 'users.ndjson',
    count: 2,
    text: USERS.map((user) => `${JSON.stringify(user)}\n`).join(''),
    mapping: async () => null,
  },
  {
    name: 'users.ldif',
    count: 1,
    // Every fifth has a family name that is not text.
    text: USERS.map(
      ({ sub, email }, n) =>
        `dn: uid=${n},dc=example\nobjectClass: person\nuid: u${n}\nentryUUID: ${sub}\nmail: ${email}\nsn:: ${n % 5 ? 'TWVpZXI=' : 'AP/+'}\n`,
    ).join('\n'),
    mapping: async () => parseMapping('', 'preset ldif', await presetText('ldif')),
  },
];

test.each(EXPORTS)(
  'real threads make the same plan: $name',
  { timeout: 180_000 },
  async ({ name, count, text, ...given }) => {
    using folder = tempFolder();
    writeFileSync(folder.file(name), text);
    const mapping = await given.mapping();
    const layout = mapping === null ? {} : { layout: mapping.layout };
    const exported = inChunks(await openExport({ cwd: folder.path, patterns: name, ...AUTO, ...layout }), 2);
    const alone = await planOf(exported, mapping);
    await using open = threadsFor(exported, mapping, { count });
    const { seen, threads } = counted(open);
    const withThreads = await planOf(whenStarted(exported, open), mapping, { threads });
    // The fingerprint of this test has no key that a thread could get.
    const plain = (plan: typeof alone) => ({ ...plan, rows: plan.rows.map((row) => ({ ...row, fingerprint: null })) });
    expect(plain(withThreads)).toEqual(plain(alone));
    expect(seen.inThreads).toBeGreaterThan(5);
  },
);

/** An export of 40 rows in chunks of 2. */
async function longExport(folder: { readonly path: string; file(name: string): string }): Promise<Export> {
  const lines = Array.from({ length: 40 }, (_, n) => `{"sub":"s${n}","email":"u${n}@example.com"}\n`);
  writeFileSync(folder.file('users.ndjson'), lines.join(''));
  return inChunks(await openExport({ cwd: folder.path, patterns: 'users.ndjson', ...AUTO }), 2);
}

/** A script that a thread runs instead of the program. */
function scriptIn(folder: { file(name: string): string }, onMessage: string): string {
  const script = folder.file('thread.mjs');
  writeFileSync(
    script,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', () => { ${onMessage} });
     parentPort.postMessage({ kind: 'ready' });`,
  );
  return script;
}

test('a thread that dies ends the plan with what to do, and every row before it is kept', async () => {
  using folder = tempFolder();
  const exported = await longExport(folder);
  await using threads = threadsFor(exported, null, { count: 1, script: scriptIn(folder, 'process.exit(1)') });
  const { outcome, rows } = await planOf(whenStarted(exported, threads), null, { threads });
  const { error } = outcome as { error: unknown };
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).message).toBe(
    'A thread that decides rows of the plan ended. Nothing was sent. Free memory on the runner, or plan without threads: `threads: 0`.',
  );
  // The first chunk was decided by the main thread.
  expect(rows.map(({ row }) => row)).toEqual([1, 2]);
});

test('the run stops while a thread works without end, and no more is read than may wait', async () => {
  using folder = tempFolder();
  const exported = await longExport(folder);
  const stop = new AbortController();
  const read = { chunks: 0 };
  {
    await using threads = threadsFor(exported, null, { count: 1, script: scriptIn(folder, 'for (;;);') });
    const watched: Export = {
      ...exported,
      async *records(onPage) {
        for await (const chunk of whenStarted(exported, threads).records(onPage)) {
          read.chunks += 1;
          if (read.chunks === 3) setTimeout(() => stop.abort(new Error('time is up')), 200);
          yield chunk;
        }
      },
    };
    const { outcome, rows } = await planOf(watched, null, { threads, signal: stop.signal });
    expect((outcome as { error: unknown }).error).toBe(stop.signal.reason);
    expect(rows).toHaveLength(2);
    // The first, and as many as may wait.
    expect(read.chunks).toBe(1 + threads.maxPending);
  }
  expect(process.getActiveResourcesInfo()).not.toContain('Worker');
});

test('a thread gets no environment, and of all secrets only the key of the fingerprints', async () => {
  using folder = tempFolder();
  const exported = await longExport(folder);
  const reply = `const { workerData } = await import('node:worker_threads');
    parentPort.postMessage({ kind: 'failed', error: JSON.stringify([process.env, Object.keys(workerData), process.execArgv]) });`;
  const script = scriptIn(folder, `(async () => { ${reply} })()`);
  await using threads = threadsFor(exported, null, { count: 1, script });
  const { outcome } = await planOf(whenStarted(exported, threads), null, { threads });
  const told = JSON.parse(String((outcome as { error: unknown }).error));
  expect(told).toEqual([{}, ['mapping', 'files', 'now', 'fingerprintKey'], []]);
});

test('the fingerprints of a thread are those of the state', async () => {
  using folder = tempFolder();
  const exported = await longExport(folder);
  const keys = createKeys('a state key', {
    repository: 'example/shop',
    workflow: 'w',
    tenant: 'https://t.example.com',
  });
  const setup = { mapping: null, files: exported.files, now: PLAN_NOW, fingerprintKey: keys.fingerprintKey() };
  await using threads = new PlanThreads(setup, { count: 1, startAfterRows: 0 });
  const { rows } = await planOf(whenStarted(exported, threads), null, { threads, fingerprint: keys.fingerprint });
  const alone = await planOf(exported, null, { fingerprint: keys.fingerprint });
  expect(rows).toEqual(alone.rows);
  expect(String(rows.at(-1)?.fingerprint)).toHaveLength(22);
});

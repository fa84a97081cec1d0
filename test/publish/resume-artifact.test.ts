import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keptNames } from '../../src/publish/kept-names.ts';
import { resumeArtifacts } from '../../src/publish/resume-artifact.ts';
import { stateArtifacts } from '../../src/publish/state-artifact.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import type { ResumeFiles } from '../../src/state/resume-files.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { plannedLedger, progressStore } from '../support/progress-shelf.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { tempFolder } from '../support/temp-folder.ts';

const NEVER = new AbortController().signal;
const NOTHING = { found: [], own: [] };

const uploads = (service: ResultsService) => service.requests.filter((one) => one.endsWith('/CreateArtifact')).length;

/** An attempt of run 4711, whose service is `service`. */
async function openRun(service: ResultsService) {
  const folder = tempFolder();
  const runner = insideRunner(service.env());
  const names = keptNames(
    { tenant: null, mapping: null, reportName: 'r', exported: '', hasState: true },
    service.env(),
  );
  const optionsOf = (attempt: number, token = '') => {
    const patience = instantPatience();
    const env = { ...service.env(), GITHUB_RUN_ATTEMPT: String(attempt) };
    const ports = { env, log: SILENT_LOG, patience, closingPatience: patience, folder: folder.path };
    return { ...ports, token, runId: null, names, keepsState: false };
  };
  writeFileSync(folder.file('resume.bin'), 'bytes');
  return {
    ...{ folder, names, optionsOf },
    filesOf: (attempt: number, token = ''): ResumeFiles => resumeArtifacts(optionsOf(attempt, token)),
    path: folder.file('resume.bin'),
    stored: () => service.artifacts.map(({ name }) => name.replace(names.resume, '')),
    [Symbol.dispose]: () => {
      runner[Symbol.dispose]();
      folder[Symbol.dispose]();
    },
  };
}

type Run = Awaited<ReturnType<typeof openRun>>;

/** Lets an attempt settle two users before each of `pieces` uploads, then end or vanish; returns how many are settled then. */
async function send(run: Run, attempt: number, pieces: number, { token = '', ends = false } = {}): Promise<number> {
  using ledger = plannedLedger(run.folder, 200);
  const store = progressStore(ledger, run.folder, run.filesOf(attempt, token), { attempt, runId: '4711' });
  await store.load(NEVER);
  for (let n = 0; n < pieces; n++) {
    const { created } = ledger.totals();
    ledger.settle([1, 2].map((of) => ({ row: created + of, outcome: 'created', sub: `sub ${created + of}` })));
    expect(await store.saveInterim()).toMatchObject({ kind: 'kept', paths: [expect.any(String)] });
  }
  if (ends) expect(await store.save(null)).toMatchObject({ kind: 'kept' });
  return ledger.totals().created;
}

async function restoredRows(run: Run, attempt: number, token = ''): Promise<number> {
  using ledger = plannedLedger(run.folder, 200);
  const loaded = await progressStore(ledger, run.folder, run.filesOf(attempt, token), { attempt, runId: '4711' }).load(
    NEVER,
  );
  return loaded?.rows ?? 0;
}

test('each piece is stored under the next name with one call, and a name that is taken is passed over', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  const files = run.filesOf(1);
  const calls: number[] = [];
  for (const taken of [false, false, true, false]) {
    if (taken) service.seed({ name: `${run.names.interim}-3`, bytes: Buffer.alloc(0) });
    const before = uploads(service);
    await files.put([run.path], false, NOTHING);
    calls.push(uploads(service) - before);
  }
  expect(calls).toEqual([1, 1, 2, 1]);
  expect(run.stored()).toEqual(['-interim', '-interim-2', '-interim-3', '-interim-4', '-interim-5']);
});

test('the whole file deletes the pieces that it is told to, and no others', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  const files = run.filesOf(1);
  const own: string[] = [];
  for (let n = 0; n < 3; n++) {
    const put = await files.put([run.path], false, NOTHING);
    own.push(put.name ?? '');
    service.seed({ name: `${run.names.interim}-${10 + n}`, bytes: Buffer.alloc(0) });
  }
  const final = await files.put([run.path], true, { found: [], own });
  expect(final.name).toBe(run.names.resume);
  expect(run.stored()).toEqual(['-interim-10', '-interim-11', '-interim-12', '']);
});

test('a deletion that fails, or a piece that is gone already, changes nothing else', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  const files = run.filesOf(1);
  const own: string[] = [];
  for (let n = 0; n < 3; n++) own.push((await files.put([run.path], false, NOTHING)).name ?? '');
  service.remove(({ name }) => name === own[0]);
  expect(await files.put([run.path], true, { found: [], own })).toMatchObject({ kind: 'kept' });
  expect(run.stored()).toEqual(['']);
});

test('pieces of 36 uploads are continued by the next attempt, whose first file replaces them', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  expect(await send(run, 1, 36)).toBe(72);
  expect(run.stored()).toHaveLength(36);
  expect(await restoredRows(run, 2)).toBe(72);
  const before = uploads(service);
  expect(await send(run, 2, 2)).toBe(76);
  expect(uploads(service) - before).toBe(2);
  expect(run.stored()).toEqual(['-interim-37', '-interim-38']);
});

test('through REST, pieces behind a gap of any size and among pages of others are found, though an older file is not', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  await send(run, 1, 2, { ends: true });
  expect(run.stored()).toEqual(['']);
  await send(run, 2, 6);
  expect(await send(run, 3, 4)).toBe(24);
  expect(run.stored()).toEqual(['', '-interim-7', '-interim-8', '-interim-9', '-interim-10']);
  for (let n = 0; n < 1_200; n++) service.seed({ name: `other-${n}`, bytes: Buffer.alloc(0) });
  service.fail({ on: 'ListArtifacts', kind: 'status', status: 404 });
  expect(await restoredRows(run, 4, service.token)).toBe(24);
});

test('a run with more artifacts than are searched is not continued from what happens to be among the first', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  await send(run, 1, 2);
  for (let n = 0; n < 10_000; n++) service.seed({ name: `other-${n}`, bytes: Buffer.alloc(0) });
  service.fail({ on: 'ListArtifacts', kind: 'status', status: 404 });
  await expect(restoredRows(run, 2, service.token)).rejects.toThrow(
    'There are more than 10,000 artifacts in run 4711 of acme/identity, more than are searched. Delete some. Nothing was sent.',
  );
});

test('what an earlier attempt stored, and the runtime service hides, has the same name, and the new file is not deleted for it', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  await send(run, 1, 2, { ends: true });
  const { name, bytes } = service.artifact(run.names.resume);
  service.remove(() => true);
  service.seed({ name, bytes, fromEarlierAttempt: true });
  expect(await send(run, 2, 3, { token: service.token, ends: true })).toBe(10);
  expect(run.stored()).toEqual(['', '']);
  service.remove(({ id }) => id === service.artifacts[0]?.id);
  expect(await restoredRows(run, 3)).toBe(10);
});

test('pieces of several attempts that nobody could delete are all looked at', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  for (let attempt = 1; attempt <= 3; attempt++) {
    expect(await send(run, attempt, 18, { token: service.token })).toBe(36 * attempt);
    for (const one of [...service.artifacts]) {
      service.remove(({ id }) => id === one.id);
      service.seed({ ...one, fromEarlierAttempt: true });
    }
  }
  expect(service.artifacts).toHaveLength(54);
  expect(await restoredRows(run, 4, service.token)).toBe(108);
});

test('of another export the pieces stay together, however many others there are', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  await send(run, 1, 3);
  const pieces = service.artifacts.map(({ id }) => id);
  const renamed = (name: string, suffix: string) =>
    name.replace(run.names.resume, `${run.names.resumeScope}-${suffix}`);
  for (const [at, one] of [...service.artifacts].entries()) {
    service.seed({ ...one, name: renamed(one.name, 'aaaaaaaa') });
    for (let n = 0; n < 110; n++) service.seed({ ...one, name: renamed(one.name, `${10_000_000 + 1_000 * at + n}`) });
  }
  service.remove(({ id }) => pieces.includes(id));
  expect(await restoredRows(run, 2)).toBe(6);
});

test('the state that is looked for is in no piece, so that none is opened', async () => {
  await using service = await startResultsService();
  using run = await openRun(service);
  await send(run, 1, 36);
  const options = run.optionsOf(1, service.token);
  const found = await stateArtifacts(options).candidates('all', Number.POSITIVE_INFINITY);
  expect(found.files).toEqual([]);
  expect(service.requests.filter((one) => one.includes('/artifacts?') || one.endsWith('/zip'))).toEqual([]);
});

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { keptNames } from '../../src/publish/kept-names.ts';
import { stateArtifacts } from '../../src/publish/state-artifact.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { NotFetched } from '../../src/state/kept-file.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { tempFolder } from '../support/temp-folder.ts';

let service: ResultsService;
beforeAll(async () => {
  service = await startResultsService();
});
afterEach(() => service.heal());
afterAll(() => service[Symbol.asyncDispose]());

/** Looks for states while GitHub limits the rate for `seconds`; returns how long was waited, in seconds. */
async function waited(which: 'all' | 'latest', seconds: number): Promise<{ waits: number[]; isFound: boolean }> {
  using folder = tempFolder();
  const env = service.env();
  using _ = insideRunner(env);
  service.fail({ on: 'list', kind: 'status', status: 403, headers: { 'retry-after': String(seconds) }, times: 1 });
  const waits: number[] = [];
  const patience = {
    ...instantPatience(),
    sleep: async (ms: number) => void waits.push(ms / 1_000),
  };
  const names = keptNames({ tenant: null, mapping: null, reportName: 'r', exported: '', hasState: true }, env);
  const ports = { env, log: SILENT_LOG, patience, closingPatience: patience, token: service.token };
  const looked = stateArtifacts({ ...ports, names, folder: folder.path }).candidates(which, Number.POSITIVE_INFINITY);
  const isFound = await looked.then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof NotFetched)) throw error;
      return false;
    },
  );
  return { waits, isFound };
}

test('a rate limit of half an hour is waited for before sending, and not after it', async () => {
  expect(await waited('all', 1_800)).toEqual({ waits: [1_800], isFound: true });
  expect(await waited('latest', 1_800)).toEqual({ waits: [], isFound: false });
});

test('a rate limit of half a minute is waited for after sending too', async () => {
  expect(await waited('latest', 30)).toEqual({ waits: [30], isFound: true });
});

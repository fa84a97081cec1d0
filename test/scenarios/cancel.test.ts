import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { faultOn } from '../../src/sandbox/fault.ts';
import type { SandboxOptions } from '../../src/sandbox/sandbox.ts';
import * as fault from '../support/faults/faults.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { startAction } from '../support/runner.ts';
import { ndjson, openScenario, POST, type Scenario, savedState, someUsers, until } from '../support/scenario.ts';

type Texts = { readonly [name: string]: string };

const users = someUsers(20);
const inputs = { export: 'users.ndjson', 'batch-size': '5', 'abort-above': '100%' };

/** A wait that never ends by itself: what is waited for, and how the run comes to it. */
interface Phase {
  readonly what: string;
  readonly given?: Texts;
  readonly env?: Texts;
  readonly options?: SandboxOptions;
  readonly prepare?: (world: World) => void | Promise<void>;
  /** Whether the run waits. */
  readonly waits: (world: World) => boolean;
}

interface World {
  readonly scenario: Scenario;
  readonly service: ResultsService;
}

const asked =
  (part: string) =>
  ({ service }: World): boolean =>
    service.requests.some((request) => request.includes(part));
const hang =
  (on: Parameters<ResultsService['fail']>[0]['on']) =>
  ({ service }: World) =>
    service.fail({ on, kind: 'hang' });
const seedExport = ({ service }: World): void => {
  service.seed({ name: 'export', bytes: Buffer.from(zipSync({ 'users.ndjson': Buffer.from(ndjson(users)) })) });
};
const hasAskedForToken = ({ scenario }: World): boolean => scenario.sandbox.counters.tokenRequests > 0;

const BEFORE_SENDING: readonly Phase[] = [
  {
    what: 'the list of artifacts',
    given: { export: '', 'export-artifact': 'export' },
    prepare: hang('ListArtifacts'),
    waits: asked('ListArtifacts'),
  },
  {
    what: 'the bytes of the export',
    given: { export: '', 'export-artifact': 'export' },
    prepare: (world) => {
      seedExport(world);
      hang('blob')(world);
    },
    waits: asked('GET /blob'),
  },
  {
    what: 'artifacts of another run',
    given: { export: '', 'export-artifact': 'export', 'export-run-id': '7' },
    prepare: hang('list'),
    waits: asked('/actions/runs/7/artifacts'),
  },
  {
    what: 'the next try of a call to GitHub',
    given: { export: '', 'export-artifact': 'export', 'export-run-id': '7' },
    prepare: ({ service }) =>
      service.fail({ on: 'list', kind: 'status', status: 403, headers: { 'retry-after': '3000' } }),
    waits: asked('/actions/runs/7/artifacts'),
  },
  {
    what: 'the state of the last night',
    given: { sync: 'delta', 'state-key': 'a state key of sixteen' },
    prepare: hang('list'),
    waits: asked('/actions/artifacts'),
  },
  {
    what: 'the progress of an earlier attempt',
    env: { GITHUB_RUN_ATTEMPT: '2' },
    prepare: hang('ListArtifacts'),
    waits: asked('ListArtifacts'),
  },
  {
    what: 'the token endpoint',
    options: { faults: faultOn('token', 'every', fault.hanging(false)) },
    waits: hasAskedForToken,
  },
  {
    what: 'the next try of the token endpoint',
    options: { faults: faultOn('token', 'every', fault.gatewayError(503, false, 600)) },
    waits: hasAskedForToken,
  },
];

/** A run that is cancelled while it waits. It would not end by itself within the time-out of a test. */
async function cancelled({ given = {}, env = {}, options, prepare, waits }: Phase) {
  await using service = await startResultsService();
  await using scenario = await openScenario(options);
  const world = { scenario, service };
  await scenario.write('users.ndjson', ndjson(users));
  await prepare?.(world);
  const all = { ...inputs, 'github-token': service.token, ...given };
  const { child, ended } = await scenario.start(all, { ...service.env(), ...env });
  await until(() => waits(world));
  child.kill('SIGINT');
  return { result: await ended, sent: scenario.sandbox.counters.bulkRequests };
}

describe('a cancel is heard while the run waits for', () => {
  it.each(BEFORE_SENDING)('$what', async (phase) => {
    const { result, sent } = await cancelled(phase);
    expect(result.signal).toBeNull();
    expect(result.outputs.outcome).toBe('cancelled');
    expect(result.report.outcome).toBe('cancelled');
    expect(sent).toBe(0);
  });

  it('the upload of progress and report: the outputs tell what was sent', async () => {
    const phase = { what: 'upload', prepare: hang('CreateArtifact'), waits: asked('CreateArtifact') };
    const { result } = await cancelled(phase);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', created: '20' });
    expect(result.outputs['report-path']).not.toBe('');
  });

  it('the bytes of an upload', async () => {
    const phase = { what: 'upload', prepare: hang('blob'), waits: asked('PUT /blob') };
    const { result } = await cancelled(phase);
    expect(result.outputs).toMatchObject({ outcome: 'succeeded', created: '20' });
  });
});

it('the post step hears a cancel too, and leaves no data', async () => {
  await using service = await startResultsService();
  await using scenario = await openScenario();
  await scenario.write('users.ndjson', ndjson(users));
  service.fail({ on: 'CreateArtifact', kind: 'status', status: 400 });
  const main = await scenario.run(inputs, service.env());
  const before = service.requests.length;
  service.heal();
  service.fail({ on: 'CreateArtifact', kind: 'hang' });
  const step = scenario.step(inputs, { ...service.env(), ...savedState(main) });
  const { child, ended } = await startAction({ ...step, script: POST });
  await until(() => service.requests.slice(before).some((request) => request.includes('CreateArtifact')));
  child.kill('SIGTERM');
  const post = await ended;
  expect([post.exitCode, post.signal]).toEqual([0, null]);
  expect(readdirSync(join(scenario.folder, 'temp'))).toEqual([]);
});

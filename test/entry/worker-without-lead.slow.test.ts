import { describe, expect, it, vi } from 'vitest';
import { runWorker } from '../../src/entry/fleet.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { TestFleet } from '../support/fleet/open-test-fleet.ts';
import { openRun } from '../support/fleet/test-run.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { queryOnce } from '../support/postgres.ts';
import { testDatabase } from '../support/test-database.ts';

const url = await testDatabase();
const SECRET = 'a-client-secret';
const never = new AbortController().signal;

describe.skipIf(url === null)('a worker without a lead', () => {
  const start = (stop: AbortSignal, patience?: Parameters<typeof runWorker>[2]) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const log = { ...SILENT_LOG, info: say, notice: say, warning: say, error: say };
    const settings = readSettings(
      inputsOf({
        ...{ role: 'work', 'queue-url': url ?? '', 'tenant-url': 'https://acme.example.com' },
        ...{ 'client-id': 'a-client', 'client-secret': SECRET },
      }),
    );
    const environment = {
      ...{ env: {}, log, stop, abortInFlight: never, toolVersion: '0.0.0' },
      ...{ progress: NO_PROGRESS, onSecret: () => undefined },
    };
    return { lines, ended: runWorker(settings, environment, patience) };
  };

  it('ends with a warning that says where it looked, and no failure', async () => {
    const { lines, ended } = start(never, { firstMs: 60, nextMs: 0 });
    expect(await ended).toEqual({
      ...{ users: 0, outcome: 'succeeded', isWarning: true },
      message: expect.stringMatching(
        /^No lead began to send to https:\/\/acme\.example\.com within .*sent nothing\..*`queue-url` or `tenant-url`\.$/,
      ),
    });
    expect(lines).toEqual([
      expect.stringContaining('Waiting for a lead that sends to https://acme.example.com, up to'),
    ]);
  });

  it('ends as cancelled when it is cancelled while it waits', async () => {
    const reason = { outcome: 'cancelled', message: 'The run was cancelled.' };
    const { ended } = start(AbortSignal.abort(reason));
    expect(await ended).toEqual({ users: 0, ...reason, isWarning: false });
  });

  /** Starts a worker in a run in which only the lead may send, and takes that run over. */
  const startAndTakeOver = async (fleet: TestFleet, ...given: Parameters<typeof start>) => {
    await openRun(fleet, { secret: SECRET }, true);
    const worker = start(...given);
    await vi.waitUntil(() => worker.lines.some((line) => line.startsWith('Sending as worker')), 10_000);
    await queryOnce(url ?? '', "UPDATE cidaas_migrate.run SET lead_seen = lead_seen - interval '1 hour'");
    const next = await fleet.fleet(fleet.ledger([]), { secret: SECRET });
    await next.takeOver(true, never);
    return worker;
  };

  it('waits for the next lead after a take-over, for a shorter time than for the first', async () => {
    await using fleet = new TestFleet(url ?? '');
    const stop = new AbortController();
    const { lines, ended } = await startAndTakeOver(fleet, stop.signal);
    await vi.waitUntil(() => lines.length === 4, 10_000);
    expect(lines).toEqual([
      'Waiting for a lead that sends to https://acme.example.com, up to 30 minutes …',
      expect.stringContaining('Sending as worker'),
      'Another lead took this run over; waiting until it sends.',
      'Waiting for a lead that sends to https://acme.example.com, up to 5 minutes …',
    ]);
    stop.abort({ outcome: 'cancelled', message: 'The run was cancelled.' });
    expect(await ended).toMatchObject({ outcome: 'cancelled', users: 0 });
  });

  it('ends with a warning when the next lead is not seen to send', { timeout: 30_000 }, async () => {
    await using fleet = new TestFleet(url ?? '');
    const { ended } = await startAndTakeOver(fleet, never, { firstMs: 600_000, nextMs: 60 });
    expect(await ended).toEqual({
      ...{ users: 0, outcome: 'succeeded', isWarning: true },
      message: expect.stringMatching(/^0 users were sent\. Then another lead took the run over, .*Its own job reports/),
    });
  });
});

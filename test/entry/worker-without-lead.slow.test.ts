import { describe, expect, it } from 'vitest';
import { runWorker } from '../../src/entry/fleet.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { NO_PROGRESS } from '../../src/runtime/progress-log.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from '../support/inputs-of.ts';
import { testDatabase } from '../support/test-database.ts';

const url = await testDatabase();
const never = new AbortController().signal;

describe.skipIf(url === null)('a worker without a lead', () => {
  const start = (stop: AbortSignal, waitMs: number) => {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const log = { ...SILENT_LOG, info: say, notice: say, warning: say, error: say };
    const settings = readSettings(
      inputsOf({
        ...{ role: 'work', 'queue-url': url ?? '', 'tenant-url': 'https://acme.example.com' },
        ...{ 'client-id': 'a-client', 'client-secret': 'a-client-secret' },
      }),
    );
    const environment = {
      ...{ env: {}, log, stop, abortInFlight: never, toolVersion: '0.0.0' },
      ...{ progress: NO_PROGRESS, onSecret: () => undefined },
    };
    return { lines, ended: runWorker(settings, environment, waitMs) };
  };

  it('ends with a warning that says where it looked, and no failure', async () => {
    const { lines, ended } = start(never, 60);
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
    const { ended } = start(AbortSignal.abort(reason), 60_000);
    expect(await ended).toEqual({ users: 0, ...reason, isWarning: false });
  });
});

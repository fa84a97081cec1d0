import type { ReportHead } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Settings } from '../settings/settings.ts';
import { closeRun } from './close-run.ts';
import { earlyEndFor } from './early-end.ts';
import type { Ports } from './ports.ts';
import { emptyRecord } from './run-record.ts';
import { RunRecorder } from './run-recorder.ts';

/**
 * Runs the steps of a run and closes it: every row gets an outcome, the record is saved, and the log has the reason of an early
 * end. `runSteps` returns why the run ended early, or null.
 *
 * @returns the head of the report; its totals always match the ledger, also when the run ended early.
 * @throws only what is a bug; bad input, a stopped run and a full disk are outcomes of the run.
 */
export async function recordedRun(
  settings: Settings,
  ports: Ports,
  runSteps: (settings: Settings, ports: Ports, recorder: RunRecorder) => Promise<EarlyEnd | null>,
): Promise<ReportHead> {
  const { ledger, clock, log } = ports;
  const began = clock.now();
  const startedAt = clock.wallNow();
  const recorder = new RunRecorder(ledger, emptyRecord(settings, ports.toolVersion, ports.run, startedAt));
  const earlyEnd = await runSteps(settings, ports, recorder).catch((error: unknown) => {
    const end = earlyEndFor(error, ports);
    recorder.add(end.section);
    return end.earlyEnd;
  });
  ledger.releaseSpace();
  recorder.save();
  const head = closeRun(ledger, recorder.record, earlyEnd, startedAt + (clock.now() - began));
  for (const line of head.reason?.split('\n') ?? []) log.error(line);
  return head;
}

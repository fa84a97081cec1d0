import { parentPort, workerData } from 'node:worker_threads';
import { type CompiledMapper, compileMapping } from '../mapping/compile/compile.ts';
import { Overruns } from '../mapping/compile/overruns.ts';
import { decideChunk } from '../plan/decide-chunk.ts';
import { systemClock } from '../runtime/clock.ts';
import { withUndecoded } from '../source/ldif.ts';
import { keyedFingerprint } from '../state/keys.ts';
import type { PlanThreadQuestion, PlanThreadReply, PlanThreadSetup } from './plan-thread-message.ts';
import { rowRules } from './row-preparation.ts';

/** Decides chunks of rows until the thread is ended. Prints nothing. */
export async function servePlanThread(): Promise<never> {
  const port = parentPort;
  if (port === null) throw new Error('a thread of a plan has a port');
  const { mapping: written, files, now, fingerprintKey } = workerData as PlanThreadSetup;
  const mapping = written === null ? null : (await parser())(written.text, written.name, written.preset);
  const overruns = new Overruns(systemClock.now);
  const fingerprint = fingerprintKey === null ? null : (text: string) => keyedFingerprint(fingerprintKey, text);
  const { rules } = await rowRules(mapping, now, fingerprint);
  const byHeader = new Map<string, Promise<CompiledMapper>>();
  const mappers = files.map(({ columns }) => {
    const header = JSON.stringify(columns);
    const mapper = byHeader.get(header) ?? compileMapping(mapping, columns, { now, overruns });
    byHeader.set(header, mapper);
    return mapper;
  });
  const takeOverruns = () => overruns.take();
  const decide = async (records: PlanThreadQuestion): Promise<PlanThreadReply> => {
    try {
      const file = records[0]?.file ?? 0;
      const mapper = await mappers[file];
      if (mapper === undefined) throw new Error(`file ${file} of the export has no mapper`);
      const read = files[file]?.format === 'ldif' ? records.map(withUndecoded) : records;
      const decision = await decideChunk(read, { ...rules, mapper, takeOverruns, breathe: () => undefined });
      return { kind: 'decided', decision };
    } catch (error) {
      return { kind: 'failed', error };
    }
  };
  await Promise.all(mappers);
  let last = Promise.resolve();
  port.on('message', (records: PlanThreadQuestion) => {
    last = last.then(async () => port.postMessage(await decide(records)));
  });
  port.postMessage({ kind: 'ready' } satisfies PlanThreadReply);
  return new Promise<never>(() => undefined);
}

async function parser() {
  return (await import('../mapping/file/mapping-file.ts')).parseMapping;
}

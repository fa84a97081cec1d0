import { expect, test } from 'vitest';
import { keptFile } from '../../src/publish/kept-artifact.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { SealedFileError } from '../../src/state/sealed-file.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { type RawEntry, rawZip } from '../support/raw-zip.ts';
import { startResultsService } from '../support/results-service.ts';
import { tempFolder } from '../support/temp-folder.ts';

test.each<[what: string, entry: RawEntry]>([
  ['a folder in place of its file', { name: 'state.bin/x', data: 'x' }],
  ['a name that leads out', { name: '../state.bin', data: 'x' }],
  ['a zip bomb', { name: 'state.bin', data: Buffer.alloc(65_000_000) }],
])('a state artifact that is %s counts as damaged: it does not end the run', async (_, entry) => {
  await using service = await startResultsService();
  using folder = tempFolder();
  const env = service.env();
  using _runner = insideRunner(env);
  const { id, name, bytes, digest, createdAt } = service.seed({ name: 'state', bytes: rawZip([entry]) });
  const artifact = { id, name, size: bytes.length, digest, createdAt, expired: false, place: null };
  const ports = { env, log: SILENT_LOG, patience: instantPatience(), timeoutMs: 20_000 };
  const kept = keptFile({ artifact, runId: '1', fileName: 'state.bin' }, folder.path, ports);
  await expect(kept.fetch()).rejects.toBeInstanceOf(SealedFileError);
});

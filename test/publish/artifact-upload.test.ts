import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadArtifact } from '../../src/publish/artifact-upload.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { logLines } from '../support/log-lines.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { unzipped } from '../support/stored-artifact.ts';
import { tempFolder } from '../support/temp-folder.ts';

let service: ResultsService;
beforeAll(async () => {
  service = await startResultsService();
});
afterAll(() => service[Symbol.asyncDispose]());

/** A folder with two files, in a step of a run whose service is `service`. */
async function setUp(env: { [name: string]: string } = {}) {
  const folder = tempFolder();
  await mkdir(folder.file('temp'));
  await writeFile(folder.file('report.json'), '{"rows":1}\n');
  await writeFile(folder.file('report.html'), '<!doctype html>\n');
  const all: { [name: string]: string } = { ...service.env(), RUNNER_TEMP: folder.file('temp'), ...env };
  const runner = insideRunner(all);
  const { log, lines } = logLines();
  const files = [folder.file('report.json'), folder.file('report.html')];
  return {
    folder,
    files,
    lines,
    runner,
    ports: { env: all, log, timeoutMs: 20_000, patience: instantPatience() },
    [Symbol.dispose]: () => {
      runner[Symbol.dispose]();
      folder[Symbol.dispose]();
    },
  };
}

describe('uploadArtifact', () => {
  test('zips the files of one folder under their names', async () => {
    using step = await setUp();
    const upload = await uploadArtifact('report', step.files, {}, step.ports);
    const { id } = service.artifact('report');
    const url = `https://github.com/acme/identity/actions/runs/4711/artifacts/${id}`;
    expect(upload).toEqual({ kind: 'uploaded', id, url, name: 'report' });
    expect(unzipped(service.artifact('report'))).toEqual({
      'report.json': '{"rows":1}\n',
      'report.html': '<!doctype html>\n',
    });
    expect(service.artifact('report').expiresAt).toBeNull();
  });

  test('uploads one file un-zipped under the name of the artifact, for as long as asked', async () => {
    using step = await setUp();
    const [, html = ''] = step.files;
    const upload = await uploadArtifact('page.html', [html], { skipArchive: true, retentionDays: 3 }, step.ports);
    expect(upload).toMatchObject({ kind: 'uploaded', name: 'page.html' });
    const { bytes, contentType, expiresAt } = service.artifact('page.html');
    expect({ text: bytes.toString(), contentType }).toEqual({ text: '<!doctype html>\n', contentType: 'text/html' });
    expect(Math.round(((expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(3);
    expect(await readdir(step.folder.file('temp'))).toEqual([]);
  });

  test('a name that the run already has gets a counter, before the extension of a file, and a notice', async () => {
    using step = await setUp();
    const [json = '', html = ''] = step.files;
    const names: unknown[] = [];
    for (let time = 1; time <= 3; time++) {
      names.push(await uploadArtifact('again', [json], {}, step.ports));
      names.push(await uploadArtifact('again.html', [html], { skipArchive: true }, step.ports));
    }
    expect(names).toMatchObject(
      ['again', 'again.html', 'again-2', 'again-2.html', 'again-3', 'again-3.html'].map((name) => ({
        kind: 'uploaded',
        name,
      })),
    );
    expect(step.lines).toContain('notice: This run already has an artifact again.html: uploaded as again-3.html.');
    expect(unzipped(service.artifact('again-3'))).toEqual({ 'report.json': '{"rows":1}\n' });
  });

  test('a service that is busy for a moment is tried again', async () => {
    using step = await setUp();
    service.fail({ on: 'FinalizeArtifact', kind: 'status', status: 503, times: 1 });
    expect(await uploadArtifact('busy', step.files, {}, step.ports)).toMatchObject({ kind: 'uploaded', name: 'busy' });
  });

  test('a service that accepts and never answers runs into the timeout', async () => {
    using step = await setUp();
    service.fail({ on: 'CreateArtifact', kind: 'hang', times: 1 });
    expect(await uploadArtifact('hanging', step.files, {}, { ...step.ports, timeoutMs: 50 })).toEqual({
      kind: 'failed',
      reason: 'Uploading the artifact hanging took longer than 50 ms and was stopped',
    });
  });

  test.each([
    ['reset', { on: 'CreateArtifact', kind: 'reset', times: 4 }, /ECONNRESET/],
    [
      'refused',
      { on: 'CreateArtifact', kind: 'status', status: 403, times: 1 },
      /\(403\).*a fault that the test asked for/,
    ],
    [
      'out of space',
      {
        on: 'CreateArtifact',
        kind: 'status',
        status: 400,
        body: { msg: 'insufficient usage to create artifact' },
        times: 1,
      },
      /storage quota has been hit/,
    ],
    [
      'no taken name',
      { on: 'CreateArtifact', kind: 'status', status: 400, body: { msg: 'quota (409)' }, times: 1 },
      /\(400\).*quota \(409\)/,
    ],
    ['a blob store that refuses', { on: 'blob', kind: 'status', status: 403, times: 1 }, /./],
  ] as const)('%s is a reason, not an exception', async (name, fault, reason) => {
    using step = await setUp();
    service.fail(fault);
    const upload = await uploadArtifact(name.replaceAll(' ', '-'), step.files, {}, step.ports);
    expect(upload).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) });
    expect(JSON.stringify(upload)).not.toContain('signature-of');
  });

  test('a name that leads to another folder is rejected', async () => {
    using step = await setUp();
    const [, html = ''] = step.files;
    const upload = await uploadArtifact('../page.html', [html], { skipArchive: true }, step.ports);
    expect(upload).toMatchObject({ kind: 'failed', reason: 'an artifact name cannot contain a slash' });
    expect(await readdir(step.folder.path)).toEqual(['report.html', 'report.json', 'temp']);
  });

  test.each([
    ['outside of a runner', { ACTIONS_RUNTIME_TOKEN: '' }, /outside GitHub Actions \(ACTIONS_RUNTIME_TOKEN not set\)/],
    ['on GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://github.example.com' }, /GitHub Enterprise Server/],
    ['with a server that is no address', { GITHUB_SERVER_URL: 'nonsense' }, /GitHub Enterprise Server/],
  ])('%s there is no service, and nobody is asked', async (_, env, reason) => {
    using step = await setUp(env);
    const before = service.requests.length;
    expect(await uploadArtifact('nowhere', step.files, {}, step.ports)).toEqual({
      kind: 'unavailable',
      reason: expect.stringMatching(reason),
    });
    expect(service.requests.length).toBe(before);
  });

  test('what the client prints tells nobody a token or a signature', async () => {
    using step = await setUp();
    await uploadArtifact('quiet', step.files, {}, step.ports);
    const printed = step.runner.output();
    expect(printed).toContain('Artifact quiet successfully finalized');
    expect(printed).not.toContain(step.ports.env.ACTIONS_RUNTIME_TOKEN ?? 'none');
    const masked = printed
      .split('\n')
      .filter(
        (line) => line.includes('signature-of') && !line.startsWith('::add-mask::') && !line.startsWith('::debug::'),
      );
    expect(masked).toEqual([]);
  });
});

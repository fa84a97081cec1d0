import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startResultsService } from '../support/results-service.ts';
import { runAction } from '../support/runner.ts';
import { unzipped } from '../support/stored-artifact.ts';
import { tempFolder } from '../support/temp-folder.ts';

const script = fileURLToPath(new URL('step.ts', import.meta.url));

describe('a step that publishes its report', () => {
  test('uploads it twice, fills outputs and summary, and annotates', async () => {
    using folder = tempFolder();
    await using service = await startResultsService();
    const inputs = {
      'report-name': 'migration',
      'report-dir': folder.file('report'),
      'client-secret': 'canary-secret',
    };
    const step = await runAction({ script, inputs, folder: folder.path, env: service.env() });
    expect(step).toMatchObject({ exitCode: 0, stderr: '' });

    const zipped = unzipped(service.artifact('migration'));
    expect(Object.keys(zipped).sort()).toEqual(['failures.csv', 'report.html', 'report.json', 'warnings.csv']);
    expect(JSON.parse(zipped['report.json'] ?? '').failures).toHaveLength(11);
    expect(service.artifact('migration.html').bytes.toString()).toBe(zipped['report.html']);
    expect(await readFile(folder.file('report/failures.csv'), 'utf8')).toBe(zipped['failures.csv']);
    expect(((await stat(folder.file('report/report.json'))).mode & 0o777).toString(8)).toBe('600');

    const { id } = service.artifact('migration');
    expect(step.outputs).toEqual({
      outcome: 'failed',
      rows: '11',
      created: '0',
      updated: '0',
      unchanged: '0',
      skipped: '0',
      invalid: '1',
      duplicate: '1',
      failed: '7',
      unknown: '1',
      unsent: '1',
      planned: '0',
      'plan-digest': 'v1.aaaaaaaa.bbbbbbbb.cccccccc.dddddddd.eeeeeeee',
      'report-path': folder.file('report/report.json'),
      'report-artifact-id': String(id),
      'report-url': `https://github.com/acme/identity/actions/runs/4711/artifacts/${id}`,
    });
    expect(step.summary).toContain('## ❌ cidaas migration: failed');
    expect(step.summary).toContain(`[Open the report](./4711/artifacts/${service.artifact('migration.html').id})`);
    for (const level of ['error', 'warning', 'notice']) {
      expect(step.annotations.filter((one) => one.level === level).length).toBeLessThanOrEqual(9);
    }
    expect(step.annotations.find(({ title }) => title === 'email.invalid')?.message).toMatch(
      /^1 invalid row, first at users\.csv:3 \(email\): /,
    );
    // What hostile rows wanted of the runner did not happen, and what is secret was masked.
    expect(step.commands).toEqual([]);
    expect(step.log).toContain('the secret is ***');
    const shown = [step.log, step.summary, ...step.annotations.map(({ message }) => message)]
      .join(' ')
      .replaceAll('\n', '');
    expect(shown).not.toMatch(/canary-secret|[\p{Cc}\u202e]/u);
  });

  test('without a service the files stay on disk, and notice and summary say where', async () => {
    using folder = tempFolder();
    const inputs = { 'report-name': 'migration', 'report-dir': folder.file('report') };
    const step = await runAction({ script, inputs, folder: folder.path });
    expect(step.exitCode).toBe(0);
    const where = `Its files are in ${folder.file('report')}.`;
    expect(step.annotations).toContainEqual({ level: 'notice', title: '', message: expect.stringContaining(where) });
    expect(step.summary).toContain(where);
    expect(step.outputs).toMatchObject({
      'report-path': folder.file('report/report.json'),
      'report-artifact-id': '',
      'report-url': '',
    });
    expect(JSON.parse(await readFile(folder.file('report/report.json'), 'utf8')).totals.rows).toBe(11);
  });

  test('a service that fails is a warning, and the page is not tried after it', async () => {
    using folder = tempFolder();
    await using service = await startResultsService();
    service.fail({ on: 'CreateArtifact', kind: 'status', status: 403 });
    const inputs = { 'report-name': 'migration', 'report-dir': folder.file('report') };
    const step = await runAction({ script, inputs, folder: folder.path, env: service.env() });
    expect(step.exitCode).toBe(0);
    expect(step.annotations).toContainEqual({
      level: 'warning',
      title: '',
      message: expect.stringMatching(/migration could not be uploaded: .*403/),
    });
    expect(service.requests.filter((request) => request.endsWith('/CreateArtifact'))).toHaveLength(1);
  });
});

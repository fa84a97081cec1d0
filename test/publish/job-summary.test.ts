import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { insideRunner } from '../support/inside-runner.ts';
import { logLines } from '../support/log-lines.ts';
import { tempFolder } from '../support/temp-folder.ts';

describe('writeJobSummary', () => {
  test('a runner that shows none is a notice; one that does gets it after what is there', async () => {
    const { writeJobSummary } = await import('../../src/publish/job-summary.ts');
    using folder = tempFolder();
    const { log, lines } = logLines();
    {
      using _runner = insideRunner({});
      await writeJobSummary('lost', log);
    }
    expect(lines).toEqual([expect.stringMatching(/^notice: The job summary could not be written: /)]);
    await writeFile(folder.file('summary'), 'before\n');
    using _runner = insideRunner({ GITHUB_STEP_SUMMARY: folder.file('summary') });
    await writeJobSummary('# after', log);
    expect(await readFile(folder.file('summary'), 'utf8')).toBe('before\n# after\n');
  });
});

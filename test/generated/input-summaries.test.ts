import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { summaryModule } from '../../scripts/input-summaries.ts';
import { cliHelp } from '../../src/entry/cli-help.ts';
import { CLI_FLAGS, CLI_SWITCHES, INPUTS, SECRETS } from '../../src/settings/inputs.ts';

test('the help has the words of action.yml: else run `node scripts/input-summaries.ts`', () => {
  const path = resolve(import.meta.dirname, '../../src/generated/input-summaries.ts');
  expect(readFileSync(path, 'utf8')).toBe(summaryModule());
});

test('every flag has one line that explains it, and secrets have none', () => {
  const lines = cliHelp().split('\n');
  for (const name of [...Object.keys(INPUTS), ...Object.keys(CLI_FLAGS), ...CLI_SWITCHES]) {
    const found = lines.filter((line) => line.startsWith(`  --${name} `));
    expect(found, name).toHaveLength(name in SECRETS ? 0 : 1);
    if (!(name in SECRETS)) expect(found[0]).toMatch(/^ {2}--[\w-]+ +\S+ \S+/);
  }
  expect(lines.filter((line) => /^[A-Z].*:$/.test(line)).length).toBeGreaterThan(8);
});

import { expect, test } from 'vitest';
import { unknownInputs } from '../../src/entry/unknown-inputs.ts';
import { INPUTS } from '../../src/settings/inputs.ts';

/** As a runner passes an input. */
const variable = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;

test('every input of the action is known, as a runner passes it', () => {
  const env = Object.fromEntries(Object.keys(INPUTS).map((name) => [variable(name), '']));
  expect(unknownInputs({ ...env, GITHUB_REPOSITORY: 'acme/identity', input_other: '' })).toEqual({
    problems: [],
    warnings: [],
  });
});

test.each([
  ['tenant_url', '`tenant-url`'],
  ['Batch-Sizes', '`batch-size`'],
  ['report name', '`report-name`'],
  ['dry-run', 'docs/reference.md'],
  ['limit', 'docs/reference.md'],
])('`%s` is a problem that says what was meant', (name, says) => {
  const { problems } = unknownInputs({ [variable(name)]: 'true' });
  expect(problems).toEqual([expect.stringContaining(says)]);
  expect(problems[0]).toContain(`\`${variable(name).slice(6).toLowerCase()}\`: unknown input.`);
});

test('in a composite action, variables of its own scripts are only warned about', () => {
  const env = {
    GITHUB_ACTION_PATH: '/actions/nightly',
    INPUT_SLACK_CHANNEL: '#hr',
    INPUT_TENANT_URL: 'x',
    'INPUT_DRY-RUN': '',
  };
  const { problems, warnings } = unknownInputs(env);
  expect(warnings).toEqual([expect.stringContaining('INPUT_SLACK_CHANNEL')]);
  expect(problems).toHaveLength(2);
});

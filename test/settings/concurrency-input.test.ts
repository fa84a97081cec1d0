import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from '../support/inputs-of.ts';

const given = { mode: 'plan', export: 'users.csv' };

test('concurrency is auto up to 32 unless told otherwise, or a fixed number', () => {
  const read = (inputs: object) => readSettings(inputsOf({ ...given, ...inputs })).concurrency;
  expect(read({})).toEqual({ mode: 'auto', max: 32 });
  expect(read({ concurrency: 'AUTO', 'max-concurrency': '100' })).toEqual({ mode: 'auto', max: 100 });
  expect(read({ concurrency: '8' })).toEqual({ mode: 'fixed', max: 8 });
  expect(read({ concurrency: '256' })).toEqual({ mode: 'fixed', max: 256 });
});

test.each(['0', '257', '-1', '2.5', 'many'])('concurrency %j is refused', (concurrency) => {
  expect(() => readSettings(inputsOf({ ...given, concurrency }))).toThrow(
    `\`concurrency\`: expected \`auto\` or a whole number from 1 to 256, got \`${concurrency}\``,
  );
});

test('max-concurrency has no meaning for a fixed number', () => {
  expect(() => readSettings(inputsOf({ ...given, concurrency: '8', 'max-concurrency': '16' }))).toThrow(
    '`max-concurrency`: can only be used with `concurrency: auto`; a number is a maximum itself',
  );
  expect(() => readSettings(inputsOf({ ...given, 'max-concurrency': '257' }))).toThrow(
    '`max-concurrency`: expected a whole number from 1 to 256, got `257`',
  );
});

import { expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { inputsOf } from '../support/inputs-of.ts';

test('a time-limit is no longer than a timer takes, which would end the run at once', () => {
  const given = { mode: 'plan', export: 'users.csv' };
  const { timeLimitMs } = readSettings(inputsOf({ ...given, 'time-limit': '35000' }));
  expect(timeLimitMs).toBeLessThan(2 ** 31);
  expect(() => readSettings(inputsOf({ ...given, 'time-limit': '36000' }))).toThrow(
    '`time-limit`: expected a number from 0 to 35000, got `36000`',
  );
});

test.each([
  ['20GB', 20e9],
  ['20 gb', 20e9],
  ['1.5TB', 1.5e12],
  ['500M', 5e8],
  ['64MiB', 64 * 2 ** 20],
  ['1000', 1000],
  ['', null],
])('max-unpacked takes %j', (text, bytes) => {
  const settings = readSettings(inputsOf({ mode: 'plan', export: 'users.csv', 'max-unpacked': text }));
  expect(settings.export.maxUnpacked).toBe(bytes);
});

test.each(['0', '-1', '20 gigs', '1e9', 'GB', '99999999TB'])('max-unpacked does not take %j', (text) => {
  expect(() => readSettings(inputsOf({ mode: 'plan', export: 'users.csv', 'max-unpacked': text }))).toThrow(
    '`max-unpacked`: expected bytes, or a number and a unit, like `500MB`, `20GB` or `1.5TB`, got',
  );
});

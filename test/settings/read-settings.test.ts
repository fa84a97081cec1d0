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

test('fail-on takes fields and codes, and names what it does not know', () => {
  const given = { mode: 'plan', export: 'users.csv', 'compare-mapping': 'base.yml' };
  const { failOn } = readSettings(inputsOf({ ...given, 'fail-on': 'sub, password\nemail.invalid customFields.no' }));
  expect(failOn).toEqual({ codes: ['email.invalid'], fields: ['sub', 'password', 'customFields.no'] });
  expect(() => readSettings(inputsOf({ ...given, 'fail-on': 'email.invalit' }))).toThrow(
    /email\.invalit`.*`?email\.invalid/,
  );
});

test('a gate for changes needs a mapping to compare with', () => {
  const given = { mode: 'plan', export: 'users.csv', 'fail-on': 'sub', 'max-newly-invalid': '0' };
  expect(() => readSettings(inputsOf(given))).toThrow(
    /`max-newly-invalid`: can only be used together with `compare-mapping`[\s\S]*`fail-on`: can only/,
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

test('threads is `auto` or a number, 0 among them', () => {
  const threadsOf = (threads: string) => readSettings(inputsOf({ mode: 'plan', export: 'users.csv', threads })).threads;
  expect(['', 'Auto', '0', '3'].map(threadsOf)).toEqual(['auto', 'auto', 0, 3]);
  for (const wrong of ['33', '-1', '1.5', 'all'])
    expect(() => threadsOf(wrong)).toThrow(
      `\`threads\`: expected \`auto\` or a whole number from 0 to 32, got \`${wrong}\``,
    );
});

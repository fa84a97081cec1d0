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

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

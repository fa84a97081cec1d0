import { expect, it } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { secretTexts } from '../../src/settings/secret-inputs.ts';
import { inputsOf } from '../support/inputs-of.ts';

const URL = 'postgres://mig:p%40ss%2Fgeheim@db.example.com/fleet';
const WORKER = {
  ...{ role: 'work', 'queue-url': URL, 'tenant-url': 'https://acme.example.com' },
  ...{ 'client-id': 'a', 'client-secret': 'a-client-secret' },
};

const problemsOf = (inputs: { readonly [name: string]: string }): string => {
  try {
    readSettings(inputsOf(inputs));
    return '';
  } catch (error) {
    return String(error);
  }
};

it('a worker needs no export and no mapping', () => {
  expect(readSettings(inputsOf(WORKER))).toMatchObject({ role: 'work', queueUrl: { password: 'p@ss/geheim' } });
});

it('a lead needs what a run needs, and a run without a fleet is a lead', () => {
  expect(problemsOf({ ...WORKER, role: 'lead' })).toContain('`export`');
  expect(readSettings(inputsOf({ ...WORKER, role: '', 'queue-url': '', export: 'a.csv' }))).toMatchObject({
    ...{ role: 'lead', queueUrl: null },
  });
});

it('names what does not go together, without the password', () => {
  expect(problemsOf({ ...WORKER, 'queue-url': '' })).toContain('`queue-url`: required with `role: work`');
  expect(problemsOf({ ...WORKER, mode: 'plan' })).toContain('needs `mode: apply`');
  expect(problemsOf({ ...WORKER, 'tenant-url': 'sandbox' })).toContain('lives in one process');
  const wrong = problemsOf({ ...WORKER, 'queue-url': `${URL}?sslmode=disable` });
  expect(wrong).toContain('`queue-url`');
  expect(wrong).not.toContain('geheim');
  const short = problemsOf({ ...WORKER, 'queue-url': 'postgres://mig:s%40e-pw@db/fleet' });
  expect(short).toContain('`queue-url`: expected a password of at least 8 characters');
  expect(short).not.toContain('e-pw');
  expect(readSettings(inputsOf({ ...WORKER, 'queue-url': 'postgres://mig@db/fleet' })).queueUrl?.password).toBe('');
});

it('masks the URL and both spellings of its password', () => {
  expect(secretTexts('queue-url', ` ${URL}\n`)).toEqual([URL, 'p%40ss%2Fgeheim', 'p@ss/geheim']);
  expect(secretTexts('queue-url', 'postgres://mig@db/fleet')).toEqual(['postgres://mig@db/fleet']);
  expect(secretTexts('queue-url', 'postgres://mig:%E0%A4%A-geheim@db/fleet')).toContain('%E0%A4%A-geheim');
});

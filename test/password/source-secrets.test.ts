import { expect, test } from 'vitest';
import { parseSourceSecrets } from '../../src/password/source-secrets.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import { secretTexts } from '../../src/settings/secret-inputs.ts';

test('secrets are text or base64, one a line', () => {
  const secrets = parseSourceSecrets('\ufeffpepper= a=b \r\n\nkey.1=base64:AAECAw==\nlast=ü');
  expect([...secrets].map(([name, value]) => [name, Buffer.from(value).toString('hex')])).toEqual([
    ['pepper', '20613d6220'],
    ['key.1', '00010203'],
    ['last', 'c3bc'],
  ]);
});

test.each([
  ['no-value-here', 'line 1: must be "name=value"'],
  ['ok=1\n=Pfeffer', 'line 2: must be "name=value"'],
  ['a b=Pfeffer', 'line 1: must be "name=value"'],
  ['a=', 'line 1: the value is missing'],
  ['a=base64:', 'line 1: what follows "base64:" is not base64'],
  ['a=base64:Pfeffer!', 'line 1: what follows "base64:" is not base64'],
  ['a=1\na=Pfeffer', 'line 2: the name was given in an earlier line'],
])('a line that is none is named and never quoted: %j', (text, message) => {
  const inputs: { readonly [name: string]: string } = { mode: 'plan', export: 'u.csv', 'password-secrets': text };
  const read = () => readSettings((input) => inputs[input] ?? '');
  expect(read).toThrow(InputError);
  expect(read).toThrow(new RegExp(`^password-secrets (?!.*Pfeffer).*${message}`));
});

test('a log masks the values in each spelling, and not the names, which messages use', () => {
  const value = Buffer.from('Pfeffer-und-Salz');
  const texts = secretTexts(
    'password-secrets',
    `pepper-name=Pfeffermühle\nother-name=base64:${value.toString('base64')}\n`,
  );
  expect(texts).toEqual(['Pfeffermühle', value.toString('base64'), 'Pfeffer-und-Salz', value.toString('hex')]);
});

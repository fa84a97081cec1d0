import { describe, expect, test } from 'vitest';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import { DEFAULT_POLICY, rulePolicy } from '../../src/plan/rule-policy.ts';
import { validateUser } from '../../src/plan/rules.ts';
import { checkSeverities } from '../../src/plan/severities.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';

function warned(fields: object): string[] {
  const { errors, warnings } = validateUser({ username: 'ada', ...fields } as CidaasUser, '2026-03-15');
  return [...errors, ...warnings].map(({ code, field }) => `${code} ${field}`);
}

describe('traces of wrong encodings', () => {
  test.each(['MÃ¼ller', 'WeiÃŸ', 'â€žKreuzâ€œ', 'Caf\ufffd', 'StraÃ\u009fe', 'Â\u00a0x'])('%s', (text) => {
    expect(warned({ family_name: text })).toEqual(['text.mojibake family_name']);
    expect(warned({ address: { locality: text } })).toEqual(['text.mojibake address.locality']);
    expect(warned({ customFields: { firm: text } })).toEqual(['text.mojibake customFields.firm']);
  });

  test.each(['Müller', 'São Tomé', 'Ângela', 'ÃO', 'Ã la carte', 'naïve', '山田', 'Łódź'])('%s is sound', (text) => {
    expect(warned({ family_name: text, address: { locality: text } })).toEqual([]);
  });
});

describe('half a character', () => {
  test.each<[object, string]>([
    [{ sub: '\ud800abc' }, 'sub'],
    [{ given_name: 'a\udc00' }, 'given_name'],
    [{ address: { locality: '\ud83d' } }, 'address.locality'],
    [{ customFields: { a: 'sound', b: ['x', { c: '\ud800' }] } }, 'customFields.b[1]'],
    [{ customFields: { '\ud800': 'x' } }, 'customFields'],
    [{ identities: [{ username: 'ada' }, { sub: 'x\ud800' }] }, 'identities[1].sub'],
    [{ roles: ['\ud800'] }, 'roles[0]'],
  ])('%j', (fields, field) => {
    expect(warned(fields)).toContain(`text.broken ${field}`);
  });

  test('whole characters beyond the first plane are sound', () => {
    expect(warned({ given_name: '\u{1f600}', customFields: { '\u{1f600}': ['\u{1f600}'] } })).toEqual([]);
  });
});

describe('traces of spreadsheets', () => {
  test.each(['1,23E+11', '1.23457E+11', '4E+12', '9,87654e+10'])('%s', (text) => {
    expect(warned({ phone_number: text, customFields: { no: text } })).toEqual([
      'spreadsheet.exponent phone_number',
      'spreadsheet.exponent customFields.no',
    ]);
  });

  test('whole numbers with .0', () => {
    const fields = { phone_number: '301234.0', address: { postal_code: '10115.0' }, customFields: { amount: '2.0' } };
    expect(warned({ sub: '217.0', ...fields })).toEqual([
      'spreadsheet.decimals sub',
      'spreadsheet.decimals phone_number',
      'spreadsheet.decimals address.postal_code',
    ]);
  });

  test.each(['1E5', 'E+11', '12E+11x', '1,2,3E+11'])('%s is sound', (text) => {
    expect(warned({ phone_number: text })).toEqual([]);
  });

  test.each([
    ['1067', 'DE', true],
    ['1067', 'Deutschland', true],
    ['01067', 'DE', false],
    ['1010', 'AT', false],
    ['1067', undefined, false],
  ])('postal code %s in %s', (postal_code, country, expected) => {
    const found = warned({ address: { postal_code, ...(country !== undefined && { country }) } });
    expect(found).toEqual(expected ? ['spreadsheet.zeros address.postal_code'] : []);
  });
});

describe('disposable addresses', async () => {
  const policy = await rulePolicy(null);
  const codes = (email: string) => validateUser({ email }, '2026-03-15', policy).warnings.map(({ code }) => code);

  test('of providers and their subdomains are warned about', () => {
    expect(codes('a@mailinator.com')).toEqual(['email.disposable']);
    expect(codes('a@sub.Mailinator.com')).toEqual(['email.disposable']);
    expect(codes('a@example.com')).toEqual([]);
  });

  test('the list is not loaded when nobody asks', async () => {
    const off = await rulePolicy(parseMapping("rules: { email.disposable: 'off' }\nfields: { email: a }\n", 'm.yml'));
    expect(off.isDisposable('mailinator.com')).toBe(false);
  });
});

test('a zone must be one that there is', () => {
  expect(warned({ zoneinfo: 'Europe/Berlin' })).toEqual([]);
  expect(warned({ zoneinfo: 'Europe/Atlantis' })).toEqual(['zoneinfo.invalid zoneinfo']);
});

test('administrators are made on purpose only', () => {
  const user: CidaasUser = { sub: 's', username: 'u', groups: [{ sub: 's', groupId: ' cidaas_admins' }] };
  expect(validateUser(user, '2026-03-15').errors).toMatchObject([{ code: 'group.admin', field: 'groups[0].groupId' }]);
  expect(validateUser(user, '2026-03-15', { ...DEFAULT_POLICY, allowAdminGroups: true }).errors).toEqual([]);
});

test('severities change what a rule does, but not what must not be softened', async () => {
  const mapping = parseMapping('rules: { url.invalid: error, locale.invalid: warn }\nfields: { email: a }\n', 'm.yml');
  checkSeverities(mapping);
  const policy = await rulePolicy(mapping);
  const user = { username: 'u', website: 'www.example.com', locale: 'klingon!' };
  expect(validateUser(user, '2026-03-15', policy)).toMatchObject({
    errors: [{ code: 'url.invalid' }],
    warnings: [{ code: 'locale.invalid' }],
  });
  const soft = parseMapping(
    'rules:\n  hash.mismatch: warn\n  emial.invalid: off\n  hash.missing: error\nfields: { email: a }\n',
    'm.yml',
  );
  expect(() => checkSeverities(soft)).toThrow(
    /^m\.yml:2: rules\.hash\.mismatch: this code always makes the row invalid\. .+\nm\.yml:3: rules\.emial\.invalid: unknown code\. Did you mean "email\.invalid"\?$/,
  );
});

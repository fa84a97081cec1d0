import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importUsers } from '../support/import-users.ts';

const CASE = join(import.meta.dirname, '../fixtures/cases/blocked-unread');
const NO_PASSWORD = 'password: null\n';

function importCase(name: string, preset: string, mapping?: string) {
  return importUsers({
    files: [join(CASE, name)],
    inputs: { preset },
    ...(mapping !== undefined && { mapping }),
  });
}

function importText(name: string, lines: readonly string[], mapping: string, preset = '') {
  return importUsers({ files: [{ name, content: `${lines.join('\n')}\n` }], inputs: { preset }, mapping });
}

function statuses({
  users,
}: {
  readonly users: readonly { readonly email?: unknown; readonly userStatus?: unknown }[];
}) {
  return users.map(({ email, userStatus }) => [email, userStatus]);
}

describe('the given exports', () => {
  test.each([
    ['a.csv', 'Kunde aktiv'],
    ['b.csv', 'Kunde gesperrt'],
  ])('%s: the column %s stops the plan', async (name, column) => {
    const { users, report, log } = await importCase(name, 'german-csv', NO_PASSWORD);
    expect(users).toEqual([]);
    expect(report.outcome).toBe('error');
    expect(report.reason).toContain(
      `status.unread: no rule reads "${column}" (filled in 1 of 1 rows), which by its name looks like the state of an account.`,
    );
    expect(report.reason).toContain(`ignore: [${column}]`);
    expect(report.reason).toContain('fields: { userStatus: { value: VERIFIED } }');
    expect(report.unread).toEqual([
      { name: column, filled: 1, rows: 1, accountState: true },
      { name: 'Kundennummer', filled: 1, rows: 1 },
    ]);
    expect(log).toContainEqual(
      `No rule reads 2 columns or keys of the export; filled: "${column}" (100 %), "Kundennummer" (100 %).`,
    );
  });

  test('the labels of the export extension of Auth0', async () => {
    const imported = await importCase('auth0-labels.ndjson', 'auth0');
    expect(statuses(imported)).toEqual([
      ['ann@example.com', 'VERIFIED'],
      ['bob@example.com', 'DECLINED'],
    ]);
  });

  test('a disabled account of Samba; the other stays as it is', async () => {
    const imported = await importCase('users.ldif', 'ldif');
    expect(statuses(imported)).toEqual([
      ['samba3@example.com', 'DECLINED'],
      ['aktiv@example.com', 'VERIFIED'],
    ]);
  });
});

describe('each line that the message names decides', () => {
  const rows = ['Kundennummer;Nachname;E-Mail;Kunde gesperrt', '1;Eins;a@example.com;Ja', '2;Zwei;b@example.com;Nein'];

  async function linesOf(column: string): Promise<string[]> {
    const { report } = await importText('k.csv', rows, NO_PASSWORD, 'german-csv');
    expect(report.reason).toContain(column);
    return (report.reason ?? '')
      .split('\n')
      .filter((line) => line.startsWith('  '))
      .map((line) => line.trim());
  }

  test.each([
    [0, 'DECLINED'],
    [1, 'VERIFIED'],
    [2, 'VERIFIED'],
  ])('line %i', async (place, first) => {
    const lines = await linesOf('Kunde gesperrt');
    expect(lines).toHaveLength(3);
    const decided = await importText('k.csv', rows, `${NO_PASSWORD}${lines[place]}\n`, 'german-csv');
    expect(decided.report.outcome).toBe('succeeded');
    expect(statuses(decided)).toEqual([
      ['a@example.com', first],
      ['b@example.com', 'VERIFIED'],
    ]);
  });

  test('a constant status goes on counting the column', async () => {
    const lines = await linesOf('Kunde gesperrt');
    const { report } = await importText('k.csv', rows, `${NO_PASSWORD}${lines[2]}\n`, 'german-csv');
    expect(report.warnings['status.unread']).toBe(1);
    expect(report.unread).toContainEqual({ name: 'Kunde gesperrt', filled: 2, rows: 2, accountState: true });
  });

  test('a path of JSON is written so that the mapping can read it', async () => {
    const records = ['{"mail":"a@example.com","attributes":{"konto.status":["gesperrt"]}}'];
    const { report } = await importText('u.ndjson', records, 'fields: { email: mail }\n');
    const line = (report.reason ?? '').split('\n').find((each) => each.includes('ignore'));
    expect(line).toContain(`ignore: ['attributes."konto.status"[0]']`);
    const read = (report.reason ?? '')
      .split('\n')
      .find((each) => each.includes('reads it'))
      ?.trim();
    const mapping = `${read?.replace('fields: {', 'fields: { email: mail,')}\n`;
    const decided = await importText('u.ndjson', records, mapping);
    expect(statuses(decided)).toEqual([['a@example.com', 'DECLINED']]);
  });
});

describe('what looks like the state of an account', () => {
  test.each([
    ['Status', 'x'],
    ['KUNDE_GESPERRT', 'J'],
    ['cAktiv', 'N'],
    ['cSperre', 'Y'],
    ['is_active', '0'],
    ['account_status', '2'],
    ['AccountLocked', 'true'],
    ['Löschvermerk', 'L'],
    ['Loeschkennzeichen', 'L'],
    ['Austrittsdatum', '2020-01-01'],
    ['Kündigung zum', '2020-01-01'],
    ['Login erlaubt', 'nein'],
    ['OXACTIVE', '0'],
    ['Kennung', 'GESP'],
    ['Merkmal', 'inaktiv'],
    ['Mitglied bis', '2020-01-01'],
    ['endtime', '1600000000'],
    ['closed_at', '2020-01-01'],
    ['usr_stat', 'X'],
    ['state', 'disabled'],
    ['Gruppe', 'GESP'],
    // Only because no rule reads the status of a user at all.
    ['Kz7', 'J'],
  ])('%s', async (column, value) => {
    const lines = [`mail,${column}`, `a@example.com,${value}`, 'b@example.com,'];
    const { users, report } = await importText('u.csv', lines, 'fields: { email: mail }\n');
    expect([users, report.outcome]).toEqual([[], 'error']);
    expect(report.reason).toContain(`"${column}"`);
    expect(report.reason).not.toContain(`"${value}"`);
  });

  test.each([
    ['Bestellstatus', 'gesperrt'],
    ['payment_status', 'blocked'],
    ['Familienstand', 'aktiv'],
    ['marital_status', 'single'],
    ['newsletter_active', '1'],
    ['Werbesperre', 'J'],
    ['email_verified', '1'],
    ['LockoutEnabled', '1'],
    ['failed_login_count', '1'],
    ['statusChanged', '2020-01-01'],
    ['state', 'Bayern'],
    ['Aktivität', 'hoch'],
    ['gesperrt', ''],
    ['gesperrt', 'NULL'],
    ['gesperrt am', '0000-00-00'],
    ['Newsletter', 'J'],
    ['Ort', 'Köln'],
  ])('not %s', async (column, value) => {
    const lines = [`mail,${column}`, `a@example.com,${value}`, 'b@example.com,'];
    const { users, report } = await importText('u.csv', lines, 'fields: { email: mail }\n');
    expect([users.length, report.outcome]).toEqual([2, 'succeeded']);
    expect(report.unread).toEqual([
      { name: column, filled: ['', 'NULL', '0000-00-00'].includes(value) ? 0 : 1, rows: 2 },
    ]);
  });

  test('one clear word among others, and any word for a state in a column about the account', async () => {
    const plan = (column: string, ...values: readonly string[]) =>
      importText(
        'u.csv',
        [`mail,${column}`, ...values.map((value, row) => `${row}@example.com,${value}`)],
        'fields: { email: mail }\n',
      );
    for (const lines of [
      ['Kundengruppe', 'A', 'B', 'Gesperrt'],
      ['Typ', 'Kunde', 'gelöscht'],
      ['Web-Zugang', 'aktiv', 'kein'],
    ]) {
      const [column = '', ...values] = lines;
      const { report } = await plan(column, ...values);
      expect(report.reason).toContain(
        `"${column}" (filled in ${values.length} of ${values.length} rows), which by its`,
      );
    }
    expect((await plan('Haltung', 'aktiv', 'ruhend', 'lesend')).report.outcome).toBe('succeeded');
  });

  test('named values in a list, whichever key a rule chooses by', async () => {
    const user = { ID: 1, user_login: 'a', user_email: 'a@example.com', user_pass: '' };
    for (const meta of [
      [{ meta_key: 'account_status', meta_value: 'inactive' }],
      [{ key: 'pw_user_status', value: 'denied' }],
    ]) {
      const { users, report } = await importText(
        'u.json',
        [JSON.stringify([{ ...user, meta }])],
        'password: { optional: true }\n',
        'wordpress',
      );
      expect([users, report.outcome]).toEqual([[], 'error']);
      expect(report.reason).toMatch(/no rule reads "meta\[(?:meta_key=account|key=pw_user)_status\]/);
    }
  });

  test('a family name that is also a word for a state', async () => {
    const lines = ['mail,Ansprechpartner', 'a@example.com,Aktiv', 'b@example.com,Berg'];
    const few = await importText('u.csv', lines, 'fields: { email: mail }\n');
    expect(few.report.outcome).toBe('succeeded');
    const many = Array.from({ length: 8 }, (_, row) => `${row}@example.com,${row % 2 === 0 ? 'aktiv' : 'Berg'}`);
    const repeated = await importText('u.csv', ['mail,Merkmal', ...many], 'fields: { email: mail }\n');
    expect(repeated.report.reason).toContain('"Merkmal" (filled in 8 of 8 rows), which by its values');
  });

  test('a flag is not asked about when the status is read', async () => {
    const lines = ['mail,aktiv,Kz7', 'a@example.com,1,J', 'b@example.com,0,N'];
    const status = "userStatus: { from: aktiv, table: { '1': VERIFIED, '0': DECLINED } }";
    const imported = await importText('u.csv', lines, `fields: { email: mail, ${status} }\n`);
    expect(statuses(imported)).toEqual([
      ['a@example.com', 'VERIFIED'],
      ['b@example.com', 'DECLINED'],
    ]);
  });

  test('named values, nested keys and joined files', async () => {
    const attributes =
      '"Attributes":[{"Name":"email","Value":"a@example.com"},{"Name":"custom:blocked","Value":"true"}]';
    const cognito = await importText(
      'u.json',
      [`{"Users":[{"Username":"a","Enabled":true,"UserStatus":"CONFIRMED",${attributes}}]}`],
      NO_PASSWORD,
      'cognito',
    );
    expect(cognito.report.reason).toContain('"Attributes[Name=custom:blocked].Value"');

    const nested = await importText(
      'u.ndjson',
      ['{"mail":"a@example.com","account":{"disabled":true},"orders":[{"status":"blocked"}]}'],
      'fields: { email: mail }\n',
    );
    expect(nested.report.reason).toContain('"account.disabled"');
    expect(nested.report.reason).not.toContain('"orders');

    const joined = await importUsers({
      files: [
        { name: 'u.csv', content: 'mail,id\na@example.com,1\n' },
        { name: 'more.csv', content: 'id,city,blocked\n1,Ulm,1\n' },
      ],
      inputs: { export: 'u.csv' },
      mapping:
        'join: { more: { file: more.csv, key: id, equals: id } }\nfields: { email: mail, address.locality: more.city }\n',
    });
    expect(joined.report.reason).toContain('"more.blocked"');
  });

  test('an expression reads the keys that it names, and no others', async () => {
    const records = ['{"mail":"a@example.com","konto":{"gesperrt":true,"status":"x"}}'];
    const rule = `userStatus: { expr: "konto.gesperrt ? 'DECLINED' : 'VERIFIED'" }`;
    const { report } = await importText('u.ndjson', records, `fields: { email: mail, ${rule} }\n`);
    expect(report.reason).toContain('"konto.status"');
    expect(report.reason).not.toContain('"konto.gesperrt"');
  });

  test('keys that are data are not shown', async () => {
    const record = {
      mail: 'a@example.com',
      contacts: { 'eva@example.org': { note: 'x' }, '0171 2345678': { note: 'y' } },
    };
    const { report, everything } = await importText('u.ndjson', [JSON.stringify(record)], 'fields: { email: mail }\n');
    expect(report.unread).toEqual([{ name: 'contacts.*.note', filled: 1, rows: 1 }]);
    expect(everything).not.toContain('eva@example.org');
    expect(everything).not.toContain('2345678');
  });
});

describe('directories', () => {
  function entry(...lines: readonly string[]): string[] {
    return ['dn: uid=a,dc=example,dc=com', 'objectClass: inetOrgPerson', 'sn: A', 'mail: a@example.com', ...lines, ''];
  }
  const operational = 'entryUUID: 44444444-2968-41c1-8d3d-9333b32bf881';

  test.each([
    ['msDS-UserAccountDisabled: TRUE', 'DECLINED'],
    ['msDS-UserAccountDisabled: FALSE', 'VERIFIED'],
    ['sambaAcctFlags: [UL         ]', 'DECLINED'],
    ['sambaAcctFlags: [UX         ]', 'VERIFIED'],
    ['inetUserStatus: Inactive', 'DECLINED'],
    ['inetUserStatus: Active', 'VERIFIED'],
    ['accountStatus: noaccess', 'DECLINED'],
    ['nsAccountLock: TRUE', 'DECLINED'],
    ['nsRoleDN: cn=nsManagedDisabledRole,dc=example,dc=com', 'DECLINED'],
    ['loginDisabled: TRUE', 'DECLINED'],
    ['ds-pwp-account-disabled: true', 'DECLINED'],
    ['ds-pwp-account-expiration-time: 20200101000000Z', 'DECLINED'],
    ['ds-pwp-account-expiration-time: 29990101000000Z', 'VERIFIED'],
    ['orclIsEnabled: DISABLED', 'DECLINED'],
    ['orclIsEnabled: ENABLED', 'VERIFIED'],
    ['ibm-pwdAccountLocked: TRUE', 'DECLINED'],
    ['krbPrincipalExpiration: 20200101000000Z', 'DECLINED'],
    ['krbPrincipalExpiration: 29990101000000Z', 'VERIFIED'],
    ['accountUnlockTime: 19700101000000Z', 'DECLINED'],
    ['krb5KDCFlags: 254', 'DECLINED'],
    ['krb5KDCFlags: 126', 'VERIFIED'],
    ['shadowExpire: 1', 'DECLINED'],
    ['shadowExpire: 60000', 'VERIFIED'],
    ['shadowExpire: -1', 'VERIFIED'],
  ])('%s: %s', async (attribute, status) => {
    const imported = await importText('u.ldif', entry(operational, attribute), NO_PASSWORD, 'ldif');
    expect(statuses(imported)).toEqual([['a@example.com', status]]);
  });

  test('an attribute of another server stops the plan', async () => {
    const { report } = await importText('u.ldif', entry(operational, 'acmeLoginLocked: TRUE'), NO_PASSWORD, 'ldif');
    expect(report.reason).toContain('"acmeloginlocked"');
  });

  test('Active Directory without userAccountControl is refused', async () => {
    const { users, report } = await importText('u.ldif', entry('sAMAccountName: a'), NO_PASSWORD, 'ldif');
    expect(users).toEqual([]);
    expect(report.reason).toContain('Export the attribute `userAccountControl`, or decide it for all users');
  });

  test('without operational attributes nobody knows who is locked, which is counted', async () => {
    const { users, report } = await importText('u.ldif', entry(), NO_PASSWORD, 'ldif');
    expect(users).toHaveLength(1);
    expect(report.warnings['status.unread']).toBe(1);
  });
});

describe('keys that an application may have added, in JSON', () => {
  const user = {
    id: 1,
    name: 'Ida Berg',
    email: 'a@example.com',
    email_verified_at: '2020-01-01T00:00:00Z',
    password: '$2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi',
  };
  const accept = 'password: { unproven: accept, verifier: CUSTOM_X, optional: true }\n';

  test.each<[string, object, string]>([
    ['without them', {}, 'VERIFIED'],
    ['yes', { is_active: 1 }, 'VERIFIED'],
    ['no', { is_active: false }, 'DECLINED'],
    ['nothing', { is_active: null }, 'DECLINED'],
  ])('Laravel: %s', async (_name, added, status) => {
    const imported = await importText('u.json', [JSON.stringify([{ ...user, ...added }])], accept, 'laravel');
    expect(statuses(imported)).toEqual([['a@example.com', status]]);
  });

  test('ASP.NET Identity without them', async () => {
    const record = { Id: '1', UserName: 'a', Email: 'a@example.com', EmailConfirmed: true, LockoutEnd: null };
    const imported = await importText('u.json', [JSON.stringify([record])], accept, 'aspnet-identity');
    expect(statuses(imported)).toEqual([['a@example.com', 'VERIFIED']]);
  });

  test('a key that only some users have stops the plan', async () => {
    const records = [
      { ...user, is_active: 1 },
      { ...user, id: 2, email: 'b@example.com' },
    ];
    const { users, report } = await importText('u.json', [JSON.stringify(records)], accept, 'laravel');
    expect([users, report.outcome]).toEqual([[], 'error']);
    expect(report.reason).toContain('status.unread: some records have "is_active", others do not');
    const line = /`(fields: .*)`/.exec(report.reason ?? '')?.[1];
    const decided = await importText('u.json', [JSON.stringify(records)], `${accept}${line}\n`, 'laravel');
    expect(statuses(decided)).toEqual([
      ['a@example.com', 'VERIFIED'],
      ['b@example.com', 'DECLINED'],
    ]);
  });
});

describe('keys in JSON texts', () => {
  const rows = ['mail;meta', 'a@example.com;"{""konto"":{""status"":""gesperrt""},""lang"":""de""}"', 'b@example.com;'];

  test('of a cell stop the plan, and the line that it proposes reads them', async () => {
    const { users, report } = await importText('u.csv', rows, 'fields: { email: mail }\n');
    expect([users, report.outcome]).toEqual([[], 'error']);
    expect(report.reason).toContain('no rule reads "meta.konto.status" (filled in 1 of 2 rows)');
    expect(report.unread).toEqual([
      { name: 'meta.konto.status', filled: 1, rows: 2, accountState: true },
      { name: 'meta.lang', filled: 1, rows: 2 },
    ]);
    const lines = (report.reason ?? '').split('\n');
    const read = lines.find((each) => each.includes('reads it'))?.replace('fields: {', 'fields: { email: mail,');
    expect(statuses(await importText('u.csv', rows, `${read?.trim()}\n`))).toEqual([
      ['a@example.com', 'DECLINED'],
      ['b@example.com', 'VERIFIED'],
    ]);
    const ignore = lines.find((each) => each.includes('ignore:'))?.trim();
    const ignored = await importText('u.csv', rows, `fields: { email: mail }\n${ignore}\n`);
    expect(ignored.report.outcome).toBe('succeeded');
  });

  test('of a key of JSON, as in the claims of Firebase', async () => {
    const user = { localId: '1', email: 'a@example.com', customAttributes: '{"blocked":true}' };
    const { report } = await importText(
      'u.json',
      [JSON.stringify({ users: [user] })],
      'password: { optional: true }\n',
      'firebase',
    );
    expect(report.reason).toContain('no rule reads "customAttributes.blocked"');
    expect(report.reason).toContain('{ from: customAttributes, json: blocked, case: lower');
  });

  test('a text that is no JSON is one value', async () => {
    const { report } = await importText(
      'u.csv',
      ['mail;meta', 'a@example.com;{blocked: 1}'],
      'fields: { email: mail }\n',
    );
    expect(report.unread).toEqual([{ name: 'meta', filled: 1, rows: 1 }]);
  });
});

test.each([
  ['akamai', { uuid: '1', email: 'a@example.com' }],
  ['aspnet-identity', { Id: '1', Email: 'a@example.com', UserName: 'a' }],
  ['supabase', { id: '1', email: 'a@example.com', encrypted_password: '' }],
])('%s: a JSON export without a word about blocked users is counted', async (preset, user) => {
  const { report } = await importText('u.json', [JSON.stringify([user])], 'password: { optional: true }\n', preset);
  expect(report.outcome).toBe('succeeded');
  expect(report.warnings['status.unread']).toBe(1);
});

import { describe, expect, it } from 'vitest';
import { type FaultPlan, faultOn } from '../../src/sandbox/fault.ts';
import { htmlReply, jsonReply } from '../../src/sandbox/reply.ts';
import type { CidaasUser } from '../../src/user/cidaas-user.ts';
import { csvText } from '../support/export-text.ts';
import { failing, rejecting, replying } from '../support/faults/faults.ts';
import { expectClosedAccounts, openScenario, type Scenario } from '../support/in-process.ts';

const LEVELS = ['full', 'masked', 'none'] as const;
const CLIENT = { id: 'canary-client-id', secret: 'canary-client-secret/+=' };
const PASSWORD = 'CanaryPassw0rd-in-clear';
/** What spellings differ for. */
const ODD_PASSWORD = 'canary"&/<ord> ü42';
const SALT = 'Q2FuYXJ5U2FsdENhbmFyeQ==';
const HASHES = {
  bcrypt: `$2b$10$${'canary.'.repeat(8).slice(0, 53)}`,
  argon2: '$argon2id$v=19$m=65536,t=3,p=4$Y2FuYXJ5c2FsdA$Y2FuYXJ5aGFzaGNhbmFyeWhhc2g',
  ldap: '{SSHA}Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5',
  md5: 'ca9a11ca9a11ca9a11ca9a11ca9a11ca',
  salted: '0ca9a1y'.replaceAll('y', '5').repeat(6).slice(0, 40).concat(':canarysalt'),
} as const;
const SECRETS = [
  CLIENT.secret,
  encodeURIComponent(CLIENT.secret),
  ODD_PASSWORD,
  JSON.stringify(ODD_PASSWORD).slice(1, -1),
  encodeURIComponent(ODD_PASSWORD),
  'canary&quot;',
  // Half of one is as bad, where a message was cut off.
  PASSWORD.slice(0, 10),
  SALT.slice(0, 10),
  ...Object.values(HASHES),
];

/** What is personal of the people below. */
const PERSONAL = [
  'quentin.canary@example.com',
  'QUENTIN.CANARY@EXAMPLE.COM',
  '+4915112345678',
  '0341 9876543',
  'quentin.canary',
  'Quentinius',
  'Canarsky',
  'Canar',
  'Kanarienweg',
  'Vogelstadt',
];

const person = {
  sub: 'legacy-4711-canary',
  email: 'quentin.canary@example.com',
  mobile_number: '+4915112345678',
  phone_number: '0341 9876543',
  given_name: 'Quentinius',
  family_name: 'Canarsky',
  nickname: PASSWORD,
  address: { street_address: 'Kanarienweg 17', locality: 'Vogelstadt' },
  customFields: {
    legacy_password: PASSWORD,
    legacy_hash: HASHES.argon2,
    older_hash: HASHES.md5,
    odd: ODD_PASSWORD,
    customer_no: 'K-canary-99',
  },
  password_hash_info: {
    algorithmTypeId: 'PBKDF2',
    passwordHash: HASHES.bcrypt,
    hData: { salt: SALT, iterations: '1000', keylen: '32' },
  },
} satisfies CidaasUser;

async function open(faults: FaultPlan, users: readonly CidaasUser[] = [person]): Promise<Scenario> {
  const scenario = await openScenario({ client: CLIENT, faults });
  await scenario.write('users.csv', csvText(users));
  return scenario;
}

const inputs = {
  export: 'users.csv',
  'max-attempts': '1',
  'outage-patience': '0',
  'abort-above': '100%',
  'fail-above': '100%',
};

/** A tenant that says back all it was sent, in one text. */
const echo = (users: readonly CidaasUser[]): string =>
  `invalid: ${JSON.stringify(users)} for ${person.email.toUpperCase()} (${person.given_name} ${person.family_name}, ${HASHES.bcrypt})`;

function expectNoSecret(everything: string): void {
  for (const secret of SECRETS) expect(everything).not.toContain(secret);
  expect(everything).not.toContain(HASHES.md5.slice(0, 12));
  expect(everything, 'a token').not.toMatch(/eyJ[\w-]{8,}\.[\w-]{8,}/);
}

function expectNothingPersonal(everything: string): void {
  for (const personal of PERSONAL) expect(everything).not.toContain(personal);
}

const echoes: [where: string, faults: FaultPlan][] = [
  ['about one user', ({ kind, users }) => (kind === 'bulk' ? rejecting(() => true, echo(users).slice(0, 280)) : null)],
  [
    'about one user, the hash first',
    faultOn(
      'bulk',
      'every',
      rejecting(() => true, `hash ${HASHES.bcrypt} salt ${SALT} password ${PASSWORD} of ${person.phone_number}`),
    ),
  ],
  [
    'about one user, the person first',
    faultOn(
      'bulk',
      'every',
      rejecting(
        () => true,
        `${person.email.toUpperCase()} ${person.mobile_number} ${person.given_name} ${person.family_name}, ${person.address.street_address}, ${person.address.locality}, ${person.sub}`,
      ),
    ),
  ],
  [
    'in other spellings',
    faultOn(
      'bulk',
      'every',
      rejecting(
        () => true,
        `${JSON.stringify({ odd: ODD_PASSWORD })} ?odd=${encodeURIComponent(ODD_PASSWORD)}&email=${encodeURIComponent(person.email)} canary&quot;&amp;/&lt;ord&gt; ü42`,
      ),
    ),
  ],
  ...[PASSWORD, SALT, HASHES.md5, person.email, person.family_name].map((value): [string, FaultPlan] => [
    `cut off after half of ${value.slice(0, 4)}…`,
    faultOn(
      'bulk',
      'every',
      rejecting(() => true, `${'refused '.repeat(40).slice(0, 298 - Math.ceil(value.length / 2))} ${value} and more`),
    ),
  ]),
  [
    'about the whole request',
    ({ kind, users }) =>
      kind === 'bulk' ? replying('echo', jsonReply(417, { success: false, error: echo(users) })) : null,
  ],
  ['in a page', ({ kind, users }) => (kind === 'bulk' ? replying('echo', htmlReply(502, echo(users))) : null)],
  [
    'in a text',
    ({ kind, users }) => (kind === 'bulk' ? replying('echo', { status: 500, headers: {}, body: echo(users) }) : null),
  ],
  [
    'with a 403',
    ({ kind, users }) => (kind === 'bulk' ? replying('echo', jsonReply(403, { error: echo(users) })) : null),
  ],
  [
    'in an answer that names no states',
    ({ kind, users }) => (kind === 'bulk' ? replying('echo', jsonReply(200, { message: echo(users), users })) : null),
  ],
];

describe('what a tenant says back', () => {
  it.each(echoes.flatMap(([where, faults]) => LEVELS.map((level) => [where, level, faults] as const)))(
    '%s shows no secret, and nothing personal in a message, with report-identifiers %s',
    async (_, level, faults) => {
      await using scenario = await open(faults);
      const result = await scenario.run({ ...inputs, 'report-identifiers': level });
      expectClosedAccounts(result);
      expect(result.report.totals.created).toBe(0);
      expectNoSecret(result.everything);
      expect(result.everything).not.toContain(CLIENT.id);
      if (level === 'full') {
        expect(result.report.failures[0]?.user).toEqual({
          sub: person.sub,
          email: person.email,
          mobile_number: person.mobile_number,
        });
        const messages = [...result.report.failures.map(({ message }) => message), result.report.reason ?? ''];
        expectNothingPersonal(messages.join('\n'));
      } else {
        expectNothingPersonal(result.everything);
        expect(result.everything).not.toContain('K-canary-99');
      }
      if (level === 'masked') expect(result.report.failures[0]?.user.sub).toBe(person.sub);
      if (level === 'none') {
        expect(result.report.failures[0]?.user).toEqual({});
        expect(result.everything).not.toContain(person.sub);
        expect(result.everything, 'a stub').not.toMatch(/\w\*{3}@/);
      }
    },
  );
});

describe('client id and secret', () => {
  it.each([
    [
      'in the error of the token endpoint',
      replying('echo', jsonReply(401, { error: 'invalid_client', error_description: `bad ${CLIENT.secret}` })),
    ],
    ['URL-encoded', replying('echo', jsonReply(400, { error: `no client ${encodeURIComponent(CLIENT.secret)}` }))],
    ['in a page', replying('echo', htmlReply(403, `login of ${CLIENT.secret} failed`))],
    ['in a text that is no token', replying('echo', { status: 200, headers: {}, body: `secret=${CLIENT.secret}` })],
  ])('%s do not show', async (_, fault) => {
    await using scenario = await open(faultOn('token', 'every', fault));
    const result = await scenario.run(inputs);
    expectClosedAccounts(result);
    expect(result.exitCode).toBe(1);
    expectNoSecret(result.everything);
  });

  it('that are wrong, or the only thing that is right, do not show', async () => {
    await using scenario = await open(() => null);
    const wrong = await scenario.runBundle({ ...inputs, 'client-secret': `${CLIENT.secret}x` });
    expect(wrong.outputs.outcome).toBe('aborted');
    expectNoSecret(wrong.everything);
    const noInputs = await scenario.run({
      ...inputs,
      mode: CLIENT.secret,
      export: '',
      'tenant-url': `https://x:${CLIENT.secret}@acme.example.com`,
    });
    expect(noInputs.outputs.outcome).toBe('error');
    expectNoSecret(noInputs.log + JSON.stringify(noInputs.annotations));
  });
});

describe('a hash that the mapping put somewhere else', () => {
  const fields = [
    'sub',
    'username',
    'email',
    'mobile_number',
    'nickname',
    'given_name',
    'address.locality',
    'user_status_reason',
  ];
  it.each(LEVELS)('is refused where it cannot belong, and shows nowhere, with report-identifiers %s', async (level) => {
    await using scenario = await openScenario({ client: CLIENT, log: 'users' });
    const rows = fields.flatMap((field) => Object.values(HASHES).map((hash) => ({ field, hash })));
    const cells = rows.map(({ field, hash }, at) =>
      ['id', ...fields].map((name) => (name === 'id' ? `user${at}` : name === field ? hash : '')),
    );
    await scenario.write('users.csv', [['id', ...fields], ...cells].map((line) => `${line.join(';')}\n`).join(''));
    const sources = fields.map((field) =>
      field === 'username' ? '  username: { first: [username, id] }' : `  ${field}: ${field}`,
    );
    await scenario.write('mapping.yml', `fields:\n${sources.join('\n')}\n`);
    const result = await scenario.run({ ...inputs, mapping: 'mapping.yml', 'report-identifiers': level });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ rows: rows.length, invalid: rows.length });
    expectNoSecret(result.everything);
  });

  it('is sent where anything may stand, and shows nowhere', async () => {
    await using scenario = await open(() => null);
    const result = await scenario.runBundle({ ...inputs, 'report-identifiers': 'full' });
    expect(result.report.totals).toMatchObject({ created: 1 });
    expect(scenario.sandbox.users().get(person.sub)?.customFields).toEqual(person.customFields);
    expectNoSecret(result.everything);
    expect(result.everything).not.toContain('Quentinius');
  });
});

it('what is wrong with a value is said without the value', async () => {
  await using scenario = await openScenario({ client: CLIENT });
  await scenario.write(
    'users.csv',
    [
      'mail;born;seen;mobile;points;news;kind;settings;locale;status;hash;algorithm',
      `${Array.from({ length: 10 }, (_, n) => `canary-value-${n}`).join(';')};${PASSWORD};BCRYPT_10`,
      `a@example.com${';'.repeat(9)};${HASHES.md5};BCRYPT_10`,
      `b@example.com${';'.repeat(9)};${HASHES.bcrypt};BCRYPT_12`,
      '',
    ].join('\n'),
  );
  await scenario.write(
    'mapping.yml',
    `fields:
  email: mail
  birthdate: { from: born, date: dd.MM.yyyy }
  createdTime: { from: seen, instant: iso }
  mobile_number: { from: mobile, phone: DE }
  customFields.points: { from: points, type: number }
  mfa_enabled: news
  roles: { from: kind, table: { a: A } }
  customFields.settings: { from: settings, type: json }
  locale: locale
  userStatus: status
  password_hash_info.passwordHash: hash
  password_hash_info.algorithmTypeId: algorithm
`,
  );
  const result = await scenario.run({ ...inputs, mapping: 'mapping.yml', 'report-identifiers': 'none' });
  expect(result.report.totals).toMatchObject({ rows: 3, invalid: 3 });
  expect(result.everything).not.toContain('canary-value');
  expectNoSecret(result.everything);
});

it('a failure of the run itself quotes nobody', async () => {
  await using scenario = await open(faultOn('bulk', 'every', failing(500)), [
    person,
    { ...person, sub: 'legacy-2', email: 'b@example.com', mobile_number: '+4915112345679' },
  ]);
  const result = await scenario.run(inputs);
  expectClosedAccounts(result);
  expectNoSecret(result.everything);
  expectNothingPersonal(result.everything);
});

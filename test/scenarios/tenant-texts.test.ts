import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTenantDoor } from '../../src/report/tenant-door.ts';
import { connectTenant } from '../../src/tenant/connect.ts';
import { TenantRefused, TenantUnavailable } from '../../src/tenant/refusal.ts';
import { type HostileAnswer, type HostileTenant, startHostileTenant, TOKENS } from '../support/hostile-tenant.ts';
import { expectClosedAccounts, ndjson, openScenario, type ScenarioResult } from '../support/in-process.ts';
import { expectNoPieceOf } from '../support/leaks.ts';
import { stillClock } from '../support/manual-clock.ts';
import { messageOf } from '../support/printed.ts';
import { startResultsService } from '../support/results-service.ts';
import { spellingsOf } from '../support/spellings.ts';

const LEVELS = ['full', 'masked', 'none'] as const;
const CLIENT = { id: 'ap', secret: 'q7/Vz+3"x&Kd=9Lw<0pRt' };
const [EARLIER = '', CURRENT = ''] = TOKENS;
const HASHES = {
  md5: 'ca9a11ca9a11ca9a11ca9a11ca9a1107',
  salt: 'zQ4vB8nK2m',
  bcrypt: `$2b$10$${'kanari.'.repeat(8).slice(0, 53)}`,
};
const PERSON = { name: 'Quentinius', phone: '+4915112345678', email: 'quentin.canarsky@example.com' };

const listed = (texts: { readonly [name: string]: string }) =>
  Object.entries(texts).flatMap(([what, text]) =>
    Object.entries(spellingsOf(text)).map(([how, spelt]) => [`${what}, ${how}`, spelt] as const),
  );
/** A client id is no secret: of the pair, only the secret is. */
const SECRET_SPELLINGS = listed({ secret: CLIENT.secret, earlier: EARLIER, current: CURRENT });
const PAIR_SPELLINGS = listed({ pair: `${CLIENT.id}:${CLIENT.secret}` }).filter(([name]) => name.includes('base64'));
const HASH_SPELLINGS = listed(HASHES);
/** What `masked` hides of people: texts in which only a stub of them is left. */
const PERSON_SPELLINGS = listed(PERSON);
const SPELLINGS = [...PAIR_SPELLINGS, ...SECRET_SPELLINGS, ...HASH_SPELLINGS, ...PERSON_SPELLINGS];

function person(n: number, hasSub: boolean): object {
  return {
    ...(hasSub ? { sub: `legacy-${n}` } : {}),
    email: n === 0 ? PERSON.email : `quentin.canarsky+${n}@example.com`,
    mobile_number: PERSON.phone.replace(/.{3}$/, String(100 + n)),
    phone_number: PERSON.phone,
    given_name: PERSON.name,
    nickname: PERSON.email,
    customFields: { old_hash: HASHES.md5 },
    password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: HASHES.bcrypt, hData: { salt: HASHES.salt } },
  };
}

/** One run against such a tenant, with everything that leaves it: log, outputs, annotations, summary, report files and comment. */
async function run(
  tenant: HostileTenant,
  users: readonly object[],
  inputs: { readonly [name: string]: string },
  isBundle = false,
): Promise<ScenarioResult & { readonly printed: string }> {
  await using server = await startHostileTenant(tenant);
  await using service = await startResultsService();
  await using scenario = await openScenario();
  const event = join(scenario.folder, 'event.json');
  const repository = { full_name: 'acme/identity', private: true };
  await writeFile(event, JSON.stringify({ pull_request: { number: 7, head: { repo: repository } }, repository }));
  await scenario.write('users.ndjson', ndjson(users));
  const result = await scenario[isBundle ? 'runBundle' : 'run'](
    {
      'tenant-url': server.origin,
      'client-id': CLIENT.id,
      'client-secret': CLIENT.secret,
      export: 'users.ndjson',
      'max-attempts': '1',
      'outage-patience': '0',
      'abort-above': '100%',
      'fail-above': '100%',
      check: 'warn',
      comment: 'always',
      'github-token': service.token,
      ...inputs,
    },
    { ...service.env(), GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event },
  );
  const comments = service.comments.map(({ body }) => body ?? '');
  expect(comments).toHaveLength(1);
  return { ...result, printed: [result.everything, JSON.stringify(result.annotations), ...comments].join('\n') };
}

function expectNothingLeaked({ printed }: { readonly printed: string }, level: (typeof LEVELS)[number]): void {
  expectNoPieceOf(printed, [...SECRET_SPELLINGS, ...HASH_SPELLINGS]);
  // At `full` the identifiers of the users are shown, beside their messages.
  if (level !== 'full') expectNoPieceOf(printed, PERSON_SPELLINGS);
}

describe.each(LEVELS)('with report-identifiers %s, nothing secret or personal is printed', (level) => {
  const inputs = { 'report-identifiers': level };

  it('of what a tenant answers about users: messages, codes, reference numbers', async () => {
    const said = (n: number) => SPELLINGS[n % SPELLINGS.length]?.[1] ?? '';
    const users = SPELLINGS.map((_, n) => person(n, true));
    const entry: HostileTenant['entry'] = ({ sub }, n) => {
      const refused = { sub, process_state: 'FAILED' };
      return (
        [
          { ...refused, message: `no ${said(n)} here`, code: said(n + 1), referenceNumber: said(n + 2) },
          {
            ...refused,
            error: {
              error: said(n),
              code: said(n)
                .toLowerCase()
                .replace(/[^a-z0-9]/g, '')
                .slice(0, 40),
            },
          },
          { ...refused, message: `${'refused '.repeat(36)}${said(n)}`, referenceNumber: `REF-${said(n)}` },
        ][n % 3] ?? {}
      );
    };
    const result = await run({ entry }, users, inputs);
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ failed: users.length });
    expectNothingLeaked(result, level);
    expect(result.printed, 'what else the tenant said').toContain(' here');
  });

  it('of the subs that it gives to users', async () => {
    const users = SPELLINGS.map((_, n) => person(n, false));
    const entry: HostileTenant['entry'] = ({ email }, n) => ({
      ...{ identifier: { email }, process_state: 'CREATED' },
      sub: n % 4 === 0 ? `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` : SPELLINGS[n]?.[1],
    });
    const result = await run({ entry }, users, inputs);
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ created: users.length });
    expectNothingLeaked(result, level);
  });
});

it('errors about whole requests show nothing of them, whatever their form', async () => {
  const users = SPELLINGS.map((_, n) => person(n, true));
  const bulk: HostileTenant['bulk'] = (n) => {
    const spelt = SPELLINGS[n]?.[1] ?? '';
    // The tenant accepts some, so that the run goes on.
    return n % 6 === 0 ? null : oneErrorWith(spelt, n);
  };
  const entry: HostileTenant['entry'] = ({ sub }) => ({ sub, process_state: 'CREATED' });
  const result = await run({ entry, bulk }, users, {
    'report-identifiers': 'none',
    'batch-size': '1',
    concurrency: '1',
  });
  expectClosedAccounts(result);
  expect(result.report.totals.failed).toBeGreaterThan(SPELLINGS.length / 2);
  expectNothingLeaked(result, 'none');
});

/** Errors with a text in all the places that are read. */
function errorsWith(text: string): HostileAnswer[] {
  return [
    {
      status: 417,
      body: { success: false, status: 417, code: text, error: { error: text, code: text, referenceNumber: text } },
    },
    { status: 417, body: `<html><title>${text}</title></html>` },
    { status: 417, body: `<html><body><p>${text}</p>Your support ID is: ${text}</body></html>` },
    { status: 400, body: { error: text, refnumber: text } },
    { status: 417, body: `plain ${text}`, headers: headerWith('cf-ray', text) },
    { status: 417, body: { ErrorResp: { success: false, code: text, error: text, error_description: text } } },
  ];
}

/** One of them, another one for each `n`. */
function oneErrorWith(text: string, n: number): HostileAnswer {
  const errors = errorsWith(text);
  return errors[n % errors.length] ?? { status: 500, body: '' };
}

function headerWith(name: string, text: string): { [name: string]: string } {
  return /^[!-~]+$/.test(text) ? { [name]: text } : {};
}

describe('what a tenant calls its set-up', () => {
  const users = [
    { ...person(0, true), roles: ['Editor'], groups: [{ sub: 'legacy-0', groupId: 'team', roles: ['Editor'] }] },
  ];
  const entry: HostileTenant['entry'] = ({ sub }) => ({ sub, process_state: 'CREATED' });
  const names = [...SECRET_SPELLINGS, ...HASH_SPELLINGS].map(([, spelt]) => spelt);

  it('is named unless it is a secret or a hash', async () => {
    const tenant = { entry, fields: ['customer_no', ...names], roles: ['EDITOR', ...names], groupType: CURRENT };
    const result = await run(tenant, users, { mode: 'check' });
    const findings = JSON.stringify(result.report.check?.findings);
    expect(findings).toContain('The tenant requires customFields.customer_no');
    expect(findings).toMatch(/The tenant requires \d+ fields whose names are not shown/);
    expectNothingLeaked(result, 'masked');
  });

  it('a user that is read back is compared and never printed', async () => {
    const stored = {
      sub: 'legacy-0',
      [CURRENT]: CLIENT.secret,
      given_name: CURRENT,
      customFields: { old_hash: HASHES.md5, [CURRENT]: 'x' },
    };
    const result = await run({ entry, stored }, users, { 'verify-sample': '1', check: 'off' });
    expect(result.report.verified?.fields).toMatchObject({ given_name: 1 });
    expectNothingLeaked(result, 'masked');
  });
});

describe('whatever answers before or instead of the tenant', () => {
  const options = {
    ...{
      client: CLIENT,
      loginClient: CLIENT,
      connections: 1,
      timeoutMs: 10_000,
      maxAttempts: 1,
      outagePatienceMs: 0,
      env: {},
      toolVersion: '1',
    },
    ...{ clock: stillClock(), onSecret: () => {}, onRequest: () => {} },
  };
  const user = { row: 1, body: JSON.stringify(person(0, true)), sub: 'legacy-0' };

  it.each<[string, (text: string, n: number) => HostileAnswer[]]>([
    ['an error', (text, n) => [{ ...oneErrorWith(text, n), status: 403 }]],
    [
      'a redirect',
      (text) => [
        { status: 302, headers: headerWith('location', `https://${encodeURIComponent(text)}.example.com/`), body: '' },
      ],
    ],
    ['a compression', (text) => [{ status: 200, headers: headerWith('content-encoding', text), body: 'x' }]],
    ['a page instead of states', (text, n) => [{ ...oneErrorWith(text, n), status: 200 }]],
    [
      'a header of a firewall',
      (text) =>
        ['cf-ray', 'x-request-id', 'x-iinfo'].map((name) => ({
          status: 403,
          headers: headerWith(name, text),
          body: '<html><title>no</title></html>',
        })),
    ],
  ])('%s shows nothing of them', async (_, answers) => {
    const all = SPELLINGS.flatMap(([, spelt], n) => answers(spelt, n));
    await using server = await startHostileTenant({ entry: () => ({}), bulk: (n) => all[n] ?? null });
    await using tenant = connectTenant({ ...options, origin: server.origin });
    const door = createTenantDoor(tenant.secrets, 'masked');
    const printed: string[] = [];
    for (let n = 0; n < all.length; n++) {
      const reply = await tenant.send([user], new AbortController().signal);
      if (reply.kind === 'answered') throw new Error('an answer');
      printed.push(door.describe(reply.error, [user]), door.code(reply.error, [user]));
    }
    expectNoPieceOf(printed.join('\n'), [...SECRET_SPELLINGS, ...HASH_SPELLINGS, ...PERSON_SPELLINGS]);
  });

  it('the error of a token shows nothing of them', async () => {
    const known = listed({ secret: CLIENT.secret })
      .concat(PAIR_SPELLINGS)
      .map(([, spelt]) => spelt);
    const all = known.flatMap((spelt) => [
      ...errorsWith(spelt).map((error) => ({ ...error, status: 400 })),
      { status: 401, body: { error: 'invalid_client', error_description: `no client with ${spelt}` } },
      { status: 200, body: `<html><title>${spelt}</title></html>` },
    ]);
    let n = 0;
    await using server = await startHostileTenant({
      entry: () => ({}),
      token: () => all[n++] ?? { status: 500, body: '' },
    });
    await using tenant = connectTenant({ ...options, origin: server.origin });
    const door = createTenantDoor(tenant.secrets, 'masked');
    const printed: string[] = [];
    for (const _ of all) {
      const error = await tenant
        .openSetup()
        .scopes(new AbortController().signal)
        .catch((thrown: unknown) => thrown);
      if (!(error instanceof TenantRefused || error instanceof TenantUnavailable)) throw error;
      printed.push(error.message, String(error.stack), JSON.stringify(error), messageOf(error.text, door));
    }
    expectNoPieceOf(printed.join('\n'), SECRET_SPELLINGS);
    expect(printed.join('\n')).toContain('no client with ***');
  });
});

it('the bundle prints nothing of them either', async () => {
  const some = SPELLINGS.filter((_, n) => n % 5 === 0);
  const users = some.map((_, n) => person(n, true));
  const entry: HostileTenant['entry'] = ({ sub }, n) => {
    const spelt = some[n]?.[1] ?? '';
    return { sub, process_state: 'FAILED', message: `no ${spelt} here`, code: spelt, referenceNumber: spelt };
  };
  const result = await run({ entry, fields: [CURRENT, EARLIER] }, users, { 'report-identifiers': 'none' }, true);
  expect(result.report.totals).toMatchObject({ failed: users.length });
  expectNothingLeaked(result, 'none');
});

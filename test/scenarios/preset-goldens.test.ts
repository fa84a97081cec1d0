import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PRESETS, type PresetName } from '../../src/mapping/presets/preset-name.ts';
import { flatUser, type StoredAccount } from '../../src/sandbox/stored-account.ts';
import { expectClosedAccounts, openScenario } from '../support/in-process.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/presets');
const GOLDEN = join(import.meta.dirname, '../golden/presets');

interface Case {
  /** The first is the export, the others lie beside it for joins. */
  readonly files: readonly string[];
  /** What only the tenant knows. */
  readonly mapping?: string;
  /** Identifiers of users whom the source does not let in, whatever it calls that. */
  readonly blocked: readonly string[];
}

const VERIFIER = 'password: { verifier: CUSTOM_LEGACY }\n';
/** Plugins and earlier shops leave hashes in these exports, so an account or the mapping has to answer for them. */
const ACCEPTED = 'password: { verifier: CUSTOM_LEGACY, unproven: accept }\n';
const OPTIONAL = 'password: { verifier: CUSTOM_LEGACY, optional: true }\n';

const CASES: { readonly [preset in PresetName]: Case } = {
  'german-csv': {
    files: ['blocked-in-many-words.csv'],
    blocked: ['b@example.com', 'c@example.com', 'd@example.com', 'e@example.com', 'f@example.com'],
  },
  keycloak: { files: ['realm-object.json'], mapping: VERIFIER, blocked: ['cleo@example.com'] },
  shopware5: { files: ['default-customers.csv'], mapping: ACCEPTED, blocked: ['c@example.com'] },
  shopware6: {
    files: ['default-customer.csv', 'hashes-of-the-database.csv'],
    mapping: `${ACCEPTED}join: { hashes: { file: hashes-of-the-database.csv, source: { empty: 'NULL' } } }\n`,
    blocked: ['fritz@example.com'],
  },
  'sap-cdc': { files: ['accounts-search.json'], mapping: VERIFIER, blocked: ['ben@example.com', 'cleo@example.com'] },
  'azure-b2c': { files: ['graph-users.json'], blocked: ['ben.b'] },
  auth0: {
    files: ['users.json', 'hashes-of-the-support.json'],
    mapping: 'join: { hashes: { file: hashes-of-the-support.json } }\n',
    blocked: ['ben@example.com'],
  },
  akamai: { files: ['entity-find.json'], mapping: VERIFIER, blocked: ['ben@example.com'] },
  ldif: { files: ['active-directory.ldif'], blocked: ['dora@example.com', 'emil@example.com'] },
  forgerock: { files: ['managed-users.json'], mapping: VERIFIER, blocked: ['ben@example.com'] },
  magento: { files: ['customer-composite.csv'], mapping: VERIFIER, blocked: ['cleo@example.com', 'dora@example.com'] },
  wordpress: { files: ['users.json'], mapping: ACCEPTED, blocked: ['cleo@example.com', 'dora@example.com'] },
  'aspnet-identity': {
    files: ['AspNetUsers.csv', 'AspNetUserLogins.csv'],
    mapping: `${VERIFIER}join: { logins: { file: AspNetUserLogins.csv } }\n`,
    blocked: ['ben@example.com'],
  },
  scim: { files: ['list-response.json'], blocked: ['ben@example.com'] },
  okta: { files: ['users.json'], blocked: ['ben'] },
  cognito: { files: ['list-users.json'], blocked: ['ben@example.com'] },
  firebase: { files: ['users.json'], mapping: VERIFIER, blocked: ['ben@example.com'] },
  supabase: {
    files: ['auth-users.csv', 'auth-identities.csv'],
    mapping: 'join: { logins: { file: auth-identities.csv } }\n',
    blocked: ['ben@example.com'],
  },
  // The dashboard's CSV does not say who is banned; a column of one's own may.
  clerk: { files: ['banned-column-added.csv'], mapping: OPTIONAL, blocked: ['ben@example.com', 'dora@example.com'] },
  django: { files: ['dumpdata.json'], mapping: OPTIONAL, blocked: ['ben@example.com'] },
  laravel: { files: ['users.csv'], blocked: ['ben@example.com', 'cleo@example.com'] },
  fusionauth: { files: ['users.json'], mapping: VERIFIER, blocked: ['ben@example.com', 'cleo@example.com'] },
  kratos: { files: ['identities.ndjson'], mapping: VERIFIER, blocked: ['ben@example.com'] },
  typo3: {
    files: ['fe_users.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'dora@example.com', 'emil@example.com'],
  },
  oxid: {
    files: ['oxuser.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com', 'dora@example.com'],
  },
  liferay: {
    files: ['user_.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com', 'dora@example.com', 'ida@example.com'],
  },
  'jtl-shop': { files: ['kunden.csv'], mapping: ACCEPTED, blocked: ['ben@example.com', 'cleo@example.com'] },
  drupal: { files: ['users_field_data.csv'], mapping: ACCEPTED, blocked: ['ben@example.com'] },
  contao: {
    files: ['tl_member.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com', 'dora@example.com', 'fritz@example.com', 'ida@example.com'],
  },
  gambio: { files: ['customers.csv'], mapping: ACCEPTED, blocked: ['fritz@example.com'] },
  symfony: {
    files: ['fos_user.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com', 'dora@example.com', 'emil@example.com', 'fritz@example.com'],
  },
  'aspnet-membership': {
    files: ['aspnet_Membership.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com', 'gerda@example.com'],
  },
  woltlab: {
    files: ['wcf1_user.csv'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com', 'hans@example.com'],
  },
  joomla: { files: ['users.csv'], mapping: ACCEPTED, blocked: ['ben@example.com', 'emil@example.com'] },
  prestashop: { files: ['ps_customer.csv'], mapping: ACCEPTED, blocked: ['ben@example.com'] },
  devise: { files: ['users.csv'], mapping: ACCEPTED, blocked: ['ben@example.com', 'emil@example.com'] },
  'sap-commerce': {
    files: ['customers.impex'],
    mapping: ACCEPTED,
    blocked: ['ben@example.com', 'cleo@example.com'],
  },
  'salesforce-commerce-cloud': { files: ['customers.xml'], blocked: ['ben@example.com', 'emil@example.com'] },
};

/** A user as the sandbox holds it. Its subs for users without one are the same each time. */
function shown(account: StoredAccount): object {
  return account.identities.every(({ provider }) => provider === 'self') ? flatUser(account) : account;
}

function identifiersOf({ sub, identities }: StoredAccount): string[] {
  const named = identities.flatMap(({ email, username }) => [email, username]);
  return [sub, ...named].filter((name) => typeof name === 'string');
}

/** Exports that nothing but their lines tells: comments before the header, or no header. */
const LAYOUTS: readonly (readonly [PresetName, string])[] = [
  ['clerk', 'comment-before-header.csv'],
  ['german-csv', 'lines-before-header.csv'],
  ['firebase', 'twenty-nine-cells.csv'],
  ['firebase', 'fifty-three-cells.csv'],
];

test.each([...PRESETS.map((preset) => [preset, CASES[preset].files[0] ?? ''] as const), ...LAYOUTS])(
  'without preset and mapping a run says that %s fits %s',
  async (preset, name) => {
    await using scenario = await openScenario();
    await scenario.write(name, await readFile(join(FIXTURES, preset, name)));
    const { everything } = await scenario.run({ mode: 'plan', export: name, 'abort-above': '100%' });
    expect(everything).toMatch(new RegExp(`It looks like [^:]+: set \\W?preset: ${preset}\\W`));
    expect(scenario.sandbox.userCount).toBe(0);
  },
);

test('every preset is here', () => {
  expect(Object.keys(CASES)).toEqual([...PRESETS]);
});

describe.each(PRESETS)('%s', (preset) => {
  test('from the file to the users of the tenant', async () => {
    const { files, mapping, blocked } = CASES[preset];
    const sent: { readonly userStatus?: unknown }[] = [];
    await using scenario = await openScenario({
      faults: ({ kind, users }) => {
        if (kind === 'bulk') sent.push(...users);
        return null;
      },
    });
    for (const name of files) await scenario.write(name, await readFile(join(FIXTURES, preset, name)));
    if (mapping !== undefined) await scenario.write('mapping.yml', mapping);
    const result = await scenario.run({
      preset,
      export: files[0] ?? '',
      ...(mapping !== undefined && { mapping: 'mapping.yml' }),
      ...{ 'abort-above': '100%', 'fail-above': '100%', 'report-identifiers': 'full', concurrency: '1' },
    });
    expect(result.outputs.outcome).toBe('succeeded');
    expectClosedAccounts(result);

    // To cidaas a user without a status is verified.
    expect(sent.length).toBeGreaterThan(0);
    for (const user of sent) expect(['VERIFIED', 'PENDING', 'DECLINED']).toContain(user.userStatus);
    const accounts = [...scenario.sandbox.users().values()];
    for (const name of blocked) {
      const account = accounts.find((each) => identifiersOf(each).includes(name));
      const refused = result.report.failures.find(({ user }) => Object.values(user).includes(name));
      expect([name, account?.userStatus ?? refused?.outcome]).toEqual([name, account ? 'DECLINED' : 'invalid']);
    }

    const { failures, skippedBy, warnings, totals } = result.report;
    const story = {
      users: accounts.map(shown),
      refused: failures.map(({ row, outcome, code, field }) => [row, outcome, code, field]),
      skippedBy,
      warnings,
      totals: Object.fromEntries(Object.entries(totals).filter(([, count]) => count > 0)),
    };
    await expect(`${JSON.stringify(story, null, 2)}\n`).toMatchFileSnapshot(join(GOLDEN, `${preset}.json`));
  });
});

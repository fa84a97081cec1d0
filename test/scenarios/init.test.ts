import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { flatUser } from '../../src/sandbox/stored-account.ts';
import { type CommandResult, startCommand } from '../support/command.ts';
import { DIST, ndjson, openScenario, runCommand, type Scenario } from '../support/in-process.ts';
import { encodeText } from '../support/shop-export/export-encoding.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/presets');
const BCRYPT = '2y$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi';
const SSHA = '{SSHA}wJv9s2Z9m0bS0R1WY7B7BEfDUVOC86cpV/uC0w==';

/** Passwords in clear text; no other word of a proposal begins like them. */
const SECRETS = ['Quark123', 'Quitte!', 'Quelle 7'];

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario();
  return () => scenario[Symbol.asyncDispose]();
});

function init(...args: string[]): Promise<CommandResult> {
  return runCommand(['init', ...args], { cwd: scenario.workspace });
}

/** The same as a process that runs the committed bundle. */
function initBundle(...args: string[]): Promise<CommandResult> {
  return startCommand(DIST, ['init', ...args], { cwd: scenario.workspace }).ended;
}

/** A list as an office program writes it: a line before the header, Windows-1252, semicolons, phones without country. */
function officeList(rows: number): { readonly text: string; readonly values: readonly string[] } {
  const people = [
    ['Frau', 'Änne', 'Großkopf', 'Lindenallee'],
    ['Herr', 'Jürgen', 'Müllerschön', 'Am Weißen Stein'],
    ['Herr', 'Zoltán', "O'Neill; jun.", 'Hafenstraße'],
  ];
  const cells = Array.from({ length: rows }, (_, at) => {
    const [anrede = '', given = '', family = '', street = ''] = people[at % people.length] ?? [];
    const [day, month] = [(at % 28) + 1, (at % 12) + 1].map((n) => String(n).padStart(2, '0'));
    return [
      ...[
        String(70_301 + at).padStart(7, '0'),
        anrede,
        given,
        `${family} ${at}`,
        `kunde.nr${at}@firma-beispiel.example`,
      ],
      ...[
        `0171/2345${String(at).padStart(3, '0')}`,
        street,
        `${at + 1}a`,
        '01067',
        'Dresdendorf',
        `${day}.${month}.19${60 + (at % 30)}`,
      ],
      ...[at % 4 === 0 ? 'gesperrt' : 'aktiv', at % 5 === 0 ? 'Großhändler' : 'Endkundin', `$${BCRYPT}`],
    ];
  });
  const header =
    'Kd-Nr.;Anrede;Vorname;Nachname;E-Mail;Handy;Straße;Hausnr.;PLZ;Ort;Geb.-Datum;Status;Kundengruppe;Passwort';
  const line = (row: readonly string[]) => row.map((cell) => (cell.includes(';') ? `"${cell}"` : cell)).join(';');
  const text = ['Kundenliste vom 01.03.2024;;;;;;;;;;;;;', header, ...cells.map(line), ''].join('\r\n');
  return { text, values: cells.flat() };
}

/** Words that mean the same everywhere. */
const WORDS = new Set(['frau', 'herr', 'aktiv', 'gesperrt', 'true', 'false']);

/** Values of four characters and more that stand in the text, and are no words that mean the same everywhere. */
function survivors(values: readonly string[], text: string): string[] {
  const real = new Set(values.filter((value) => value.length >= 4 && !WORDS.has(value.toLowerCase())));
  return [...real].filter((value) => text.includes(value));
}

describe('a proposal', () => {
  test('for a list of an office program is a mapping that works, and shows nobody', async () => {
    const { text, values } = officeList(40);
    await scenario.write('liste.csv', encodeText('windows-1252')(text, true));
    const proposed = await initBundle('liste.csv', '--out', 'mapping.yml');
    const mapping = await readFile(join(scenario.workspace, 'mapping.yml'), 'utf8');
    expect(proposed).toMatchObject({ exitCode: 0, stdout: '' });
    expect(proposed.stderr).toContain('40 rows: 40 planned');
    expect(proposed.stderr).toMatch(/Passwords of 40 users: bcrypt, sent as BCRYPT_10\./);
    expect(survivors(values, mapping + proposed.stderr)).toEqual([]);
    expect(mapping).toMatch(/# E-Mail: 100 % filled, like k\*\*\*@f\*\*\*\.example/);
    expect(mapping).toContain('#   customFields.kundengruppe: Kundengruppe');

    const canary = { 'password-canary': 'kunde.nr1@firma-beispiel.example,password' };
    const result = await scenario.runBundle({ export: 'liste.csv', mapping: 'mapping.yml', ...canary });
    expect(result.report.totals).toMatchObject({ rows: 40, created: 40 });
    const stored = [...scenario.sandbox.users().values()].map((account) => flatUser(account));
    const { sub, ...second } = stored.find(({ email }) => email === 'kunde.nr1@firma-beispiel.example') ?? {};
    expect(sub).toMatch(/^[\da-f-]{36}$/);
    expect(second).toEqual({
      userStatus: 'VERIFIED',
      email: 'kunde.nr1@firma-beispiel.example',
      mobile_number: '+491712345001',
      given_name: 'Jürgen',
      family_name: 'Müllerschön 1',
      gender: 'male',
      birthdate: '1961-02-02',
      address: { street_address: 'Am Weißen Stein 2a', postal_code: '01067', locality: 'Dresdendorf' },
      password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: `$${BCRYPT.replace('2y', '2b')}` },
    });
    expect(stored.filter(({ userStatus }) => userStatus === 'DECLINED')).toHaveLength(10);
  });

  const members = Array.from({ length: 30 }, (_, at) => ({
    id: `8f4a5c10-0d0f-4a39-b5a4-0000000000${10 + at}`,
    emailAddress: `Member.${at}@club.example`,
    name: { first: 'Ottilie', last: `Sonnenschein${at}` },
    born: `19${60 + at}-02-${10 + (at % 18)}`,
    signup: 1_500_000_000_000 + at,
    isBanned: at % 3 === 0,
    emailVerified: at % 2 === 0,
    tags: ['swims', 'rows'],
    resetToken: `r3set-${at}-token`,
    pw: SSHA,
  }));

  test.each([
    ['an array', 'members.json', JSON.stringify(members), null],
    ['one object a line', 'members.ndjson', ndjson(members), null],
    ['one object a line, compressed', 'members.ndjson.gz', gzipSync(ndjson(members)), null],
    [
      'a list inside a document',
      'members.json',
      JSON.stringify({ page: 1, data: { members } }, null, 1),
      'data.members',
    ],
    ['a list inside a document on one line', 'members.json', JSON.stringify({ page: [{ no: 1 }], members }), 'members'],
  ])('for %s', async (_title, name, content, records) => {
    await scenario.write(name, content);
    const { exitCode, stdout, stderr } = await init(name);
    expect([exitCode, stderr.match(/\d+ rows: .*/)?.[0]]).toEqual([0, '30 rows: 30 invalid']);
    expect(stderr).toContain('30 invalid: hash.no_verifier');
    if (records !== null) expect(stdout).toContain(`source: { records: [ ${records} ] }`);
    expect(stdout).toContain('# Left out because their names or values look like secrets: resetToken.');
    const values = members.flatMap((member) => [...Object.values(member), ...Object.values(member.name)].map(String));
    expect(survivors(values, stdout + stderr)).toEqual([]);

    await scenario.write('mapping.yml', stdout.replace('{ from: pw }', '{ from: pw, verifier: CUSTOM_CLUB }'));
    const result = await scenario.run({ export: name, mapping: 'mapping.yml' });
    expect(result.report.totals).toMatchObject({ rows: 30, created: 30 });
    expect(result.report.warnings).toEqual({ 'email.unverified': 15 });
    const first = scenario.sandbox.users().get(members[0]?.id ?? '');
    expect(first && flatUser(first)).toMatchObject({
      userStatus: 'DECLINED',
      email: 'member.0@club.example',
      given_name: 'Ottilie',
      family_name: 'Sonnenschein0',
      birthdate: '1960-02-10',
      createdTime: '2017-07-14T02:40:00.000Z',
    });
  });

  test.each([
    ['Passwort-Hash', (at: number) => (at % 5 === 0 ? SECRETS[at % 3] : `$${BCRYPT}`)],
    ['Passwort', (at: number) => SECRETS[at % 3]],
    ['Kennwort', (at: number) => `${SECRETS[at % 3]}${at}`],
    ['userPwd', (at: number) => SECRETS[at % 3]],
    ['pw', (at: number) => SECRETS[at % 3]],
    ['Pass', (at: number) => SECRETS[at % 3]],
    ['passwd_alt', (at: number) => SECRETS[at % 3]],
    ['client_secret', (at: number) => SECRETS[at % 3]],
    ['Sicherheitsantwort', (at: number) => SECRETS[at % 3]],
    ['PIN', (at: number) => `Q${1000 + at}`],
    ['Salz', (at: number) => `Quirl${at}`],
    ['password', (at: number) => `+4917166${at}5432`],
    ['login.password', (at: number) => `Qwertz${at}@quelle.example`],
    ['Zugang', (at: number) => (at === 3 ? `$${BCRYPT}` : SECRETS[at % 3])],
  ])('shows no letter of what stands in a column %s', async (column, secretOf) => {
    const rows = Array.from({ length: 10 }, (_, at) => `kunde${at}@firma.example;0;${secretOf(at)}`);
    await scenario.write('users.csv', [`email;is_blocked;${column}`, ...rows, ''].join('\n'));
    const { exitCode, stdout, stderr } = await init('users.csv');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('like k***@f***.example');
    const shown = (stdout + stderr).match(/\S*\*{3}\S*/g) ?? [];
    expect([...new Set(shown)].sort()).toEqual(['***', 'k***@f***.example']);
    expect(stdout + stderr).not.toMatch(/q\*|qu|qw/i);
    expect(stdout).not.toMatch(/customFields\.(?!zugang)/i);
  });

  test('says which hashes only a verifier can check, and what is no hash', async () => {
    const hashes = [SSHA, SSHA, SSHA, SSHA, SSHA, `$${BCRYPT}`, `$${BCRYPT}`, 'Quark123', 'Quitte!', ''];
    const rows = hashes.map((hash, at) => `kunde${at}@firma.example;0;${hash}`);
    await scenario.write('users.csv', ['email;gesperrt;Passwort', ...rows, ''].join('\n'));
    const { stdout, stderr } = await init('users.csv');
    const notes = stdout.replaceAll(/\n# +/g, ' ');
    expect(notes).toContain(
      '5 × sha1-salted with a binary salt, which only your own verifier can check: set it with `verifier: CUSTOM_…`.',
    );
    expect(notes).toContain('2 × bcrypt, which cidaas checks itself.');
    expect(notes).toContain('2 × not recognised as a password hash: these rows are invalid.');
    expect(notes).toContain('Users with an empty cell are imported without a password.');
    expect(stderr).toContain('10 rows: 7 invalid · 3 planned');
  });

  test('never reads a date that two formats fit', async () => {
    await scenario.write('users.csv', 'email,dob,is_blocked\na@example.com,05/06/1980,0\nb@example.com,01/02/1990,1\n');
    const { stdout } = await init('users.csv');
    expect(stdout).not.toMatch(/^ {2}birthdate:/m);
    expect(stdout).toContain('no value shows which part is the day');
  });

  test.each([
    ['a value that stands twice', 7, "1 of 40 records repeats another's value"],
    ['a record without one', null, '1 of 40 records has none'],
  ])('leaves an id to be decided with %s', async (_title, eighth, reason) => {
    const rows = Array.from({ length: 40 }, (_, at) => `${at === 8 ? (eighth ?? '') : at};kunde${at}@firma.example;0`);
    await scenario.write('users.csv', ['Kundennummer;email;gesperrt', ...rows, ''].join('\n'));
    const { exitCode, stdout, stderr } = await init('users.csv');
    expect([exitCode, stderr]).toEqual([0, expect.stringContaining('40 rows: 40 planned')]);
    expect(stdout.replaceAll(/\n +# {3}/g, ' ')).toContain(
      `# DECIDE: "Kundennummer" may be an id of users, but ${reason}.`,
    );
    const commented = /^ {2}# (sub: \{ from: Kundennummer, uuid5: [\da-f-]{36} \})$/m;
    await scenario.write('mapping.yml', stdout.replace(commented, '  $1'));
    const result = await scenario.run({ mode: 'plan', export: 'users.csv', mapping: 'mapping.yml' });
    expect(result.report.totals.planned).toBe(eighth === null ? 40 : 39);
    expect(result.report.warnings['sub.missing'] ?? 0).toBe(eighth === null ? 1 : 0);
  });

  test('says what must be decided when nothing tells who is blocked', async () => {
    await scenario.write('users.csv', 'email,name\na@example.com,Ada\n');
    const { stdout } = await init('users.csv');
    expect(stdout).toContain('# DECIDE: No column marks blocked users');
  });

  test.each([
    ['keycloak', 'array-of-realms.json'],
    ['keycloak', 'shop-users-0.json'],
    ['sap-cdc', 'accounts-search.json'],
    ['auth0', 'quote-prefixes.csv'],
    ['ldif', 'directory.ldif'],
    ['scim', 'list-response.json'],
    ['cognito', 'list-users.json'],
    ['firebase', 'twenty-nine-cells.csv'],
    ['firebase', 'fifty-three-cells.csv'],
    ['clerk', 'comment-before-header.csv'],
    ['magento', 'customer-composite.csv'],
  ])('builds on the preset %s for %s', async (preset, name) => {
    await scenario.write(name, await readFile(join(FIXTURES, preset, name)));
    const { exitCode, stdout, stderr } = await init(name, '--out', 'mapping.yml');
    const mapping = await readFile(join(scenario.workspace, 'mapping.yml'), 'utf8');
    expect([exitCode, stdout]).toEqual([0, '']);
    expect(mapping.replaceAll(/\n# +/g, ' ')).toContain(`together with the input \`preset: ${preset}\``);
    expect(mapping + stderr).not.toContain('@example');
    const planned = await scenario.run({
      ...{ mode: 'plan', export: name, preset, mapping: 'mapping.yml', 'abort-above': '100%', 'fail-above': '100%' },
    });
    expect(planned.outputs.outcome).toBe('succeeded');
    const { rows } = planned.report.totals;
    expect(stderr).toMatch(new RegExp(`^${rows} rows?: `, 'm'));
  });
});

describe('a sample', () => {
  test('has the shape of the export and nothing of anybody', async () => {
    const { text, values } = officeList(60);
    await scenario.write('liste.csv', encodeText('windows-1252')(text, true));
    expect((await init('liste.csv', '--out', 'mapping.yml')).exitCode).toBe(0);
    const drawn = await initBundle('liste.csv', '--sample', '50', '--out', 'sample.csv', '--mapping', 'mapping.yml');
    expect([drawn.exitCode, drawn.stdout]).toEqual([0, '']);
    const sample = await readFile(join(scenario.workspace, 'sample.csv'), 'utf8');
    const cells = sample
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(';'));
    expect(cells.filter((cell) => values.includes(cell) && cell.length >= 4 && !WORDS.has(cell.toLowerCase()))).toEqual(
      [],
    );
    expect(survivors(values, sample)).toEqual([]);
    expect(sample).not.toContain('firma-beispiel');

    const result = await scenario.run({ mode: 'plan', export: 'sample.csv', mapping: 'mapping.yml' });
    expect(result.report.totals).toMatchObject({ rows: 50, planned: 50 });
  });

  test('keeps neither words nor shape of passwords, and none of their signs', async () => {
    const passwords = ['Q!uark_1#23', 'gast', 'aktiv', 'de', '1', 'qu', 'Quelle 7 & 8', '{CLEAR}Quitte!', '0000'];
    const rows = passwords.map((password, at) => `kunde${at}@firma.example;0;${password}`);
    await scenario.write('users.csv', ['email;gesperrt;Passwort', ...rows, ''].join('\n'));
    expect((await init('users.csv', '--sample', '20', '--out', 'sample.csv')).exitCode).toBe(0);
    const sample = await readFile(join(scenario.workspace, 'sample.csv'), 'utf8');
    const drawn = sample
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';')[2]);
    expect(drawn).toHaveLength(passwords.length);
    for (const password of drawn) expect(password).toMatch(/^(\{CLEAR\})?[a-z]{12}$/);
    expect(new Set(drawn).size).toBe(passwords.length);
  });

  test('of JSON keeps its keys, lists and kinds of hashes', async () => {
    const users = Array.from({ length: 20 }, (_, at) => ({
      userId: `ext-${9000 + at}`,
      email: `person${at}@private.example`,
      profile: { city: 'Wolkenkuckucksheim', visits: 1234 + at },
      phones: [{ kind: 'mobile', number: `+49171987654${at % 10}` }],
      hash: SSHA,
      login: { password: { value: `Quark_${at}`, type: 'plain' } },
      blocked: false,
    }));
    await scenario.write('users.json', JSON.stringify(users));
    expect((await init('users.json', '--sample', '20', '--out', 'sample.json')).exitCode).toBe(0);
    const sample = await readFile(join(scenario.workspace, 'sample.json'), 'utf8');
    const real = new Set(valuesOf(users).filter((value) => value.length >= 4 && !WORDS.has(value)));
    expect(valuesOf(JSON.parse(sample)).filter((value) => real.has(value))).toEqual([]);
    for (const user of JSON.parse(sample)) {
      expect(user).toEqual({
        userId: expect.stringMatching(/^[a-z]{3}-\d{4}$/),
        email: expect.stringMatching(/@example\.(com|org|net)$/),
        profile: { city: expect.stringMatching(/^[A-Z][a-z]{17}$/), visits: expect.any(Number) },
        phones: [{ kind: expect.any(String), number: expect.stringMatching(/^\+49 17[16] /) }],
        hash: expect.stringMatching(/^\{SSHA\}/),
        login: { password: { value: expect.stringMatching(/^[a-z]{12}$/), type: expect.any(String) } },
        blocked: false,
      });
    }
  });
});

describe('a sample for a preset', () => {
  test.each([
    ['firebase', 'twenty-nine-cells.csv', 'password: { verifier: CUSTOM_FIREBASE }'],
    ['firebase', 'users.json', 'password: { verifier: CUSTOM_FIREBASE }'],
    ['clerk', 'comment-before-header.csv', 'password: { verifier: CUSTOM_CLERK, optional: true }'],
    ['auth0', 'quote-prefixes.csv', 'password: null'],
    ['wordpress', 'users.json', 'password: { verifier: CUSTOM_WORDPRESS }'],
    ['german-csv', 'windows-1252.csv', 'rules: { phone.invalid: warn, date.invalid: warn }'],
  ])('%s is planned like %s itself', async (preset, name, mapping) => {
    await scenario.write(name, await readFile(join(FIXTURES, preset, name)));
    await scenario.write('mapping.yml', `${mapping}\n`);
    const sample = `sample.${name.split('.').at(-1)}`;
    expect((await init(name, '--sample', '100', '--out', sample)).exitCode).toBe(0);
    const inputs = { mode: 'plan', preset, mapping: 'mapping.yml', 'abort-above': '100%' };
    const real = await scenario.run({ ...inputs, export: name });
    const drawn = await scenario.run({ ...inputs, export: sample });
    expect(drawn.report.totals).toEqual(real.report.totals);
    expect(drawn.report.passwords).toEqual(real.report.passwords);
    expect(drawn.report.warnings).toEqual(real.report.warnings);
  });
});

function valuesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(valuesOf);
}

describe('what cannot be', () => {
  test.each([
    ['no export', [], /^error: init: name the export, as in `cidaas-migrate init users\.csv`/],
    ['a file that is not there', ['none.csv'], /^error: none\.csv: file not found/],
    [
      'an unknown flag',
      ['users.csv', '--samples', '5'],
      /^error: init: unknown flag --samples\. Did you mean --sample\?/,
    ],
    [
      'a flag without a value',
      ['users.csv', '--out'],
      /^error: init: --out: the value is missing .* \(`cidaas-migrate init --help`/,
    ],
    [
      'a folder that is a file',
      ['users.csv', '--out', 'taken.yml/m.yml'],
      /^error: --out: the folder .*taken\.yml cannot be created/,
    ],
    [
      'a sample of nothing',
      ['users.csv', '--sample', '0', '--out', 's.csv'],
      /^error: --sample: expected a whole number/,
    ],
    ['a sample without a place', ['users.csv', '--sample', '5'], /^error: --out: name the file/],
    ['a wrong format', ['users.csv', '--format', 'yaml'], /^error: .*`format`: expected one of/],
    [
      'a sample of LDIF',
      ['people.ldif', '--sample', '2', '--out', 's.ldif'],
      /not as ldif\. Export the users in one of/,
    ],
    ['an empty file', ['empty.csv'], /^error: empty\.csv is empty/],
    ['a file without header', ['headless.csv'], /^error: headless\.csv:1: this line looks like a record, not a header/],
    ['columns that nobody knows', ['strange.csv'], /^error: None of the column names is known/],
    ['half a document', ['cut.json'], /^error: cut\.json is one JSON object, not a list/],
    [
      'a partial export of Keycloak',
      ['realm.json'],
      /^error: realm\.json .*the partial export of the admin console never has/,
    ],
    [
      'a place that is taken',
      ['users.csv', '--out', 'taken.yml'],
      /^error: --out: .*taken\.yml already exists; --force/,
    ],
  ])('%s is one clear error', async (_title, args, message) => {
    await scenario.write('users.csv', 'email,is_blocked\nada@example.com,0\n');
    await scenario.write('empty.csv', '');
    await scenario.write('headless.csv', 'ada@example.com,Ada,Lovelace\nben@example.com,Ben,Buche\n');
    await scenario.write('strange.csv', 'x;y\n1;2\n');
    await scenario.write('cut.json', '{"a": ');
    await scenario.write('taken.yml', 'mine');
    await scenario.write('people.ldif', await readFile(join(FIXTURES, 'ldif/directory.ldif')));
    await scenario.write('realm.json', await readFile(join(FIXTURES, 'keycloak/partial-export-without-users.json')));
    const { exitCode, stdout, stderr } = await init(...args);
    expect([exitCode, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr).not.toContain('ada@example.com');
    expect(await readFile(join(scenario.workspace, 'taken.yml'), 'utf8')).toBe('mine');
  });

  test('a folder that is not there is made', async () => {
    await scenario.write('users.csv', 'email,is_blocked\nada@example.com,0\n');
    expect((await init('users.csv', '--out', 'a/b/mapping.yml')).exitCode).toBe(0);
    const sample = ['--sample', '1', '--out', 'migration/sample/users.csv', '--mapping', 'a/b/mapping.yml'];
    expect((await init('users.csv', ...sample)).exitCode).toBe(0);
    expect(await readFile(join(scenario.workspace, 'migration/sample/users.csv'), 'utf8')).toMatch(
      /^email,is_blocked\n/,
    );
  });

  test('--force overwrites', async () => {
    await scenario.write('users.csv', 'email,is_blocked\nada@example.com,0\n');
    await scenario.write('taken.yml', 'mine');
    expect((await initBundle('users.csv', '--out', 'taken.yml', '--force')).exitCode).toBe(0);
    expect(await readFile(join(scenario.workspace, 'taken.yml'), 'utf8')).toContain('email: { from: email');
  });
});

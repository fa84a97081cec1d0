import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { startCommand } from '../support/command.ts';
import { DIST, ndjson, someUsers } from '../support/scenario.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A text that stands only in the chunks of the bundle that hold the library. */
const LIBRARIES = {
  'the artifact client': 'class DefaultArtifactClient',
  undici: 'class Pool ',
  zod: 'ZodRealError',
  yaml: 'class LineCounter',
  'the page of the report': 'PAGE_STYLE',
  jsonata: 'function jsonata',
  luxon: 'class DateTime',
  'libphonenumber-js': 'isValidPhoneNumber',
  mailchecker: 'mailinator.com',
  bcryptjs: 'BCRYPT_SALT_LEN',
  'fast-csv': 'CsvParserStream',
  age: 'class Decrypter',
  'pg-boss': 'class PgBoss',
  pg: 'class BoundPool',
  'cli-progress': 'emptyOnZero',
  jose: 'ERR_JWKS_NO_MATCHING_KEY',
  'the verifier': 'class HashPool',
} as const;

const dist = dirname(DIST);
const holders = new Map(Object.keys(LIBRARIES).map((name) => [name, [] as string[]]));
for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) {
  const text = readFileSync(join(dist, file), 'utf8');
  for (const [name, mark] of Object.entries(LIBRARIES)) if (text.includes(mark)) holders.get(name)?.push(file);
}

const MAPPING = resolve(import.meta.dirname, '../../examples/demo/mapping.yml');
const CSV = 'sub,email,given_name\nu1,anna@example.com,Anna\nu2,ben@example.com,Ben\n';
const SHOP = `Kundennummer;Status;Vorname;Nachname;E-Mail;Telefon;Mobil;Geburtsdatum;Straße;PLZ;Ort;Land;Newsletter;Registriert;Passwort
00000020;aktiv;Anna;Weiß;anna@example.com;040 66969087;;01.08.1947;Am Mühlbach 1;01067;Dresden;Deutschland;nein;05.10.2015 18:13;
`;

/** Runs the bundle as a command; returns which of the libraries were loaded. */
async function loadedBy(args: readonly string[], files: { readonly [name: string]: string } = {}): Promise<string[]> {
  using folder = tempFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(folder.file(name), text);
  const list = folder.file('loaded');
  writeFileSync(list, '');
  const hook = `import { appendFileSync } from 'node:fs'; import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(list)}, url + '\\n'); return next(url, context); } });`;
  const env = {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}`,
    CIDAAS_CLIENT_ID: 'sandbox',
    CIDAAS_CLIENT_SECRET: 'sandbox-secret',
  };
  const { exitCode, stderr } = await startCommand(DIST, args, { cwd: folder.path, env }).ended;
  expect(exitCode, stderr).toBe(0);
  const chunks = new Set(
    readFileSync(list, 'utf8')
      .split('\n')
      .map((url) => url.slice(url.lastIndexOf('/') + 1)),
  );
  expect(chunks).toContain('index.js');
  return [...holders].filter(([, files]) => files.some((file) => chunks.has(file))).map(([name]) => name);
}

it('the bundle holds every library in chunks of its own', () => {
  for (const [name, files] of holders) expect(files, name).not.toEqual([]);
});

it('a start loads none of the libraries', async () => {
  expect(await loadedBy(['--version'])).toEqual([]);
});

it('help for the verifier loads neither it nor jose', async () => {
  expect(await loadedBy(['verifier', '--help'])).toEqual([]);
});

it('a plan of plain columns loads the e-mail list and the page of the report', async () => {
  const loaded = await loadedBy(['--mode', 'plan', '--export', 'users.csv'], { 'users.csv': CSV });
  expect(loaded).toEqual(['the page of the report', 'mailchecker']);
});

it('a plan loads what its mapping uses, and no way to the network', async () => {
  const loaded = await loadedBy(['--mode', 'plan', '--export', 'shop.csv', '--mapping', MAPPING], { 'shop.csv': SHOP });
  expect(loaded).toEqual(['zod', 'yaml', 'the page of the report', 'luxon', 'libphonenumber-js', 'mailchecker']);
});

it('an apply loads undici and no artifact client', async () => {
  await using sandbox = await startSandbox();
  const files = { 'users.ndjson': ndjson(someUsers(2)) };
  const loaded = await loadedBy(['--export', 'users.ndjson', '--tenant-url', sandbox.url], files);
  expect(loaded).toContain('undici');
  for (const name of ['the artifact client', 'pg', 'pg-boss', 'jsonata', 'bcryptjs', 'fast-csv', 'age'])
    expect(loaded).not.toContain(name);
});

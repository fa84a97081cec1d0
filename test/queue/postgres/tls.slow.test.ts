import { writeFileSync } from 'node:fs';
import { generate } from 'selfsigned';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { TestFleet } from '../../support/fleet/open-test-fleet.ts';
import { createDatabase, queryOnce, startPostgres } from '../../support/postgres.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { testDatabase } from '../../support/test-database.ts';
import { plannedRows } from '../conformance.ts';

/** PEM texts. */
interface Certificate {
  readonly cert: string;
  readonly key: string;
}

const EC = { keyType: 'ec' as const, algorithm: 'sha256' as const };
/** Every sign that means something in a URL, in SQL or in a pattern. */
const PASSWORD = "g:e/h@e?i#m%40 $&' ü";

const folder = tempFolder();
const [authority, stranger] = await Promise.all([certificateAuthority('Our authority'), certificateAuthority('Other')]);
const server = await startPostgres({ isDurable: false, tls: await certificateFor('127.0.0.1', authority) });
writeFileSync(folder.file('ca.pem'), authority.cert);
writeFileSync(folder.file('other.pem'), stranger.cert);
const database = server === null ? '' : await createDatabase(server.url, 'fleet');
if (server !== null) {
  const escaped = PASSWORD.replaceAll("'", "''");
  await queryOnce(
    database,
    `CREATE ROLE migration LOGIN PASSWORD '${escaped}'; GRANT CREATE ON DATABASE fleet TO migration`,
  );
}

/** The fleet's address as `queue-url` names it. */
function urlWith(parameters: { readonly [name: string]: string }, host = '127.0.0.1', password = PASSWORD): string {
  const url = new URL(database);
  url.hostname = host;
  url.search = new URLSearchParams(parameters).toString();
  return url.href.replace('postgres@', `migration:${encodeURIComponent(password)}@`);
}

/** What a lead and a worker print when they are refused. */
async function refusal(url: string): Promise<string> {
  await using fleet = new TestFleet(url);
  const opened = await fleet.fleet(fleet.ledger([]), { patienceMs: 2_000 }).then(
    () => 'it was let in',
    (error: unknown) => String(error),
  );
  expect(opened + fleet.warnings.join()).not.toContain(PASSWORD);
  expect(opened + fleet.warnings.join()).not.toContain(encodeURIComponent(PASSWORD));
  expect(await fleet.worker({ patienceMs: 2_000 }).catch(String)).toBe(opened);
  return opened;
}

describe.skipIf(server === null)('a database that is reached through TLS', () => {
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  it('is used when its certificate is of the authority that the URL names', async () => {
    await using fleet = new TestFleet(urlWith({ sslrootcert: folder.file('ca.pem'), sslmode: 'verify-full' }));
    const lead = await fleet.lead(fleet.ledger(plannedRows()));
    await lead.open(false);
    expect(await fleet.worker()).not.toBeNull();
    const used = await queryOnce<{ ssl: boolean }>(
      database,
      "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE usename = 'migration'",
    );
    expect(used.length).toBeGreaterThan(1);
    expect(used.every(({ ssl }) => ssl)).toBe(true);
  });

  it.each(['require', 'verify-ca', 'verify-full'])(
    'is refused without that authority, with sslmode=%s',
    async (mode) => {
      expect(await refusal(urlWith({ sslmode: mode }))).toMatch(
        /`queue-url`: the database cannot be used: .*certificate.* Nothing was sent/,
      );
    },
  );

  it('is refused when another authority signed the certificate', async () => {
    const url = urlWith({ sslmode: 'require', sslrootcert: folder.file('other.pem') });
    expect(await refusal(url)).toMatch(/the database cannot be used: .*certificate/);
  });

  it('is refused for its certificate even where NODE_TLS_REJECT_UNAUTHORIZED=0', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await refusal(urlWith({ sslmode: 'require' }))).toMatch(/the database cannot be used: .*certificate/);
  });

  it('is refused under another name than the certificate has, whatever sslmode says', async () => {
    const url = urlWith({ sslmode: 'verify-ca', sslrootcert: folder.file('ca.pem') }, 'localhost');
    expect(await refusal(url)).toMatch(/the database cannot be used: .*(?:altnames|certificate)/);
  });

  it('is refused with a wrong password, which is not repeated', async () => {
    const url = urlWith({ sslmode: 'require', sslrootcert: folder.file('ca.pem') }, '127.0.0.1', `${PASSWORD}x`);
    expect(await refusal(url)).toContain('password authentication failed for user "migration"');
  });

  it('is not talked to without TLS when it asks for TLS', async () => {
    expect(await refusal(urlWith({}))).toMatch(/the database cannot be used: .*no encryption/);
  });
});

it.skipIf(server === null)('a server without TLS is refused when the URL asks for TLS', async () => {
  const url = new URL((await testDatabase()) ?? '');
  url.search = 'sslmode=require';
  expect(await refusal(url.href)).toContain('the database cannot be used: The server does not support SSL connections');
});

async function certificateAuthority(name: string): Promise<Certificate> {
  const extensions = [
    { name: 'basicConstraints' as const, cA: true, critical: true },
    { name: 'keyUsage' as const, keyCertSign: true, critical: true },
  ];
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], { ...EC, extensions });
  return { cert, key };
}

async function certificateFor(ip: string, ca: Certificate): Promise<Certificate> {
  const extensions = [{ name: 'subjectAltName' as const, altNames: [{ type: 7 as const, ip }] }];
  const { cert, private: key } = await generate([{ name: 'commonName', value: ip }], { ...EC, ca, extensions });
  return { cert, key };
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/runtime/clock.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { loadSourceSecrets } from '../../src/verifier/source-secrets.ts';
import { runVerifier } from '../../src/verifier/verifier-command.ts';
import { runCommand } from '../support/in-process.ts';
import { openVerifier } from '../support/open-verifier.ts';
import { writeOwnCertificate } from '../support/own-certificate.ts';
import { tempFolder } from '../support/temp-folder.ts';

const TOKEN = 'a-token-of-at-least-32-characters';
const TENANT = ['--tenant-url', 'https://acme.cidaas.de', '--audience', 'verifier-app'];
const FREE = ['--port', '0', '--metrics-port', '0', '--threads', '1'];

async function start(args: readonly string[], env: { readonly [name: string]: string } = {}): Promise<string[]> {
  const lines: string[] = [];
  const log = { ...SILENT_LOG, info: (line: string) => lines.push(line), warning: (line: string) => lines.push(line) };
  await using _verifier = await runVerifier([...FREE, ...args], { env, log, clock: systemClock });
  return lines;
}

describe('the verifier refuses to start in the open', () => {
  test.each([
    ['without TLS', ['--host', '0.0.0.0', ...TENANT], {}, /does not listen on 0\.0\.0\.0 without TLS/],
    ['without TLS on a name', ['--host', 'verifier.example.com', ...TENANT], {}, /without TLS/],
    ['without a token', ['--host', '::', '--tls-cert', 'c.pem', '--tls-key', 'k.pem'], {}, /could guess passwords/],
    ['behind a proxy without a token, on loopback too', ['--behind-proxy'], {}, /could guess passwords/],
    ['with tokens of the whole tenant', TENANT.slice(0, 2), {}, /Set `--audience` or `--scope`/],
    ['with a short token', ['--behind-proxy'], { CIDAAS_VERIFIER_TOKEN: 'x'.repeat(31) }, /at least 32 characters/],
    ['with a token that no header can have', [], { CIDAAS_VERIFIER_TOKEN: `${'x'.repeat(32)} ä` }, /without blanks/],
    ['with half a certificate', ['--tls-cert', 'c.pem'], {}, /belong together/],
    [
      'with a certificate behind a proxy',
      ['--behind-proxy', '--tls-cert', 'c', '--tls-key', 'k'],
      {},
      /means plain HTTP/,
    ],
    [
      'with keys over http',
      [...TENANT, '--jwks-url', 'http://acme.example.com/jwks'],
      {},
      /`--jwks-url` must be an https URL/,
    ],
    ['with an audience and no tenant', ['--audience', 'x'], {}, /set `--tenant-url`/],
    [
      'with a certificate that is not there',
      ['--tls-cert', '/none/c.pem', '--tls-key', '/none/k.pem'],
      {},
      /c\.pem cannot be read \(ENOENT\)/,
    ],
    ['with a wrong number', ['--max-wrong', '0'], {}, /`--max-wrong` must be a whole number from 1 to 1000/],
  ])('%s', async (_, args, env, problem) => {
    await expect(start(args, env)).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.stringMatching(problem)]),
    });
  });

  test('and says all that is wrong at once', async () => {
    await expect(start(['--host', '0.0.0.0', '--threads', '99'])).rejects.toMatchObject({
      problems: [
        expect.stringContaining('--threads'),
        expect.stringContaining('without TLS'),
        expect.stringContaining('guess passwords'),
      ],
    });
  });
});

describe('the verifier starts', () => {
  test('on loopback without a token, with a warning', async () => {
    const lines = await start([]);
    expect(lines[0]).toMatch(/no token is required on loopback/);
    expect(lines[1]).toMatch(/^The verifier listens on http:\/\/127\.0\.0\.1:\d+ /);
  });

  test('for others with a certificate and a token, which it does not log', async () => {
    using folder = tempFolder();
    const { cert, key } = await writeOwnCertificate(folder.file);
    const env = { CIDAAS_VERIFIER_TOKEN: TOKEN, CIDAAS_VERIFIER_SECRET_PEPPER: 'the-value-of-the-pepper' };
    const lines = await start(
      ['--host', '0.0.0.0', '--tls-cert', cert, '--tls-key', key, '--metrics-port', 'off'],
      env,
    );
    expect(lines[0]).toMatch(/^The verifier listens on https:\/\/0\.0\.0\.0:\d+ /);
    expect(lines[1]).toBe('Secrets of the source: PEPPER, pepper.');
    expect(lines).toHaveLength(3);
    for (const secret of [TOKEN, 'the-value']) expect(lines.join()).not.toContain(secret);
  });

  test('behind a proxy with tokens of the tenant, before its keys were fetched', async () => {
    expect((await start(['--behind-proxy', ...TENANT]))[0]).toMatch(/^The verifier listens on http:/);
  });

  test('and `help verifier` lists its flags', async () => {
    using folder = tempFolder();
    const { exitCode, stdout } = await runCommand(['help', 'verifier'], { cwd: folder.path });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('--behind-proxy')]);
    const wrong = await runCommand(['verifier', '--behnd-proxy'], { cwd: folder.path });
    expect([wrong.exitCode, wrong.stderr]).toEqual([3, expect.stringContaining('Did you mean --behind-proxy?')]);
  });
});

describe('a certificate', () => {
  test('that was renewed is used for new connections, and a broken one is not', async () => {
    using folder = tempFolder();
    const first = await writeOwnCertificate(folder.file);
    await using open = await openVerifier({ tls: first, ca: first.ca, minuteMs: 20 });
    const status = (ca: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const request = get(`${open.verifier.url}/healthz`, { ca, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        request.on('error', reject);
      });
    expect(await status(first.ca)).toBe(200);
    writeFileSync(first.key, 'no key');
    await expect.poll(() => open.lines.join('\n'), { timeout: 10_000 }).toContain('The old certificate stays in use');
    expect(await status(first.ca)).toBe(200);
    const second = await writeOwnCertificate(folder.file);
    await expect.poll(() => open.lines, { timeout: 10_000 }).toContain('The certificate was renewed.');
    expect(await status(second.ca)).toBe(200);
    await expect(status(first.ca)).rejects.toThrow(/self-signed|certificate/);
  });
});

describe('secrets of the source', () => {
  const named = async (env: { readonly [name: string]: string }, folder: string | null = null) => {
    const { named: found = new Map() } = await loadSourceSecrets(env, folder);
    return Object.fromEntries([...found].map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));
  };

  test('come from the environment, in each spelling that a mapping may have', async () => {
    expect(
      await named({ CIDAAS_VERIFIER_SECRET_SYSTEM_SALT: 'a salt', CIDAAS_VERIFIER_TOKEN: 'x', PATH: '/' }),
    ).toEqual({
      SYSTEM_SALT: 'a salt',
      system_salt: 'a salt',
      'system-salt': 'a salt',
    });
  });

  test('come from files, without the line break at their end and without what Kubernetes adds', async () => {
    using folder = tempFolder();
    mkdirSync(folder.file('..data'));
    writeFileSync(folder.file('.hidden'), 'x');
    writeFileSync(folder.file('shop.pepper'), ' with blanks \r\n');
    writeFileSync(folder.file('cookie-key'), 'base64:/wD+\n');
    expect(await named({}, folder.path)).toEqual({
      'shop.pepper': ' with blanks ',
      'cookie-key': '\xff\0\xfe',
    });
  });

  test('may be the signer key of Firebase, in base64', async () => {
    const found = await named({ CIDAAS_VERIFIER_SECRET_FIREBASE_SIGNER_KEY: '/wD+' });
    expect(found['firebase-signer-key']).toBe('\xff\0\xfe');
  });

  test('that are wrong are named all at once, without their values', async () => {
    using folder = tempFolder();
    writeFileSync(folder.file('pepper'), 'the-secret-value');
    writeFileSync(folder.file('9lives'), 'the-secret-value');
    const env = {
      CIDAAS_VERIFIER_SECRET_PEPPER: 'the-secret-value',
      CIDAAS_VERIFIER_SECRET_EMPTY: '',
      CIDAAS_VERIFIER_SECRET_DIGITS: 'base64:the secret value',
    };
    await expect(loadSourceSecrets(env, folder.path)).rejects.toMatchObject({
      problems: [
        expect.stringMatching(/^CIDAAS_VERIFIER_SECRET_EMPTY: the value is empty/),
        expect.stringMatching(
          /^CIDAAS_VERIFIER_SECRET_DIGITS: the value is empty, or not the base64 that it should be$/,
        ),
        expect.stringMatching(/^--secrets-dir: .*9lives: the name of a secret begins with a letter/),
        expect.stringMatching(/^--secrets-dir: .*pepper: this secret is given twice/),
      ],
    });
    await expect(loadSourceSecrets(env, folder.path)).rejects.not.toThrow(/secret.value/);
    await expect(loadSourceSecrets({}, folder.file('none'))).rejects.toThrow(/none cannot be read \(ENOENT\)/);
    mkdirSync(folder.file('old'));
    await expect(loadSourceSecrets({}, folder.path)).rejects.toThrow(/old cannot be read \(EISDIR\)\. Name a folder/);
  });
});

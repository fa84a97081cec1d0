import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type StartedCommand, startCommand } from '../support/command.ts';
import { DIST } from '../support/scenario.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const TOKEN = 'a-token-of-at-least-32-characters';
/** A loop in JavaScript for a quarter of a second, and a digest. */
const BCRYPT = '$2b$12$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K';
const DIGEST = '$digest-sha256$salt=none,pw=utf8$$XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg';

/** The address in a line of the log that begins so, as soon as there is one. */
function address({ child }: StartedCommand, line: RegExp): Promise<string> {
  let text = '';
  return new Promise((found, missing) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [, url] = line.exec(text) ?? [];
      if (url !== undefined) found(url);
    });
    child.once('close', () => missing(new Error('the verifier ended')));
  });
}

async function compare(url: string, passwordHash: string, password: string) {
  const response = await fetch(`${url}/?action=compare`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ password, algorithm: 'CUSTOM_LEGACY', passwordVerification: { passwordHash } }),
  });
  return { status: response.status, body: await response.json() };
}

describe('the bundle', () => {
  it('checks hashes in threads, and ends with SIGTERM after it has answered what is in flight', async () => {
    using folder = tempFolder();
    const env = { CIDAAS_VERIFIER_TOKEN: TOKEN, CIDAAS_VERIFIER_SECRET_APP_PEPPER: 'the-value-of-the-pepper' };
    const args = ['verifier', '--behind-proxy', '--port', '0', '--metrics-port', '0', '--threads', '2'];
    const started = startCommand(DIST, args, { cwd: folder.path, env });
    const metrics = address(started, /^Metrics: (\S+)$/m);
    const url = await address(started, /listens on (\S+) /);
    expect(await compare(url, DIGEST, 'password')).toMatchObject({ status: 200, body: { data: { verified: true } } });
    const inFlight = compare(url, BCRYPT, 'password');
    await expect
      .poll(async () => (await fetch(await metrics)).text(), { timeout: 30_000, interval: 10 })
      .toContain('busy_threads 1');
    started.child.kill('SIGTERM');
    expect(await inFlight).toMatchObject({ status: 200, body: { data: { verified: false } } });
    const { exitCode, stdout, stderr } = await started.ended;
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Secrets of the source: APP_PEPPER, app-pepper, app_pepper.');
    expect(stdout).toContain('metrics: verified=1 refused=1 other=0');
    for (const secret of [TOKEN, 'the-value', 'password"']) expect(stdout).not.toContain(secret);
  });
});

const has = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000 }).status === 0;

describe.skipIf(!has('systemd-analyze', '--version'))('the unit of systemd', () => {
  it('is one that systemd can start, with little exposure', () => {
    using folder = tempFolder();
    const unit = folder.file('cidaas-verifier.service');
    const text = readFileSync(resolve(root, 'examples/verifier/cidaas-verifier.service'), 'utf8');
    // Where Node is on this machine.
    writeFileSync(unit, text.replace('/usr/bin/node', process.execPath));
    const verified = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
    expect(verified.stderr).not.toMatch(/cidaas-verifier\.service/);
    const exposure = execFileSync('systemd-analyze', ['security', '--offline=true', '--no-pager', unit], {
      encoding: 'utf8',
    });
    expect(Number(/exposure level for \S+: ([\d.]+)/.exec(exposure)?.[1])).toBeLessThan(2);
  });
});

describe.skipIf(!has('docker', 'info'))('the image', () => {
  it('starts without rights and without a place to write, and is healthy', async () => {
    const image = 'cidaas-verifier-test';
    execFileSync('docker', ['build', '--quiet', '--tag', image, root], { stdio: 'ignore' });
    const limits = ['--read-only', '--cap-drop=ALL', '--security-opt=no-new-privileges', '--memory=1g'];
    const run = [
      'run',
      '--rm',
      '--detach',
      ...limits,
      '--env',
      `CIDAAS_VERIFIER_TOKEN=${TOKEN}`,
      '--publish=127.0.0.1::8443',
    ];
    const docker = (...args: string[]): string => execFileSync('docker', args, { encoding: 'utf8' }).trim();
    const id = docker(...run, image, '--behind-proxy', '--host', '0.0.0.0');
    try {
      const url = `http://${docker('port', id, '8443').split('\n')[0]}`;
      const health = () =>
        new Promise((done) =>
          get(`${url}/healthz`, (reply) => done(reply.resume().statusCode)).on('error', () => done(0)),
        );
      await expect.poll(health, { timeout: 60_000 }).toBe(200);
      expect(await compare(url, DIGEST, 'password')).toMatchObject({ status: 200, body: { data: { verified: true } } });
      expect(docker('inspect', '--format', '{{.Config.User}}', image)).toBe('1000:1000');
    } finally {
      docker('stop', '--time', '20', id);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { readVerifierFlags } from '../../src/verifier/verifier-flags.ts';
import { readVerifierSettings } from '../../src/verifier/verifier-settings.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const TOKEN = 'a-token-of-at-least-32-characters';

/** The settings of a command line that must be accepted. */
function settingsOf(args: readonly string[], token?: string) {
  const { settings, problems } = readVerifierSettings(readVerifierFlags(args), token);
  expect(problems).toEqual([]);
  return settings;
}

interface Container {
  readonly args: readonly string[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: object;
  readonly resources: { readonly limits: { readonly memory: string } };
  readonly volumeMounts: readonly { readonly mountPath: string; readonly readOnly: boolean }[];
  readonly [probe: `${string}Probe`]: { readonly httpGet: object };
}
interface Manifest {
  readonly kind: string;
  readonly spec: {
    readonly template: {
      readonly spec: { readonly containers: readonly Container[]; readonly [key: string]: unknown };
    };
    readonly ports: readonly object[];
  };
}

describe('Dockerfile', () => {
  const text = read('Dockerfile');
  const instruction = (name: string) => [...text.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map(([, rest]) => rest);

  it('holds nothing but dist/, and runs as a user without rights', () => {
    expect([instruction('COPY'), instruction('ADD'), instruction('RUN')]).toEqual([
      ['--chown=root:root dist /app/dist'],
      [],
      [],
    ]);
    expect(instruction('USER')).toEqual(['1000:1000']);
    expect(instruction('FROM')).toEqual(['node:24-slim']);
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(allowed).toEqual(['*', '!dist']);
  });

  it('starts the verifier, at the address that its health check asks', () => {
    expect(JSON.parse(instruction('ENTRYPOINT')[0] ?? '')).toEqual(['node', '/app/dist/index.js', 'verifier']);
    const { address, metrics } = settingsOf([...JSON.parse(instruction('CMD')[0] ?? ''), '--behind-proxy'], TOKEN);
    expect([address.host, instruction('EXPOSE')[0]]).toEqual(['0.0.0.0', String(address.port)]);
    expect(text).toContain(`fetch('http://127.0.0.1:${metrics?.port}/healthz')`);
  });
});

describe('examples/verifier/compose.yml', () => {
  const { services } = parse(read('examples/verifier/compose.yml'));
  const { verifier, proxy } = services;

  it('starts a verifier that only the proxy reaches', () => {
    const { address } = settingsOf(verifier.command.split(' '), TOKEN);
    expect(verifier).not.toHaveProperty('ports');
    expect([verifier.networks, proxy.networks]).toEqual([['inside'], ['inside', 'outside']]);
    expect(parse(read('examples/verifier/compose.yml')).networks.inside).toEqual({ internal: true });
    expect(read('examples/verifier/Caddyfile')).toContain(`reverse_proxy verifier:${address.port}`);
    expect(verifier.environment).toEqual({
      CIDAAS_VERIFIER_TOKEN: expect.stringMatching(/^\$\{CIDAAS_VERIFIER_TOKEN:\?/),
    });
  });

  it('gives it no rights, and nothing to write to', () => {
    expect(verifier).toMatchObject({
      ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], ulimits: { core: 0 } },
      mem_limit: expect.any(String),
    });
    for (const volume of verifier.volumes) expect(volume).toMatch(/:ro$/);
  });
});

describe('examples/verifier/kubernetes.yml', () => {
  const documents = parseAllDocuments(read('examples/verifier/kubernetes.yml')).map((one) => one.toJS() as Manifest);
  const pod = documents.find(({ kind }) => kind === 'Deployment')?.spec.template.spec;
  const container = pod?.containers[0];
  if (pod === undefined || container === undefined) throw new Error('no deployment');

  it('starts the verifier with its own certificate, tokens of the tenant and secrets that it can only read', () => {
    const { address, tls, tenant, secretsDir, metrics, threads } = settingsOf(container.args);
    expect(tenant?.audience).not.toBeNull();
    expect(container.ports).toEqual([
      { name: 'https', containerPort: address.port },
      { name: 'metrics', containerPort: metrics?.port },
    ]);
    for (const folder of [resolve(tls?.cert ?? '', '..'), secretsDir])
      expect(container.volumeMounts).toContainEqual(expect.objectContaining({ mountPath: folder, readOnly: true }));
    // 256 MiB for each thread, and 200 MB for the rest.
    const megabytes = Number.parseInt(container.resources.limits.memory, 10) * 1024;
    expect(megabytes).toBeGreaterThan((threads ?? 0) * 256 + 200);
  });

  it('asks for its health, and gives it no rights', () => {
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'] as const)
      expect(container[probe]?.httpGet).toEqual({ path: '/healthz', port: 'https', scheme: 'HTTPS' });
    expect(container.securityContext).toEqual({
      ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    });
    expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } });
    expect(documents.map(({ kind }) => kind)).toEqual([
      'Deployment',
      'Service',
      'NetworkPolicy',
      'PodDisruptionBudget',
    ]);
  });
});

describe('examples/verifier/cidaas-verifier.service', () => {
  const text = read('examples/verifier/cidaas-verifier.service');
  const values = (key: string) => [...text.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);

  it('starts the verifier with a certificate that systemd hands to it', () => {
    const [, ...args] = (values('ExecStart')[0] ?? '').split(/ verifier /)[1]?.split(' ') ?? [];
    const { tls, tenant } = settingsOf(['--host', ...args]);
    expect(tenant?.audience).not.toBeNull();
    const handed = values('LoadCredential').map((one) => `\${CREDENTIALS_DIRECTORY}/${one.split(':')[0]}`);
    expect([tls?.cert, tls?.key]).toEqual(handed);
  });

  it('has a user without rights, and writes nothing', () => {
    for (const key of ['DynamicUser', 'NoNewPrivileges', 'PrivateTmp', 'PrivateDevices', 'RestrictNamespaces'])
      expect([key, values(key)]).toEqual([key, ['yes']]);
    expect([values('CapabilityBoundingSet'), values('ProtectSystem'), values('LimitCORE')]).toEqual([
      [''],
      ['strict'],
      ['0'],
    ]);
  });
});

describe.each(['Dockerfile', 'compose.yml', 'kubernetes.yml', 'cidaas-verifier.service'])('%s', (name) => {
  const text = read(name === 'Dockerfile' ? name : `examples/verifier/${name}`);

  it('names only variables that the verifier reads, and says what to replace', () => {
    for (const [variable] of text.matchAll(/CIDAAS_[A-Z_]+/g))
      expect(variable).toMatch(/^CIDAAS_VERIFIER_(?:TOKEN|SECRET_[A-Z]+)$/);
    if (name !== 'Dockerfile') expect(text).toContain('# Replace: ');
  });
});

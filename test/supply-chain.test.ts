import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { signatureVerdict } from '../scripts/signature-verdict.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const npm = 'https://registry.npmjs.org/';
const one = { name: 'yaml', version: '2.9.1', registry: npm };
const answer = (invalid: readonly object[], missing: readonly object[]) => JSON.stringify({ invalid, missing });

test('a package with a wrong signature, or with none where all have one, stops the build', () => {
  expect(signatureVerdict(answer([one], []), '')).toEqual({
    isBroken: true,
    text: 'Signatures of the packages: yaml 2.9.1 has a wrong signature',
  });
  expect(signatureVerdict(answer([], [one]), '')).toEqual({
    isBroken: true,
    text: 'Signatures of the packages: yaml 2.9.1 has no signature',
  });
});

test('a registry without signatures, or out of reach, is named in the log and stops nothing', () => {
  const mirror = { ...one, registry: 'https://mirror.example.com/npm/' };
  expect(signatureVerdict(answer([], [mirror]), '')).toEqual({
    isBroken: false,
    text: 'Signatures of the packages: none is wrong; the registry has none for 1 of them',
  });
  const offline = JSON.stringify({
    error: { code: 'ENOTFOUND', summary: 'request to https://mirror.example.com failed' },
  });
  for (const [output, failure, says] of [
    [offline, '', 'request to https://mirror.example.com failed'],
    ['', 'npm error found no dependencies to audit\nmore', 'npm error found no dependencies to audit'],
    ['not JSON', 'spawnSync npm ETIMEDOUT', 'spawnSync npm ETIMEDOUT'],
    ['null', '', 'no answer'],
  ] as const)
    expect(signatureVerdict(output, failure)).toEqual({
      isBroken: false,
      text: `Signatures of the packages were not checked: ${says}`,
    });
});

test('packages whose signatures are right are said to be', () => {
  expect(signatureVerdict(answer([], []), '').text).toBe('Signatures of the packages: none is wrong');
});

interface Locked {
  readonly [path: string]: { readonly integrity?: string; readonly link?: boolean };
}
const lockedIn = (path: string): Locked => JSON.parse(read(path)).packages;
const isPinned = (integrity = ''): boolean => /^sha512-[\w+/]{86}==$/.test(integrity);

test('the packages of the site are pinned too, and run no scripts when they are installed', () => {
  const { '': site, ...packages } = lockedIn('scripts/site/package-lock.json');
  expect(site).toBeDefined();
  expect(Object.keys(packages).length).toBeGreaterThan(50);
  expect(Object.entries(packages).filter(([, { integrity }]) => !isPinned(integrity))).toEqual([]);
  const { scripts } = JSON.parse(read('package.json'));
  expect(scripts.docs).toMatch(
    /^npm ci --prefix scripts\/site --ignore-scripts .*&& npm run --prefix scripts\/site build$/,
  );
  expect(JSON.parse(read('scripts/site/package.json')).devDependencies).toEqual({
    vitepress: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
});

test('every package is pinned by the hash of its bytes, and CI installs those and compares dist/ with what they build', () => {
  const packages = lockedIn('package-lock.json');
  // The project itself, and its workspaces with the links to them.
  const own = [
    '',
    ...['elasticsearch9', 'node24', 'postgres17'].flatMap((name) => [`scripts/${name}`, `node_modules/${name}`]),
  ];
  const unpinned = Object.entries(packages).filter(
    ([path, { integrity }]) => !own.includes(path) && !isPinned(integrity),
  );
  for (const name of own.filter((one) => one.startsWith('node_modules'))) expect(packages[name]?.link).toBe(true);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(unpinned).toEqual([]);
  const commands = read('.ci/run').split('\n');
  expect(commands).toContain('npm ci --no-audit --no-fund');
  expect(commands).toContain('npm run --silent check:dist &');
  expect(read('.github/workflows/ci.yml')).toContain('- run: .ci/run');
  for (const entry of [read('action.yml').match(/^ {2}(?:main|post): (.*)$/gm)].flat())
    expect(entry).toContain('dist/');
});

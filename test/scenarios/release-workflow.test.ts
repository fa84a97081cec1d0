import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { releaseNotes } from '../../scripts/changelog.ts';
import { projectOf } from '../../scripts/project.ts';
import type { Sbom } from '../../scripts/shipped-sbom.ts';
import { githubOf, prepareRelease, runReleaseJob, setGitHub } from '../support/release-run.ts';
import { tempFolder } from '../support/temp-folder.ts';

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, '../..', name), 'utf8');
const { version, major } = projectOf(read('package.json'));
const OTHER = 'ba5e000000000000000000000000000000000000';
const folder = tempFolder();
afterAll(() => folder[Symbol.dispose]());
const run = prepareRelease(folder.path, version, ['v0.0.1']);

test('a release builds, waits, signs, and creates tag, release and moving tag', async () => {
  setGitHub(run, { refs: { [`refs/tags/v${major}.0.01`]: OTHER }, releases: [] });
  const build = await runReleaseJob('build', run);
  expect(build.failed?.stderr ?? null).toBeNull();
  expect(build.ran).toEqual([
    'actions/checkout',
    'npm ci --no-audit --no-fund',
    'npm run --silent release -- check "$VERSION"',
    '.ci/run',
    'npm run --silent release -- build "$VERSION" release',
    'actions/upload-artifact',
  ]);
  const publish = await runReleaseJob('publish', run);
  expect(publish.failed?.stderr ?? null).toBeNull();

  const { refs, releases } = githubOf(run);
  expect(refs).toMatchObject({ [`refs/tags/v${version}`]: run.sha, [`refs/tags/v${major}`]: run.sha });
  const files = [`cidaas-migrate-${version}.tgz`, `cidaas-migrate-${version}.cdx.json`];
  const notes = `${releaseNotes(read('CHANGELOG.md'), version)}\n`;
  expect(releases).toEqual([{ tag: `v${version}`, title: `v${version}`, notes, files }]);

  const sbom = JSON.parse(readFileSync(join(folder.path, 'artifacts/release', files[1] ?? ''), 'utf8')) as Sbom;
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'cidaas-migrate', version } } });
  const listed = sbom.components.map((one) => `${one.name} ${one.version}`).sort();
  expect(listed).toEqual(read('dist/packages.txt').trimEnd().split('\n').sort());
});

test('a release brings its documentation in the form that GitHub Pages takes', async () => {
  const site = await runReleaseJob('site', run);
  expect(site.failed?.stderr ?? null).toBeNull();
  expect(site.ran).toEqual([
    'actions/checkout',
    'npm run --silent docs',
    'tar --create --file artifact.tar --directory scripts/site/dist .',
    'actions/upload-artifact',
  ]);
  const listed = execFileSync('tar', ['--list', '--file', join(folder.path, 'artifacts/github-pages')], {
    encoding: 'utf8',
  });
  expect(listed.split('\n')).toContain('./index.html');
});

test('the next release of the major version moves its tag', async () => {
  setGitHub(run, { refs: { [`refs/tags/v${major}`]: OTHER }, releases: [] });
  expect((await runReleaseJob('publish', run)).failed).toBeNull();
  expect(githubOf(run).refs).toEqual({ [`refs/tags/v${major}`]: run.sha, [`refs/tags/v${version}`]: run.sha });
});

test('a version whose tag appeared while the release waited is not published', async () => {
  const world = { refs: { [`refs/tags/v${version}`]: OTHER, [`refs/tags/v${version}0`]: OTHER }, releases: [] };
  setGitHub(run, world);
  const { failed, ran } = await runReleaseJob('publish', run);
  expect(failed?.stdout).toContain(`::error::v${version} exists already: a released version never changes`);
  expect(ran).not.toContain('actions/attest');
  expect(githubOf(run)).toEqual(world);
});

test.each([
  ['99.0.0', `::error::package.json has the version ${version}, not 99.0.0`],
  ['1"; touch injected; "', 'expected X.Y.Z'],
])('the version %s is refused before anything is built', async (wrong, says) => {
  const { failed, ran } = await runReleaseJob('build', { ...run, version: wrong });
  expect(failed?.stderr).toContain(says);
  expect(ran).not.toContain('.ci/run');
  expect(existsSync(folder.file('repository/injected'))).toBe(false);
});

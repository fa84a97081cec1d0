import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { releaseNotes, unreleasedNotes } from '../scripts/changelog.ts';
import { projectOf } from '../scripts/project.ts';
import { type ReleaseCandidate, releaseProblems } from '../scripts/release-problems.ts';
import { type Sbom, shippedSbom } from '../scripts/shipped-sbom.ts';

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, '..', name), 'utf8');
const project = projectOf(read('package.json'));

const CHANGELOG = `# Changelog

What changed.

## [Unreleased]

## [0.2.0] - 2026-12-01

One paragraph
on two lines.

### Added

- An entry that
  goes on.
- Another.

## [0.1.0]

### Added

## 0.0.1 - 2026-01-01

- First.

[Unreleased]: https://github.com/acme/tool/compare/v0.2.0...HEAD
[0.1.0]: https://github.com/acme/tool/releases/tag/v0.1.0
`;

describe('the notes of a release', () => {
  test('are the section of its version, without breaks inside of a paragraph', () => {
    expect(releaseNotes(CHANGELOG, '0.2.0')).toBe(
      'One paragraph on two lines.\n\n### Added\n\n- An entry that goes on.\n- Another.',
    );
    expect(releaseNotes(CHANGELOG.replaceAll('\n', '\r\n'), '0.0.1')).toBe('- First.');
  });

  test.each([
    ['0.3.0', CHANGELOG, 'CHANGELOG.md has no section for 0.3.0: rename "Unreleased"'],
    ['0.1.0', CHANGELOG, 'the section of 0.1.0 needs a date'],
    ['0.2.0', CHANGELOG.replace('## 0.0.1', '## [0.2.0]'), 'has 2 sections for 0.2.0'],
    ['0.2.0', CHANGELOG.replace(/One paragraph[\s\S]*Another\.\n/, ''), 'the section of 0.2.0 is empty'],
  ])('of %s cannot be had where the changelog has none', (version, changelog, says) => {
    expect(() => releaseNotes(changelog, version)).toThrow(says);
  });

  test('exist for the version in package.json', () => {
    expect(releaseNotes(read('CHANGELOG.md'), project.version)).toContain('### Added');
  });
});

describe('a release', () => {
  const candidate: ReleaseCandidate = {
    version: '0.2.0',
    ref: 'refs/heads/main',
    repository: 'acme/tool',
    tags: ['v0', 'v0.0.1', 'v1.0.0', ''],
    packageJson: JSON.stringify({ version: '0.2.0', repository: { url: 'git+https://github.com/acme/tool.git' } }),
    changelog: CHANGELOG,
  };
  const problemsOf = (change: Partial<ReleaseCandidate>) => releaseProblems({ ...candidate, ...change });

  test('has nothing in its way if version, package.json, changelog, branch and tags fit', () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ repository: null })).toEqual([]);
  });

  test.each<[Partial<ReleaseCandidate>, string]>([
    [{ version: 'v0.2.0' }, 'The version is "v0.2.0": expected X.Y.Z without a "v"'],
    [{ version: '0.2.0; rm -rf' }, 'expected X.Y.Z'],
    [{ tags: ['v0.2.0'] }, 'v0.2.0 exists already'],
    [{ tags: ['v0.2.1', 'v0.10.0'] }, 'v0.2.1, v0.10.0 is above 0.2.0, so v0 would move back'],
    [{ ref: 'refs/heads/feature' }, 'started on refs/heads/feature: start it on the branch main'],
    [{ repository: 'fork/tool' }, 'npm pkg set repository.url=git+https://github.com/fork/tool.git'],
    [{ packageJson: candidate.packageJson.replace('0.2.0', '0.1.0') }, 'package.json has the version 0.1.0, not 0.2.0'],
    [{ changelog: CHANGELOG.replace('## [Unreleased]', '## [Unreleased]\n\n- More.') }, 'changes under "Unreleased"'],
    [{ changelog: '# Changelog\n' }, 'has no section for 0.2.0'],
  ])('is refused with %j', (change, says) => {
    const problems = problemsOf(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
  });

  test('names all problems at once', () => {
    expect(problemsOf({ ref: 'refs/tags/x', tags: ['v0.2.0'], changelog: '' })).toHaveLength(3);
  });

  test('needs a version and a repository in package.json', () => {
    expect(() => projectOf('{"version":"1.0.0-rc.1"}')).toThrow('the version is 1.0.0-rc.1; expected X.Y.Z');
    expect(() => projectOf('{"version":"1.0.0"}')).toThrow('repository.url must be git+https://github.com/');
  });
});

test('what is not released yet is found', () => {
  expect(unreleasedNotes(CHANGELOG)).toBe('');
  expect(unreleasedNotes(CHANGELOG.replace('## [Unreleased]', '## [Unreleased]\n\n- More.'))).toBe('- More.');
});

test('the changelog has the form of Keep a Changelog, newest version first', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^(##+) (.*)$/gm)].map(([, level, text]) => `${level} ${text}`);
  expect(headings[0]).toBe('## [Unreleased]');
  expect(headings[1]).toMatch(
    new RegExp(`^## \\[${project.version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`),
  );
  for (const heading of headings.filter((one) => one.startsWith('### ')))
    expect(heading).toMatch(/^### (?:Added|Changed|Deprecated|Removed|Fixed|Security)$/);
  const links = [...read('CHANGELOG.md').matchAll(/^\[([^\]]+)\]: https/gm)].map(([, name]) => name);
  const versions = headings.flatMap((one) => /^## \[([^\]]+)\]/.exec(one)?.[1] ?? []);
  expect(links).toEqual(versions);
});

describe('the bill of materials', () => {
  const component = (title: string, more: object = {}) => {
    const [name = '', version = ''] = title.split('@');
    return { 'bom-ref': title, name, version, ...more };
  };
  const whole: Sbom = {
    metadata: { component: { 'bom-ref': 'tool@1.0.0', name: 'folder', version: '1.0.0' } },
    components: [
      component('csv@1.0.0', {
        scope: 'optional',
        properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
      }),
      component('lines@2.0.0'),
      component('linter@3.0.0'),
      component('remains@4.0.0'),
    ],
    dependencies: [
      { ref: 'tool@1.0.0', dependsOn: ['csv@1.0.0', 'linter@3.0.0'] },
      { ref: 'csv@1.0.0', dependsOn: ['lines@2.0.0'] },
      { ref: 'linter@3.0.0', dependsOn: ['remains@4.0.0'] },
    ],
  };

  test('lists what is bundled as needed, and no tool', () => {
    const { metadata, components, dependencies } = shippedSbom(whole, 'tool', [
      'csv 1.0.0',
      'lines 2.0.0',
      'remains 4.0.0',
    ]);
    expect(metadata.component.name).toBe('tool');
    expect(components.map((one) => one['bom-ref'])).toEqual(['csv@1.0.0', 'lines@2.0.0', 'remains@4.0.0']);
    expect(components[0]).toMatchObject({ scope: 'required', properties: [] });
    expect(dependencies).toEqual([
      { ref: 'tool@1.0.0', dependsOn: ['csv@1.0.0', 'remains@4.0.0'] },
      { ref: 'csv@1.0.0', dependsOn: ['lines@2.0.0'] },
      { ref: 'lines@2.0.0', dependsOn: [] },
      { ref: 'remains@4.0.0', dependsOn: [] },
    ]);
  });

  test('is refused if it would not list something that is bundled', () => {
    expect(() => shippedSbom(whole, 'tool', ['csv 1.0.0', 'csv 1.0.1'])).toThrow('dist/ contains: csv 1.0.1');
  });
});

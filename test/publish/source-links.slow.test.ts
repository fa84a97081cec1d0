import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceLinks } from '../../src/publish/source-links.ts';
import { NO_LINKS, placesIn } from '../../src/report/source-links.ts';
import { tempFolder } from '../support/temp-folder.ts';

function git(folder: string, ...args: string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...who, '-C', folder, ...args], { encoding: 'utf8' }).trim();
}

/** A checkout with a mapping and an export, and a file that is not tracked. */
function checkout(folder: ReturnType<typeof tempFolder>): string {
  git(folder.path, 'init', '-q');
  mkdirSync(folder.file('data'));
  for (const name of ['mapping.yml', 'data/users #1.csv']) writeFileSync(folder.file(name), 'x\n');
  git(folder.path, 'add', '.');
  git(folder.path, 'commit', '-q', '-m', 'x');
  writeFileSync(folder.file('untracked.csv'), 'x\n');
  return git(folder.path, 'rev-parse', 'HEAD');
}

const FILES = {
  mapping: 'mapping.yml',
  exportIsArtifact: false,
  shown: ['data/users #1.csv', 'untracked.csv', '../outside.csv', 'missing.csv'],
};
const envOf = (sha: string) => ({
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_REPOSITORY: 'acme/identity',
  GITHUB_SHA: sha,
});

describe('links to the files of a run', () => {
  test('lead to tracked files at the commit, and fields to their rules', async () => {
    using folder = tempFolder();
    const sha = checkout(folder);
    const base = `https://github.example.com/acme/identity/blob/${sha}`;
    expect(await sourceLinks(folder.path, FILES, { email: 12 }, envOf(sha))).toEqual({
      files: {
        'data/users #1.csv': `${base}/data/users%20%231.csv?plain=1`,
        'mapping.yml': `${base}/mapping.yml?plain=1`,
      },
      rules: { email: `${base}/mapping.yml?plain=1#L12` },
    });
    const downloaded = await sourceLinks(folder.path, { ...FILES, exportIsArtifact: true }, {}, envOf(sha));
    expect(Object.keys(downloaded.files)).toEqual(['mapping.yml']);
  });

  test('are left out where another commit is checked out, and outside of a repository', async () => {
    using folder = tempFolder();
    const sha = checkout(folder);
    expect((await sourceLinks(folder.path, FILES, { email: 1 }, envOf('a'.repeat(40)))).files).toEqual({});
    using empty = tempFolder();
    writeFileSync(empty.file('mapping.yml'), 'x');
    expect(await sourceLinks(empty.path, FILES, { email: 1 }, envOf(sha))).toEqual(NO_LINKS);
  });

  test.each([
    { GITHUB_SERVER_URL: 'javascript:alert(1)//' },
    { GITHUB_SERVER_URL: 'https://evil.example/"onclick=' },
    { GITHUB_REPOSITORY: 'a/b/../../c' },
    { GITHUB_SHA: 'main' },
    { GITHUB_SHA: undefined },
  ])('are never built from %o', async (given) => {
    using folder = tempFolder();
    const sha = checkout(folder);
    expect(await sourceLinks(folder.path, FILES, {}, { ...envOf(sha), ...given })).toEqual(NO_LINKS);
  });
});

test('places in a text are found where their file is known, and nowhere else', () => {
  const links = { files: { 'mapping.yml': 'https://github.com/a/b/blob/c/mapping.yml?plain=1' }, rules: {} };
  const text = 'Correct it (mapping.yml:21), not other.yml:3 or toString:1.';
  expect(placesIn(text, links)).toEqual([
    { text: 'Correct it (', address: null },
    { text: 'mapping.yml:21', address: 'https://github.com/a/b/blob/c/mapping.yml?plain=1#L21' },
    { text: '), not other.yml:3 or toString:1.', address: null },
  ]);
  expect(placesIn('', links)).toEqual([{ text: '', address: null }]);
});

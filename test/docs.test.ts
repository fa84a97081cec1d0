import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headingSlug } from '../scripts/heading-slug.ts';
import { menuOf, siteLink } from '../scripts/site-pages.ts';
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
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => headingSlug(heading));
  const own = [...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, name = '']) => name);
  return [...headings, ...own];
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

  test('every page but the decisions is in the overview, once, and the overview is reached from README', () => {
    const listed = menuOf(readFileSync(join(root, 'docs/README.md'), 'utf8')).flatMap(({ items }) => items);
    const own = pages.filter((name) => dirname(name) === 'docs' && name !== 'docs/README.md');
    expect(listed.map(({ link }) => `docs${link}`).sort()).toEqual(own.sort());
    expect(prose(join(root, 'README.md'))).toContain('](docs/README.md)');
  });
});

describe('the site', () => {
  test('has the menu of the overview', () => {
    const overview =
      '# All\n\n[x](x.md)\n\n## How to\n\n- [Go live](go-live.md): by hand\n- [More](more.md)\n\n## Empty\n\nNo page.\n';
    const items = [
      { text: 'Go live', link: '/go-live.md' },
      { text: 'More', link: '/more.md' },
    ];
    expect(menuOf(overview)).toEqual([{ text: 'How to', items }]);
  });

  test('shows its own pages, and sends to GitHub for everything else', () => {
    const files = 'https://github.com/acme/tool/blob/v1.0.0';
    const link = (target: string, page = 'report.md') => siteLink(target, page, files);
    for (const own of ['check.md', 'check.md#findings', '#top', 'https://example.com', 'adr/0001-plan-then-apply.md'])
      expect(link(own)).toBe(own);
    expect(link('../fleet.md', 'adr/0030-fleet.md')).toBe('../fleet.md');
    expect(link('../src/main.ts')).toBe(`${files}/src/main.ts`);
    expect(link('../README.md#x')).toBe(`${files}/README.md#x`);
    expect(link('../../examples', 'adr/0030-fleet.md')).toBe(`${files}/examples`);
    expect(link('adr')).toBe(`${files}/docs/adr`);
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

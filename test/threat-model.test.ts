import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from './support/temp-folder.ts';
import { testTitles } from './support/test-titles.ts';

const root = resolve(import.meta.dirname, '..');

interface Line {
  readonly threat: string;
  /** As written: `test/path.test.ts: title`. */
  readonly shownBy: readonly string[];
}

/** The lines of the table under "Protection". */
function linesOf(page: string): Line[] {
  const [, section = ''] = /^## Protection\n([\s\S]*?)^## /m.exec(page) ?? [];
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const [head, , ...lines] = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(head).toEqual(['threat', 'protection', 'shown by']);
  return lines.map((cells) => {
    expect(cells, cells[0]).toHaveLength(3);
    const [threat = '', , shownBy = ''] = cells;
    return { threat, shownBy: [...shownBy.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name) };
  });
}

const known = new Map<string, readonly string[]>();

/** The titles of a file, which many lines may name. */
function titlesOf(path: string): readonly string[] {
  const titles = known.get(path) ?? testTitles(path);
  known.set(path, titles);
  return titles;
}

/** A beginning must say enough to mean one test. */
const MIN_BEGINNING = 20;

/**
 * What is wrong with `test/path.test.ts: title`, or null. The title is that of a test, `group > title` where several groups have
 * one, or its beginning with `…` at the end.
 */
function wrong(name: string, from = root): string | null {
  const [, path = '', title = ''] = /^(test\/\S+\.test\.ts): (.+)$/.exec(name) ?? [];
  if (path === '') return 'is not `test/path.test.ts: title`';
  if (!existsSync(join(from, path))) return `there is no ${path}`;
  const titles = titlesOf(join(from, path));
  const found = titles.filter((one) => meant(title, one));
  if (found.length === 1) return null;
  return found.length === 0 ? `${path} has no test "${title}"` : `${path} has ${found.length} tests "${title}"`;
}

function meant(title: string, full: string): boolean {
  const own = full.slice(full.lastIndexOf(' > ') + (full.includes(' > ') ? 3 : 0));
  if (!title.endsWith('…')) return title === own || title === full;
  const beginning = title.slice(0, -1);
  return beginning.length >= MIN_BEGINNING && (own.startsWith(beginning) || full.startsWith(beginning));
}

describe('docs/threat-model.md', () => {
  const lines = linesOf(readFileSync(join(root, 'docs/threat-model.md'), 'utf8'));

  test('has threats in its table, each once', () => {
    expect(lines.length).toBeGreaterThan(15);
    expect(new Set(lines.map(({ threat }) => threat)).size).toBe(lines.length);
  });

  test.each(lines.map(({ threat, shownBy }) => [threat, shownBy] as const))(
    'names for "%s" the tests that show the protection, and there are such tests',
    (_, shownBy) => {
      expect(shownBy).not.toEqual([]);
      expect(shownBy.map((name) => [name, wrong(name)]).filter(([, problem]) => problem !== null)).toEqual([]);
    },
  );
});

describe('a line of the table', () => {
  const file = `
describe('a door', () => {
  it('is closed', () => undefined);
  it.each([1, 2])('holds against %i people', () => undefined);
  it.skip('is never tried, but looks as if it were', () => undefined);
});
describe.skipIf(false)('a window', () => {
  it('is closed', () => undefined);
});
test(\`stands in \${file}\`, () => undefined);
`;

  test.each([
    ['test/a.test.ts: holds against %i people', null],
    ['test/a.test.ts: a door > is closed', null],
    ['test/a.test.ts: a window > is closed', null],
    ['test/a.test.ts: a door > holds against…', null],
    ['test/a.test.ts: is closed', 'test/a.test.ts has 2 tests "is closed"'],
    ['test/a.test.ts: a door > is', 'test/a.test.ts has no test "a door > is"'],
    ['test/a.test.ts: holds…', 'test/a.test.ts has no test "holds…"'],
    [
      'test/a.test.ts: is never tried, but looks as if it were',
      'test/a.test.ts has no test "is never tried, but looks as if it were"',
    ],
    ['test/b.test.ts: is closed', 'there is no test/b.test.ts'],
    ['see the tests', 'is not `test/path.test.ts: title`'],
  ])('that names "%s" has the problem %s', (name, problem) => {
    using folder = tempFolder();
    mkdirSync(folder.file('test'));
    writeFileSync(folder.file('test/a.test.ts'), file);
    expect(wrong(name, folder.path)).toBe(problem);
  });

  test('without a third column is noticed', () => {
    expect(() => linesOf('## Protection\n\n| threat | protection |\n| --- | --- |\n| a | b |\n\n## End\n')).toThrow();
  });
});

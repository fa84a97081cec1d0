import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clockProblems, MAY_ACTIONS, MAY_NETWORK, OPENERS, PURE, ROOMS } from '../scripts/check-house.ts';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The rooms named in the line that begins with these words. */
function roomsIn(beginning: string): string[] {
  const line = page.split('\n').find((one) => one.startsWith(`- **${beginning}**`)) ?? '';
  return [...line.slice(beginning.length + 6).matchAll(/`([a-z]+)`/g)].map(([, room = '']) => room);
}

/** Functions, classes and types that the page links: the name that the reader is to look for, and the file. */
const functions = [...page.matchAll(/\[`(\w+)`\]\(\.\.\/([^)\s]+\.ts)\)/g)].map(
  ([, name = '', path = '']) => [name, path] as const,
);

describe('time', () => {
  test.each([
    ['apply/outage.ts', 'const at = Date.now();'],
    ['apply/outage.ts', 'const at = new Date();'],
    ['run/migrate.ts', 'const at = performance.now();'],
    ['publish/github-retry.ts', 'const at = process.hrtime.bigint();'],
    ['mapping/compile/date.ts', 'const today = DateTime.now();'],
    ['apply/concurrency-limiter.ts', 'const until = clock.wallNow() + ms;'],
  ])('in %s, lint refuses %s', (file, code) => expect(clockProblems(file, code)).toHaveLength(1));

  test.each([
    ['apply/outage.ts', '// Date.now would step.\nconst day = new Date(0);'],
    ['runtime/clock.ts', 'Date.now(); performance.now()'],
    ['tenant/token.ts', 'askedWaitMs(status, headers, clock.wallNow())'],
  ])('in %s, lint accepts %s', (file, code) => expect(clockProblems(file, code)).toEqual([]));
});

describe('docs/architecture.md', () => {
  test('has every room of the house and of the tree, in the order in which they may import', () => {
    const rows = [...page.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, room]) => room);
    expect(rows).toEqual(ROOMS);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).sort()).toEqual([...ROOMS].sort());
  });

  test('names the rooms that lint holds to be pure, and those that may reach outside', () => {
    expect(roomsIn('Pure rooms')).toEqual(PURE);
    expect(roomsIn('The network')).toEqual(MAY_NETWORK);
    expect(roomsIn('`@actions/*`')).toEqual(MAY_ACTIONS);
  });

  test('begins each room with a function of that room', () => {
    const rows = [...page.matchAll(/^\| `([a-z]+)` \|.*\[`\w+`\]\(\.\.\/(?:src\/)?([a-z]+)\//gm)];
    expect(rows.map(([, room]) => room)).toEqual(ROOMS);
    for (const [, room, folder] of rows) expect(folder).toBe(room === 'generated' ? 'scripts' : room);
  });

  test.each(functions)('finds %s in %s', (name, path) => {
    const declared = new RegExp(
      `^(?:export )?(?:default )?(?:async )?(?:function\\*? |class |const |interface |type )${name}\\b|^  (?:async )?\\*?${name}\\(`,
      'm',
    );
    expect(readFileSync(join(root, path), 'utf8')).toMatch(declared);
  });

  test('links every function of the source that it names', () => {
    const named = [...page.matchAll(/(?<!\[)`([a-z]+[A-Z]\w*)(?:\(\))?`/g)].map(([, name]) => name);
    expect(named).toEqual([]);
    expect(functions.length).toBeGreaterThan(40);
  });
});

test('a text of the tenant is opened by the one door, and a value by the comparison alone', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  for (const [name, door] of Object.entries(OPENERS)) {
    const users = sources.filter((file) =>
      new RegExp(`import \\{[^}]*\\b${name}\\b`).test(readFileSync(join(root, 'src', file), 'utf8')),
    );
    expect(users.map((file) => file.replaceAll('\\', '/'))).toEqual([door]);
  }
});

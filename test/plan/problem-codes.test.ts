import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CodeEntry } from '../../src/plan/code-entry.ts';
import { PROBLEM_CODES } from '../../src/plan/problem-codes.ts';

const root = join(import.meta.dirname, '../../src');
const sources = ['mapping', 'password', 'user', 'plan', 'source']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(root, room, name)),
  )
  .filter((path) => path.endsWith('.ts') && !path.endsWith('-codes.ts'))
  .map((path) => readFileSync(path, 'utf8'));

test('every code has a meaning and a hint in one sentence each', () => {
  for (const [code, { meaning, hint }] of Object.entries(PROBLEM_CODES)) {
    expect(code).toMatch(/^[a-zA-Z]+\.[a-z_-]+$/);
    expect(meaning, code).toMatch(/^[A-Z].*[.]$/);
    expect(hint, code).toMatch(/^[A-Z].*[.…]$/);
  }
});

test('every code in the table is given somewhere', () => {
  const text = sources.join('\n');
  const given = Object.keys(PROBLEM_CODES).filter((code) => text.includes(`'${code}'`));
  // Given once all records are read, from what the mappers and the joins never found or did not read.
  expect(Object.keys(PROBLEM_CODES).filter((code) => !given.includes(code))).toEqual([
    'email.domain',
    'export.incomplete',
    'join.unmatched',
    'path.unseen',
    'status.unread',
  ]);
});

test('the catalogue for people says the same', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/report.md'), 'utf8');
  const lines = page.split('\n');
  const start = lines.indexOf('| --- | --- | --- | --- |') + 1;
  const rows = lines.slice(start, lines.indexOf('', start));
  const entries: [string, CodeEntry][] = Object.entries(PROBLEM_CODES);
  expect(rows).toEqual(
    entries.map(
      ([code, { severity, fixed, meaning, hint }]) =>
        `| \`${code}\` | ${severity}${fixed === true ? ', fixed' : ''} | ${meaning} | ${hint} |`,
    ),
  );
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CodeEntry, PROBLEM_CODES } from '../../src/plan/problem-codes.ts';

const root = join(import.meta.dirname, '../../src');
const sources = ['mapping', 'password', 'user', 'plan']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => join(root, room, name)),
  )
  .filter((path) => path.endsWith('.ts') && !path.endsWith('problem-codes.ts'))
  .map((path) => readFileSync(path, 'utf8'));

test('every code has a meaning and a hint in one sentence each', () => {
  for (const [code, { meaning, hint }] of Object.entries(PROBLEM_CODES)) {
    expect(code).toMatch(/^[a-zA-Z]+\.[a-z_]+$/);
    expect(meaning, code).toMatch(/^[A-Z].*[.]$/);
    expect(hint, code).toMatch(/^[A-Z].*[.…]$/);
  }
});

test('every code in the table is given somewhere', () => {
  const text = sources.join('\n');
  const given = Object.keys(PROBLEM_CODES).filter((code) => text.includes(`'${code}'`));
  // Told once all records are read, by whoever asks the mappers and the joins what they never found.
  expect(Object.keys(PROBLEM_CODES).filter((code) => !given.includes(code))).toEqual(['join.unmatched', 'path.unseen']);
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

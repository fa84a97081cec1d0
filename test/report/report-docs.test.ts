import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The names of what an object has, of the objects in it too; of lists those of their first entry. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 || typeof value[0] !== 'object' ? 'list' : [shape(value[0])];
  if (typeof value !== 'object' || value === null) return 'value';
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, shape(child)]));
}

interface Written {
  readonly failures: readonly object[];
  readonly successes: readonly object[];
  readonly requests: object;
}

/** What is the same in every report: not who was counted under which name, nor which identifiers a user has. */
function constant({ failures, successes, requests, ...head }: Written): object {
  const rows = [...failures.slice(0, 1), ...successes.slice(0, 1)].map((row) => ({ ...row, user: null }));
  const counted = { warnings: null, skippedBy: null, resumed: null };
  return { head: { ...head, ...counted }, requests: { ...requests, byStatus: null }, rows };
}

test('docs/report.md shows report.json as it is written', () => {
  const page = readFileSync(resolve(root, 'docs/report.md'), 'utf8');
  const [, example = ''] = /```jsonc\n([\s\S]*?)```/.exec(page) ?? [];
  const shown: Written = JSON.parse(example.replace(/\s\/\/ .*$/gm, ''));
  const written: Written = JSON.parse(readFileSync(resolve(root, 'test/golden/report/report.json'), 'utf8'));
  expect(Object.keys(shown)).toEqual(Object.keys(written));
  const [failed, succeeded] = [...shown.failures, ...shown.successes];
  expect(Object.keys(failed ?? {})).toEqual(Object.keys(written.failures[0] ?? {}));
  expect(Object.keys(succeeded ?? {})).toEqual(Object.keys(written.successes[0] ?? {}));
  expect(shape(constant(shown))).toEqual(shape(constant(written)));
});

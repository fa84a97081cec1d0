import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const page = read('docs/data-protection.md');

/** The cells of the rows of the first table below a heading, without its head. */
function tableBelow(text: string, heading: string): string[][] {
  const section = text.slice(text.indexOf(`\n## ${heading}\n`)).split('\n## ')[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('each measure names a line of the threat model, or links to its proof', () => {
  const threats = tableBelow(read('docs/threat-model.md'), 'Protection').map(([threat]) => threat);
  const proofs = tableBelow(page, 'Technical and organisational measures').map(([, , proof = '']) => proof);
  expect(threats.length).toBeGreaterThan(20);
  expect(proofs.length).toBeGreaterThan(10);
  expect(proofs.filter((proof) => !threats.includes(proof) && !/^\[.+\]\(.+\)$/.test(proof))).toEqual([]);
});

test('says how long each example keeps its artifacts', () => {
  const days = (path: string): number[] =>
    [...read(path).matchAll(/retention-days: (\d+)/g)].map(([, number]) => Number(number)).sort((a, b) => a - b);
  const told = Object.fromEntries(
    tableBelow(page, 'How long it is kept').map(([setting, , example]) => [setting, example]),
  );
  expect(told['`retention-days` of `actions/upload-artifact`']).toBe('1');
  expect(told['`retention-days` of this action']).toBe('review 7, plans and deltas 14, go-live 90');
  expect(days('examples/export.yml')).toEqual([1]);
  expect(days('examples/review.yml')).toEqual([7]);
  expect(days('examples/delta-sync.yml')).toEqual([1, 14]);
  expect(days('examples/go-live.yml')).toEqual([14, 14, 14, 90]);
  expect(days('examples/large.yml')).toEqual([14, 90]);
  const { inputs } = parse(read('action.yml')) as { readonly inputs: { readonly [name: string]: object } };
  expect(Object.keys(inputs).filter((name) => name.includes('retention'))).toEqual(['retention-days']);
});

test('says how long a resume artifact is kept', () => {
  const [, days] = /RETENTION_DAYS = (\d+)/.exec(read('src/publish/resume-artifact.ts')) ?? [];
  expect(tableBelow(page, 'What is where').find(([what]) => what === 'resume artifact')?.[3]).toBe(`${days} days`);
});

test('no page calls masked data free of personal data', () => {
  const claims = /\b(?:no|without|free of) personal data\b|\banonymous (?:log|report)/i;
  const texts = [
    'README.md',
    'action.yml',
    'SECURITY.md',
    'docs/report.md',
    'docs/operations.md',
    'docs/threat-model.md',
    'docs/review.md',
  ];
  const found = texts.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => claims.test(line))
      .map((line) => `${path}: ${line}`),
  );
  // The title of a test, about an encrypted file.
  expect(
    found.filter(
      (line) => !line.includes('resume.test.ts: holds no personal data, no secret and no hash in the clear'),
    ),
  ).toEqual([]);
});

test('the environments of the examples are those of docs/examples.md', () => {
  const rows = tableBelow(read('docs/examples.md'), 'Environments').map(([name = '']) => name.replaceAll('`', ''));
  const files = [
    'export',
    'go-live',
    'large',
    'fleet',
    'delta-sync',
    'shared/shared-delta-sync',
    'shared/call-delta-sync',
  ];
  const used = files.flatMap((name) =>
    [...read(`examples/${name}.yml`).matchAll(/^ {4}environment: (.*)$/gm)].flatMap(
      ([, line = '']) => line.match(/cidaas-[\w-]+/g) ?? [],
    ),
  );
  expect([...new Set(used)].sort()).toEqual([...rows].sort());
});

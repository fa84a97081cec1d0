import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import type { ProblemCode } from '../../src/mapping/compile/field-error.ts';
import { mappingSchemas } from '../../src/mapping/file/mapping-schema.ts';
import { ruleSchemas } from '../../src/mapping/file/rule-schema.ts';
import { PROBLEM_CODES } from '../../src/plan/problem-codes.ts';
import { INPUTS } from '../../src/settings/inputs.ts';
import { mapCells, mapObject } from '../mapping/map-record.ts';
import { importUsers } from '../support/import-users.ts';
import { localEvaluator } from '../support/local-evaluator.ts';

const { mapping, password, source, join } = mappingSchemas();
const { detailed } = ruleSchemas();

/** Blocks in which a line of a hint may stand: the file, a rule, the password, a source, a join, or the rules of fields. */
const BLOCKS = [mapping, password, source, join, detailed];

/** Whether a mapping can have this line, or a workflow this input: `password: { optional: true }`. */
function decides(snippet: string): boolean {
  const document = parseDocument(snippet);
  const line: unknown = document.toJS();
  if (document.errors.length > 0 || typeof line !== 'object' || line === null) return false;
  const [key = ''] = Object.keys(line);
  if (key in INPUTS) return true;
  return [...BLOCKS.map((block) => block.safeParse(line)), mapping.safeParse({ fields: line })].some(
    ({ success, data }) => success && data !== undefined && isKnown(line),
  );
}

/** A block of fields takes every key: only those of cidaas count. */
function isKnown(line: object): boolean {
  const keys = new Set([...BLOCKS.flatMap((block) => Object.keys(block.shape)), 'email', 'sub', 'userStatus']);
  return Object.keys(line).every((key) => keys.has(key));
}

const snippets = (hint: string): string[] => [...hint.matchAll(/`([^`]+)`/g)].map(([, snippet = '']) => snippet);

test.each(Object.entries(PROBLEM_CODES))('the hint of %s names the line that decides it', (_, { hint }) => {
  expect(snippets(hint).filter(decides), hint).not.toEqual([]);
  // A line that is written out must be one: a typing error in it would be copied.
  const lines = snippets(hint).filter((snippet) => snippet.includes(': '));
  expect(lines.filter((line) => !decides(line))).toEqual([]);
});

test.each(['password: { optinal: true }', 'verifier', 'no line: [', 'emial: { from: x }', 'fields: 5'])(
  'a line that no mapping can have would be noticed: %s',
  (line) => {
    expect(decides(line)).toBe(false);
  },
);

/** A record for each code that the mapping itself gives: columns and their cells, and the rules. */
const FIELDS: Record<ProblemCode, () => Promise<unknown>> = {
  'boolean.invalid': () => csv('customFields.vip: { from: a, type: boolean }', 'vielleicht'),
  'date.ambiguous': () => csv("birthdate: { from: a, date: ['dd.MM.yyyy', 'MM.dd.yyyy'] }", '01.02.2000'),
  'date.invalid': () => csv('birthdate: { from: a, date: dd.MM.yyyy }', 'gestern'),
  'expr.limit': () => expression('customFields.x: { expr: \'$pad("x", 2000000)\' }'),
  'expr.failed': () => expression('customFields.x: { expr: \'$number("x")\' }'),
  'field.unknown': () => mapObject(null, { email: 'a@example.com', vorname: 'Ida' }),
  'hash.left_out': () => hash('pw', '{ from: pw, when: { from: mail, empty: true } }', '$2b$10$cut'),
  'hash.missing': () => hash('pw', '{ from: pw }', ''),
  'hash.no_verifier': () => hash('pw', '{ from: pw }', '$P$BVrdsW/NUuXDi0Od0uUdk2SnJHHmQ01'),
  'hash.unrecognised': () => hash('pw', '{ from: pw }', 'letmein'),
  'instant.invalid': () => csv('createdTime: { from: a, instant: dd.MM.yyyy HH:mm, zone: UTC }', 'gestern'),
  'json.invalid': () => csv('customFields.x: { from: a, json: b }', '{cut'),
  'number.imprecise': () =>
    mapObject('fields: { email: mail, customFields.n: { from: n, type: number } }', {
      mail: 'a@example.com',
      n: 2 ** 60,
    }),
  'number.invalid': () => csv('customFields.n: { from: a, type: number }', 'viel'),
  'pattern.limit': () => csv("given_name: { from: a, replace: { '(?:x{1,900}y?)+z': '' } }", 'x'.repeat(60_000)),
  'phone.assumed-country': () => csv('mobile_number: { from: a, phone: DE }', '0151 23456789'),
  'phone.invalid': () => csv('mobile_number: { from: a, phone: DE }', '12'),
  'type.invalid': () =>
    mapObject('fields: { email: mail, given_name: name }', { mail: 'a@example.com', name: ['a', 'b'] }),
  'value.missing': () => csv('given_name: { from: a, empty: refuse }', ''),
  'value.too_long': () => csv('given_name: { concat: [a, a, a] }', 'x'.repeat(400_000)),
  'value.unknown': () => csv('gender: { from: a, table: { m: male } }', 'x'),
  'value.unread': () =>
    mapObject('fields: { email: mail, given_name: name.first }', { mail: 'a@example.com', name: 'Ida' }),
};

const csv = (rule: string, a: string) => mapCells(`fields:\n  email: mail\n  ${rule}\n`, { mail: 'a@example.com', a });
const hash = (name: string, rule: string, value: string) =>
  mapCells(`fields: { email: mail }\npassword: ${rule}\n`, { mail: 'a@example.com', [name]: value });

async function expression(rule: string) {
  const { compileMapping } = await import('../../src/mapping/compile/compile.ts');
  const { parseMapping } = await import('../../src/mapping/file/mapping-file.ts');
  const map = await compileMapping(parseMapping(`fields:\n  email: mail\n  ${rule}\n`, 'mapping.yml'), ['mail'], {
    evaluator: localEvaluator(),
  });
  const record = { row: 1, file: 0, line: 2, body: { kind: 'cells' as const, cells: ['a@example.com'] } };
  await map.prepare?.([record]);
  return map(record);
}

test.each(Object.entries(FIELDS))('a row that is refused or counted for %s names it too', async (code, made) => {
  const mapped = (await made()) as { problems?: Problems; warnings?: Problems };
  const found = [...(mapped.problems ?? []), ...(mapped.warnings ?? [])].filter((problem) => problem.code === code);
  expect(found, JSON.stringify(mapped)).not.toEqual([]);
  for (const { hint } of found) expect(snippets(hint).filter(decides), hint).not.toEqual([]);
});

type Problems = readonly { readonly code: string; readonly hint: string }[];

test.each([
  ['u.csv', 'email,given_name\na@example.com\n', 'record.columns'],
  ['u.csv', 'email,given_name,\na@example.com,Ida,x\n', 'record.columns'],
  ['u.ndjson', '{"email":"a@example.com"}\n{"email":\n', 'record.json'],
  ['u.ndjson', '{"email":"a@example.com"}\n"b"\n', 'record.json'],
  ['u.ldif', 'version: 1\n\ndn: uid=a\nuid: a\nno colon\n', 'record.ldif'],
])('a record of %s that cannot be read names what decides it: %j', async (name, content, code) => {
  const inputs = name === 'u.ldif' ? { preset: 'ldif', mode: 'plan' } : { mode: 'plan' };
  const { report } = await importUsers({ files: [{ name, content }], inputs });
  const [failure] = report.failures.filter((each) => each.code === code);
  expect(snippets(failure?.hint ?? '').filter(decides), JSON.stringify(report.failures)).not.toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JoinedRecordStore } from '../../src/ledger/joined-record-store.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { compileMapping } from '../../src/mapping/compile/compile.ts';
import { Overruns } from '../../src/mapping/compile/overruns.ts';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import { mappingJsonSchema } from '../../src/mapping/file/mapping-schema.ts';
import { PRESETS } from '../../src/mapping/presets/preset-name.ts';
import { loadJoin } from '../../src/plan/load-joins.ts';
import { rulePolicy } from '../../src/plan/rule-policy.ts';
import { userRules } from '../../src/plan/rules.ts';
import { checkSeverities } from '../../src/plan/severities.ts';
import { EN_CODES } from '../../src/report/language/en-codes.ts';
import { openExport } from '../../src/source/open-export.ts';
import { fieldNames } from '../../src/user/cidaas-fields.ts';
import { AUTO, readFile, writeFiles } from '../source/read-export.ts';
import { localEvaluator } from '../support/local-evaluator.ts';
import { tempFolder } from '../support/temp-folder.ts';

interface Example {
  readonly title: string;
  readonly format: string;
  readonly source: string;
  /** Further files, by name. */
  readonly files: { readonly [name: string]: string };
  readonly mapping: string | null;
  /** By code; null when the example says nothing about them. */
  readonly warnings: unknown;
  readonly users: unknown;
}

const read = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const page = read('mapping.md');
/** Its tables, before the topics. */
const reference = page.slice(0, page.indexOf('## Topics'));

/** An export, further files, a mapping (or none), warnings (or none) and the users, in this order, are an example. */
function examples(text: string): Example[] {
  const found: Example[] = [];
  let title = '';
  let open: {
    format: string;
    source: string;
    files: { [name: string]: string };
    mapping: string | null;
    warnings: unknown;
  } | null = null;
  for (const part of text.matchAll(
    /^##+ (.+)$|^```(\w+) (export|file|mapping|warnings|users)(?: (\S+))?\n([\s\S]*?)^```$/gm,
  )) {
    const [, heading, language = '', kind, name = '', body = ''] = part;
    if (heading !== undefined) title = heading;
    else if (kind === 'export') open = { format: language, source: body, files: {}, mapping: null, warnings: null };
    else if (open === null) throw new Error(`${title}: a ${kind} without an export before it`);
    else if (kind === 'file') open.files[name] = body;
    else if (kind === 'mapping') open.mapping = body;
    else if (kind === 'warnings') open.warnings = JSON.parse(body);
    else {
      found.push({ title, ...open, users: JSON.parse(body) });
      open = null;
    }
  }
  return found;
}

const taught = examples(read('mapping-tutorial.md'));
const all = [...taught, ...examples(page)];

test('the pages teach by examples', () => {
  expect(taught.length).toBeGreaterThanOrEqual(6);
  expect(all.length).toBeGreaterThanOrEqual(16);
});

test.each(all.map((example) => [example.title, example] as const))('%s', async (_title, example) => {
  using folder = tempFolder();
  const name = `users.${example.format}`;
  writeFiles(folder.path, { [name]: example.source, ...example.files });
  const mapping = example.mapping === null ? null : parseMapping(example.mapping, 'mapping.yml');
  if (mapping !== null) checkSeverities(mapping);
  const { file, records } = await readFile(folder.path, name, mapping === null ? {} : { layout: mapping.layout });
  const ledger = new Ledger(join(folder.path, 'ledger.db'));
  const joins = new JoinedRecordStore(ledger);
  for (const one of mapping?.joins ?? []) {
    const opened = await openExport({ cwd: folder.path, patterns: one.files.join('\n'), ...AUTO, layout: one.layout });
    await loadJoin(one, opened, joins, {
      now: NOW,
      overruns: new Overruns(() => 0),
      signal: new AbortController().signal,
    });
  }
  const map = await compileMapping(mapping, file.columns, { joins, now: NOW, evaluator: localEvaluator() });
  await map.prepare?.(records);
  const validate = userRules(NOW, await rulePolicy(mapping));
  const warnings: { [code: string]: number } = {};
  const results = records.map((record) => {
    const mapped = map(record);
    if (mapped.kind === 'skipped') return { skipped: mapped.reason };
    const found = mapped.kind === 'user' ? validate(mapped.user) : { errors: mapped.problems, warnings: [] };
    if (found.errors.length > 0 || mapped.kind === 'invalid') return { invalid: found.errors.map(({ code }) => code) };
    for (const { code } of [...mapped.warnings, ...found.warnings]) warnings[code] = (warnings[code] ?? 0) + 1;
    return mapped.user;
  });
  ledger.close();
  expect(results).toEqual(example.users);
  if (example.warnings !== null) expect(warnings).toEqual(example.warnings);
  expect(map.unseen()).toEqual([]);
});

const NOW = Date.parse('2026-01-01T00:00:00Z');

test('the reference names every field there is', () => {
  const fields = reference.slice(reference.indexOf('## Every field'));
  for (const field of fieldNames('user')) {
    if (field !== 'identities') expect(fields).toContain(`\`${field}\``);
  }
});

test('README names every format, and how many presets there are', () => {
  const readme = read('../README.md');
  const [, section = ''] = /^## Supported export formats$([\s\S]*?)^## /m.exec(readme) ?? [];
  const [, formats = ''] = /"enum":(\["csv"[^\]]*\])/.exec(JSON.stringify(mappingJsonSchema())) ?? [];
  for (const format of JSON.parse(formats)) expect(section).toMatch(new RegExp(`\\b${format}\\b`, 'i'));
  const counts = [...readme.matchAll(/(\d+) systems/g)].map(([, count]) => Number(count));
  expect(new Set(counts)).toEqual(new Set([PRESETS.length]));
});

test.each(['mapping.md', 'mapping-tutorial.md', 'presets.md'])(
  '%s names no problem code that does not exist',
  (name) => {
    const named = [
      ...read(name).matchAll(/\b(?:invalid|counted|warning|stops|ends)\b[^()|]{0,60}\(`([a-z_]+\.[a-z_-]+)`\)/g),
    ];
    expect(named.length).toBeGreaterThan(1);
    expect(named.map(([, code = '']) => code).filter((code) => !Object.hasOwn(EN_CODES, code))).toEqual([]);
  },
);

/** The keys of the mapping language: not the names of cidaas's fields, which a block of their own lists. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(keysOf)];
}

test('the reference has every key of the schema', () => {
  const keys = new Set(keysOf(mappingJsonSchema()));
  expect(keys.size).toBeGreaterThan(60);
  const told = (key: string) => new RegExp(`\`${key.replaceAll('.', '\\.')}(?:: [a-z]+)?\``).test(reference);
  expect([...keys].filter((key) => !told(key))).toEqual([]);
});

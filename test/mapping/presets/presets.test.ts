import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { presetModule } from '../../../scripts/preset-texts.ts';
import type { Condition, FieldRule } from '../../../src/mapping/field-rule.ts';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { presetText } from '../../../src/mapping/presets/preset.ts';
import { PRESETS } from '../../../src/mapping/presets/preset-name.ts';
import { type ExportShape, recognisePreset } from '../../../src/mapping/presets/recognise-preset.ts';
import { openExport } from '../../../src/source/open-export.ts';
import type { DocumentKeys } from '../../../src/source/source-settings.ts';
import { AUTO } from '../../source/read-export.ts';

const folder = new URL('../../../src/mapping/presets/', import.meta.url);
const page = readFileSync(new URL('../../../docs/presets.md', import.meta.url), 'utf8');

test('the bundle has the presets as they stand in their files (node scripts/preset-texts.ts)', () => {
  expect(readFileSync(new URL('../../../src/generated/preset-texts.ts', import.meta.url), 'utf8')).toBe(presetModule());
});

test('the reference lists all of them', () => {
  const reference = readFileSync(new URL('../../../docs/reference.md', import.meta.url), 'utf8');
  expect(reference).toContain(PRESETS.map((name) => `\`${name}\``).join(', '));
});

test('every file is a preset', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  expect(files.sort()).toEqual(PRESETS.map((name) => `${name}.yml`).sort());
});

describe.each(PRESETS)('%s', async (name) => {
  const preset = await presetText(name);
  const mapping = parseMapping('', preset.name, preset);

  test('blocks whoever is blocked, and never leaves the status to cidaas by mistake', () => {
    const status = mapping.fields.find(({ field }) => field === 'userStatus');
    expect(status, 'a user without userStatus can log in').toBeDefined();
    if (status === undefined) return;
    expect(alternatives(status).flatMap(statusesOf)).toContain('DECLINED');
    // The last word must be certain: a value for everybody, or a refusal of what is not known.
    expect(isCertain(alternatives(status).at(-1) ?? status)).toBe(true);
  });

  test('gives nobody rights and asks for no second factor', () => {
    expect(mapping.fields.map(({ field }) => field)).not.toContain('roles');
    expect(mapping.fields.map(({ field }) => field)).not.toContain('mfa_enabled');
    expect(mapping.groups).toEqual([]);
    expect(mapping.allowAdminGroups).toBe(false);
  });

  test('sends hashes only as they are recognised, and to no verifier that the mapping does not name', () => {
    expect(mapping.fields.filter(({ field }) => field.startsWith('password_hash_info'))).toEqual([]);
    expect(mapping.password?.carry ?? { verifier: null, ids: {}, optional: false }).toEqual({
      verifier: null,
      ids: {},
      optional: false,
    });
  });

  test('is described', () => {
    const section = page.split(/^## /m).find((each) => each.startsWith(`${name}\n`));
    for (const part of ['The export', 'What is imported', 'What is not imported', 'Passwords'])
      expect(section, `${name}: ${part}`).toContain(`**${part}.**`);
  });
});

function alternatives(rule: FieldRule): FieldRule[] {
  return rule.otherwise === null ? [rule] : [rule, ...alternatives(rule.otherwise)];
}

function statusesOf({ source, change, empty }: FieldRule): unknown[] {
  const table = change?.kind === 'table' ? [...change.table.values(), change.otherwise] : [];
  return [...table, source.kind === 'value' ? source.value : null, empty?.kind === 'default' ? empty.value : null];
}

function isCertain({ source, when, empty }: FieldRule): boolean {
  if (source.kind === 'value') return when === null;
  return empty?.kind === 'refuse' || empty?.kind === 'default';
}

test('a condition that was turned round would be noticed', () => {
  const always: Condition | null = null;
  expect(isCertain({ ...VALUE, when: always })).toBe(true);
  expect(isCertain({ ...VALUE, source: { kind: 'first', refs: [] } })).toBe(false);
});

const VALUE: FieldRule = {
  field: 'userStatus',
  at: '',
  source: { kind: 'value', value: 'VERIFIED' },
  when: null,
  json: null,
  replace: [],
  trim: true,
  case: null,
  list: null,
  change: null,
  unread: false,
  empty: null,
  opaque: false,
  type: null,
  otherwise: null,
};

describe('recognition', async () => {
  const fixtures = new URL('../../fixtures/presets/', import.meta.url);
  const joined = /hashes|Logins|auth-identities|without-credentials/;
  // Without header there is nothing to recognise; the layout needs the preset.
  const headless = /cells\.csv|comment-before-header|lines-before-header/;
  const files = PRESETS.flatMap((name) =>
    readdirSync(new URL(`${name}/`, fixtures)).map((file) => [name, `${name}/${file}`] as const),
  ).filter(([, file]) => !joined.test(file) && !headless.test(file));

  test.each(files)('%s fits %s', async (name, file) => {
    expect(recognisePreset(await shapeOf(new URL(file, fixtures)))?.preset).toBe(name);
  });

  test.each([
    [{ columns: ['sub', 'email', 'given_name'] }],
    [{ keys: ['sub', 'email', 'identities'] }],
    [{ document: ['data'] }],
    [{ columns: ['id', 'email', 'name'] }],
    [{}],
  ])('nothing fits %j', (shape) => {
    expect(recognisePreset(shape)).toBeNull();
  });
});

/** What a run would know of a file: its header, the keys of its first record, or those of the document. */
async function shapeOf(file: URL): Promise<ExportShape> {
  let shape: ExportShape = {};
  const recognise = (found: DocumentKeys) => {
    shape = found;
    return null;
  };
  try {
    const opened = await openExport({ cwd: '/', patterns: fileURLToPath(file), ...AUTO, recognise });
    const [first] = opened.files;
    if (first?.columns) return { columns: first.columns };
    for await (const [record] of opened.records())
      return { keys: record?.body.kind === 'object' ? Object.keys(record.body.object) : [] };
  } catch (error) {
    if (shape.document === undefined) throw error;
  }
  return shape;
}

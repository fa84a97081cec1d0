import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { PRESETS } from '../../../src/mapping/presets/preset-name.ts';
import type { CidaasUser } from '../../../src/user/cidaas-user.ts';
import { PRESET_EXPORTS, PRESET_FIXTURES, UNMUTATED, UNPLANNED } from '../../support/mutants/preset-exports.ts';
import { silentDifferences } from '../../support/mutants/silent-differences.ts';
import { runMutants } from '../../support/mutants/silent-mutants.ts';
import type { PlannedExport, PlannedRow } from '../../support/planned-export.ts';

/**
 * The export of each preset in other shapes: names that changed, marks of nothing, values in lists, pages of a list … What it means
 * is read, refused or counted; never is a user another one without a word.
 *
 * Each run plans the same share of the mutants. All of them, which takes half an hour:
 * `MUTANTS=1 npx vitest run test/mapping/presets/mutants.slow.test.ts`.
 */
const SHARE = Number(process.env.MUTANTS ?? 0.1);
const timeout = Math.max(180_000, SHARE * 3_600_000);

const planned = new Map<string, number>();

const USER: CidaasUser = { email: 'a@example.com', userStatus: 'DECLINED' };
const BLOCKED: PlannedRow = { outcome: 'planned', code: null, message: null, user: USER };

test.each(PRESET_EXPORTS)('$preset/$file in other shapes', { timeout }, async (fixture) => {
  const run = await runMutants(fixture, SHARE);
  for (const [kind, count] of run.planned) planned.set(kind, count);
  const found = [...run.silent].map(
    ([kind, { differences, variants }]) => `${kind} → ${differences.join(', ')} (${variants.join('; ')})`,
  );
  expect(found).toEqual([]);
});

test.each<[string, PlannedRow, Partial<PlannedExport>, string[]]>([
  ['the same user', BLOCKED, {}, []],
  ['a blocked user who can log in', { ...BLOCKED, user: { ...USER, userStatus: 'VERIFIED' } }, {}, ['userStatus']],
  [
    'the same, although the column is named',
    { ...BLOCKED, user: { ...USER, userStatus: 'VERIFIED' } },
    { unread: ['x'] },
    ['userStatus'],
  ],
  ['another address', { ...BLOCKED, user: { ...USER, email: 'b@example.com' } }, {}, ['email']],
  [
    'another address, with a warning',
    { ...BLOCKED, user: { ...USER, email: 'b@example.com' } },
    { warnings: { 'email.x': 1 } },
    [],
  ],
  ['a user who is gone', { ...BLOCKED, outcome: 'skipped', user: null }, {}, ['lost']],
  ['a user who is invalid', { ...BLOCKED, outcome: 'invalid', user: null }, {}, []],
  ['a plan that is refused', { ...BLOCKED, outcome: 'skipped', user: null }, { error: 'refused' }, []],
])('%s is judged right', (_, row, others, differences) => {
  const original = planOf(BLOCKED);
  expect(silentDifferences('same', original, null, { ...planOf(row), ...others })).toEqual(differences);
});

function planOf(row: PlannedRow): PlannedExport {
  return { error: null, rows: new Map([[1, row]]), warnings: {}, unread: [], log: [] };
}

test('every fixture of a preset is mutated', () => {
  const files = PRESETS.flatMap((preset) =>
    readdirSync(join(PRESET_FIXTURES, preset)).map((file) => `${preset}/${file}`),
  );
  const mutated = PRESET_EXPORTS.map(({ preset, file }) => `${preset}/${file}`);
  expect([...new Set([...mutated, ...UNPLANNED, ...UNMUTATED])].sort()).toEqual(files.sort());
});

test('the mutants of all kinds were planned', () => {
  const mutations = new Set([...planned.keys()].map((kind) => /(?:.* · |^\S+ )(.*)$/.exec(kind)?.[1]));
  const count = [...planned.values()].reduce((sum, each) => sum + each, 0);
  console.log(`${count} mutants in ${planned.size} places, of ${mutations.size} kinds`);
  expect(mutations.size).toBeGreaterThanOrEqual(25);
  expect(count).toBeGreaterThan(SHARE * 16_000);
});

afterAll(() => planned.clear());

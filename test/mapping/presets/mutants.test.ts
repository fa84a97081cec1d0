import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PRESETS } from '../../../src/mapping/presets/preset-name.ts';
import { PRESET_EXPORTS, PRESET_FIXTURES, UNPLANNED } from '../../support/mutants/preset-exports.ts';
import { runMutants } from '../../support/mutants/silent-mutants.ts';

/**
 * The export of each preset in other shapes: names that changed, marks of nothing, values in lists, pages of a list … What it means
 * is read, refused or counted; never is a user another one without a word.
 *
 * Each run plans the same share of the mutants. All of them, which takes minutes:
 * `MUTANTS=1 npx vitest run test/mapping/presets/mutants.test.ts`; with `-u` it also writes the list of those that are wrong.
 */
const SHARE = Number(process.env.MUTANTS ?? 0.03);
const timeout = Math.max(120_000, SHARE * 3_600_000);

const isWhole = SHARE >= 1;
/** What this run found. */
const lines: string[] = [];
let count = 0;

/** Kinds of mutants whose differences are still silent: `preset/file place · mutation → what differs`. It only becomes shorter. */
const LIST = join(import.meta.dirname, 'silent-mutants.txt');
const KNOWN = new Map(
  (existsSync(LIST) ? readFileSync(LIST, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [kind = '', differences = ''] = line.split(' → ');
      return [kind, differences.split(', ')];
    }),
);

test.each(PRESET_EXPORTS)('$preset/$file in other shapes', { timeout }, async (fixture) => {
  const { planned, silent } = await runMutants(fixture, SHARE);
  const found = [...silent].flatMap(([kind, { differences, variants }]) => {
    const known = KNOWN.get(kind) ?? [];
    const unknown = differences.filter((difference) => !known.includes(difference));
    return unknown.length === 0 ? [] : [`${kind} → ${unknown.join(', ')} (${variants.join('; ')})`];
  });
  lines.push(...[...silent].map(([kind, { differences }]) => `${kind} → ${differences.join(', ')}`));
  count += [...planned.values()].reduce((sum, each) => sum + each, 0);
  if (!isWhole) expect(found).toEqual([]);
});

test.runIf(isWhole)('the list of silent mutants is complete, and holds no others', async () => {
  console.log(`${count} mutants, ${lines.length} kinds of them silent`);
  await expect(lines.map((line) => `${line}\n`).join('')).toMatchFileSnapshot(LIST);
});

test('every fixture of a preset is mutated', () => {
  const files = PRESETS.flatMap((preset) =>
    readdirSync(join(PRESET_FIXTURES, preset)).map((file) => `${preset}/${file}`),
  );
  const mutated = PRESET_EXPORTS.map(({ preset, file }) => `${preset}/${file}`);
  expect([...new Set([...mutated, ...UNPLANNED])].sort()).toEqual(files.sort());
});

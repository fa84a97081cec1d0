import { createHash } from 'node:crypto';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { presetText } from '../../../src/mapping/presets/preset.ts';
import { type PlannedExport, Planner } from '../planned-export.ts';
import { readDocument, writeDocument } from './export-document.ts';
import { mutantsOf } from './mutations.ts';
import { fixturePath, fixtureText, type PresetExport } from './preset-exports.ts';
import { wrongDifferences } from './right-differences.ts';
import { silentDifferences } from './silent-differences.ts';

/** What came of the mutants of one fixture. */
export interface MutantsRun {
  /** Mutants that were planned, by kind: `keycloak/users.json users.*.enabled · dropped`. */
  readonly planned: ReadonlyMap<string, number>;
  /** Those with a silent difference, by kind: what differed, and in which variants. */
  readonly silent: ReadonlyMap<
    string,
    { readonly differences: readonly string[]; readonly variants: readonly string[] }
  >;
}

/** Plans a fixture and a share (0 to 1) of its mutants, always the same ones. */
export async function runMutants(fixture: PresetExport, share: number): Promise<MutantsRun> {
  const { preset, file, joinedTo, joins = [], mapping } = fixture;
  const others = [...joins, ...(joinedTo === undefined ? [] : [joinedTo])];
  const beside = Object.fromEntries(others.map((name) => [name, fixtureText(preset, name)]));
  // PENDING makes it visible in the user when an address is no longer taken for verified.
  using planner = new Planner(preset, joinedTo ?? file, `${mapping}unverified-email: PENDING\n`, beside);
  const { layout } = parseMapping('', 'mapping.yml', await presetText(preset));
  const document = await readDocument(fixturePath(preset, file), joinedTo === undefined ? layout : undefined);
  const original = await planner.plan(file, writeDocument(document));
  await expectSameUsers(planner, fixture, original);

  const planned = new Map<string, number>();
  const silent = new Map<string, { differences: string[]; variants: string[] }>();
  const emptiedPlans = new Map<string, PlannedExport>();
  for (const { kind, variant, meaning, text, emptied } of mutantsOf(document)) {
    const name = `${preset}/${file} ${kind}`;
    if (positionOf(`${name} ${variant}`) >= share) continue;
    planned.set(name, (planned.get(name) ?? 0) + 1);
    const without = emptied === null ? null : (emptiedPlans.get(emptied) ?? (await planner.plan(file, emptied)));
    if (emptied !== null && without !== null) emptiedPlans.set(emptied, without);
    const judge = (plan: PlannedExport) => wrongDifferences(name, silentDifferences(meaning, original, without, plan));
    let differences = judge(await planner.plan(file, text));
    // The whole plan has more checks, but takes longer: once for each kind.
    const isKnown = differences.every((each) => silent.get(name)?.differences.includes(each));
    if (!isKnown) differences = judge(await planner.run(file, text));
    if (differences.length === 0) continue;
    const found = silent.get(name) ?? { differences: [], variants: [] };
    found.differences = [...new Set([...found.differences, ...differences])].sort();
    found.variants.push(variant);
    silent.set(name, found);
  }
  return { planned, silent };
}

/** Where a mutant stands among all of them, from 0 to 1; does not depend on the others. */
function positionOf(name: string): number {
  return createHash('sha1').update(name).digest().readUInt32BE(0) / 2 ** 32;
}

/** What is mutated must be the fixture, although it is written anew. */
async function expectSameUsers(
  planner: Planner,
  { preset, file }: PresetExport,
  written: PlannedExport,
): Promise<void> {
  const fixture = await planner.plan(file, fixtureText(preset, file));
  const users = ({ rows }: PlannedExport) =>
    JSON.stringify([...rows].map(([row, { user, code }]) => [row, user, code]));
  if (fixture.error !== null || users(fixture) !== users(written))
    throw new Error(`${preset}/${file} is another export when it is written: ${fixture.error ?? written.error}`);
}

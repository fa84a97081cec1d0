import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { afterAll, describe, expect, test } from 'vitest';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { presetText } from '../../../src/mapping/presets/preset.ts';
import { PRESETS } from '../../../src/mapping/presets/preset-name.ts';
import { type PlannedExport, Planner } from '../../support/planned-export.ts';
import { CLOUD_PROMISES } from '../../support/promises/cloud-promises.ts';
import { entriesText } from '../../support/promises/entries-text.ts';
import { FRAMEWORK_PROMISES } from '../../support/promises/framework-promises.ts';
import { PORTAL_PROMISES } from '../../support/promises/portal-promises.ts';
import { ASPECTS, type PresetPromises, type PromiseCase } from '../../support/promises/promise.ts';
import { SERVER_PROMISES } from '../../support/promises/server-promises.ts';
import { SERVICE_PROMISES } from '../../support/promises/service-promises.ts';
import { SHOP_PROMISES } from '../../support/promises/shop-promises.ts';
import { SITE_PROMISES } from '../../support/promises/site-promises.ts';
import { STORE_PROMISES } from '../../support/promises/store-promises.ts';
import { SUITE_PROMISES } from '../../support/promises/suite-promises.ts';

const ALL = [
  SUITE_PROMISES,
  ...[SHOP_PROMISES, SERVER_PROMISES, FRAMEWORK_PROMISES, SERVICE_PROMISES, CLOUD_PROMISES],
  ...[SITE_PROMISES, STORE_PROMISES, PORTAL_PROMISES],
].flat();
const PAGE = readFileSync(new URL('../../../docs/presets.md', import.meta.url), 'utf8');

// How V8 compiles patterns in a process that has compiled many: see `NativeSyntax`.
setFlagsFromString('--no-regexp-optimization');

/** One for each mapping, which is read once. */
const planners = new Map<string, Planner>();
afterAll(() => {
  for (const planner of planners.values()) planner[Symbol.dispose]();
});

/** The promises of a preset, in the order of the columns. */
function promisesOf(name: string): PresetPromises {
  const found = ALL.find(({ preset }) => preset === name);
  if (found === undefined) throw new Error(`nothing is promised about ${name}`);
  return found;
}

test('the table at the beginning of docs/presets.md has these promises, and no others', () => {
  const rows = PRESETS.map((name) => {
    const { promises } = promisesOf(name);
    return `| ${[`[${name}](#${name})`, ...ASPECTS.map((aspect) => promises[aspect].says)].join(' | ')} |`;
  });
  const table = [`| System | ${ASPECTS.join(' | ')} |`, `|${' --- |'.repeat(ASPECTS.length + 1)}`, ...rows].join('\n');
  expect(PAGE.split('\n\n').find((part) => part.startsWith('| System |'))).toBe(table);
  expect(ALL).toHaveLength(PRESETS.length);
});

describe.each(PRESETS)('%s', (name) => {
  const given = promisesOf(name);
  describe.each(ASPECTS)('%s', (aspect) => {
    const { says, cases } = given.promises[aspect];
    test(says, async () => {
      expect(cases.length).toBeGreaterThan(0);
      for (const each of cases) await keeps(given, each);
    });
  });
});

async function keeps(given: PresetPromises, promised: PromiseCase): Promise<void> {
  if (promised.noRule !== undefined) {
    const preset = await presetText(given.preset);
    expect(parseMapping('', preset.name, preset)[promised.noRule]).toBeNull();
    return;
  }
  const plan = await planOf(given, promised);
  const shown = JSON.stringify(promised);
  if (promised.refused !== undefined) {
    expect(plan.error, shown).toContain(promised.refused);
    return;
  }
  // Ada may log in; a rule that refuses or blocks everybody keeps no promise.
  const ada = plan.rows.get(1);
  const ben = plan.rows.get(2);
  expect(ada?.user?.userStatus, `ada, ${shown}: ${plan.error} ${ada?.code}`).toBe('VERIFIED');
  expect(plan.rows.size).toBe(2);
  if (promised.invalid !== undefined) {
    expect([ben?.outcome, ben?.code], shown).toEqual(['invalid', promised.invalid]);
    return;
  }
  if (promised.skipped !== undefined) {
    expect([ben?.outcome, ben?.message], shown).toEqual(['skipped', promised.skipped]);
    return;
  }
  expect(ben?.user, `${shown}: ${plan.error} ${ben?.code}`).toMatchObject({
    userStatus: promised.status ?? 'VERIFIED',
  });
  if (promised.sentAs !== undefined)
    expect(ben?.user?.password_hash_info?.algorithmTypeId ?? null, shown).toBe(promised.sentAs);
  if (promised.counted !== undefined) {
    // What no user of the export has, is counted for ada as well.
    const withoutSub = [ada, ben].filter((each) => each?.user?.sub === undefined).length;
    const count = promised.counted === 'sub.missing' ? withoutSub : 1;
    expect(plan.warnings, shown).toMatchObject({ [promised.counted]: count });
    expect(count).toBeGreaterThan(0);
  }
  if (promised.logged !== undefined) expect(plan.log.join('\n'), shown).toContain(promised.logged);
}

function planOf(given: PresetPromises, promised: PromiseCase): Promise<PlannedExport> {
  const { joined } = promised;
  const file = promised.file ?? given.file;
  const beside = joined === undefined ? {} : { [joined.name]: joined.text };
  const mapping = `${promised.mapping ?? given.mapping ?? ''}unverified-email: PENDING\n`;
  const key = JSON.stringify([given.preset, file, mapping, beside]);
  const planner = planners.get(key) ?? new Planner(given.preset, file, mapping, beside);
  planners.set(key, planner);
  return planner.plan(file, entriesText({ ...given, file }, promised.given ?? {}));
}

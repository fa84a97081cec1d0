import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileMapping } from '../../src/mapping/compile/compile.ts';
import { Overruns } from '../../src/mapping/compile/overruns.ts';
import { parseMapping } from '../../src/mapping/file/mapping-file.ts';
import type { Mapping } from '../../src/mapping/mapping.ts';
import { type ChunkDecision, decideChunk } from '../../src/plan/decide-chunk.ts';
import { type DecisionThreads, decisionsInOrder } from '../../src/plan/decisions-in-order.ts';
import { rowRules } from '../../src/run/row-preparation.ts';
import { openExport } from '../../src/source/open-export.ts';
import type { Export, SourceRecord } from '../../src/source/record.ts';
import { inChunks, PLAN_NOW, planOf } from '../support/plan-of.ts';
import { tempFolder } from '../support/temp-folder.ts';

const AUTO = { format: 'auto', encoding: 'auto', delimiter: 'auto', exportKey: null } as const;

/** Threads that answer late and in any order. Each has mappers of its own and gets copies, as a real thread does. */
async function lateThreads({ files }: Export, mapping: Mapping | null, count: number, waits: readonly number[]) {
  const { rules } = await rowRules(mapping, PLAN_NOW, (text) => String(text.length));
  const overruns = new Overruns(() => 0);
  const open = () =>
    Promise.all(files.map((file) => compileMapping(mapping, file.columns, { now: PLAN_NOW, overruns })));
  const mappers = await Promise.all(Array.from({ length: count }, open));
  let asked = 0;
  return {
    maxPending: 2 * count + 1,
    update: async () => undefined,
    decide(chunk: readonly SourceRecord[]) {
      const turn = asked++;
      const wait = waits[turn % waits.length] ?? 0;
      // As when all of them have enough to do.
      if (wait === 3) return null;
      const mapper = mappers[turn % count]?.[chunk[0]?.file ?? 0];
      if (mapper === undefined) throw new Error('no mapper');
      const given = structuredClone(chunk);
      const take = { mapper, takeOverruns: () => overruns.take(), breathe: () => undefined };
      const decided = decideChunk(given, { ...rules, ...take }).then((decision) => structuredClone(decision));
      return (async () => {
        for (let turns = 0; turns < wait; turns += 1) await new Promise(setImmediate);
        return decided;
      })();
    },
  } satisfies DecisionThreads;
}

const MAPPING = `
duplicates: last
skip:
  - { reason: guest, when: { from: kind, is: guest } }
fields:
  sub: { from: id, when: { from: id, empty: false } }
  email: contact.mail
  username: { from: login, case: lower }
  given_name: first
  birthdate: { from: born, date: dd.MM.yyyy }
  userStatus: [{ from: state, table: { on: VERIFIED, off: DECLINED } }, { value: VERIFIED }]
  customFields.code: { from: code, replace: { find: '^x+', with: y } }
password: { from: hash, optional: true, unproven: accept }
`;

const word = fc.string({ unit: fc.constantFrom('a', 'B', 'ß', ' ', '\u200b', 'NULL', '0', '@', 'x'), maxLength: 4 });
const mail = fc.nat(6).map((n) => `user${n}@example.com`);
const record = fc.record(
  {
    id: fc.oneof(fc.nat(9).map(String), word),
    contact: fc.oneof(fc.record({ mail: fc.oneof(mail, word) }), fc.record({ main: mail }), fc.constant(null)),
    login: word,
    first: fc.oneof(word, fc.integer(), fc.array(word, { maxLength: 2 })),
    born: fc.constantFrom('01.02.1990', '31.02.1990', '', 'never'),
    state: fc.constantFrom('on', 'off', 'frozen', ''),
    code: fc.constantFrom('xx1', '#NV', '="7"', ''),
    kind: fc.constantFrom('guest', 'user'),
    hash: fc.constantFrom('', '$2y$10$Q1w2E3r4T5y6U7i8O9p0A.LuRihmwYsTdfAoAioNquWorrCYW98yi', 'plain'),
    is_locked: fc.constantFrom('yes', 'no', ''),
    note: fc.oneof(word, fc.dictionary(word, word, { maxKeys: 2 })),
  },
  { requiredKeys: [] },
);
const lines = fc.array(
  fc.oneof({ weight: 9, arbitrary: record.map((each) => JSON.stringify(each)) }, fc.constant('{')),
  {
    minLength: 1,
    maxLength: 30,
  },
);

test('the same plan, rows, warnings and findings with any number of threads, whatever their order', async () => {
  using folder = tempFolder();
  const mapping = parseMapping(MAPPING, 'mapping.yml');
  let run = 0;
  const outcomes = new Set<unknown>();
  await fc.assert(
    fc.asyncProperty(
      ...[
        lines,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(1, 3),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 9 }),
      ],
      fc.boolean(),
      async (texts, size, count, waits, isMapped) => {
        run += 1;
        const half = Math.ceil(texts.length / 2);
        writeFileSync(folder.file(`${run}-a.ndjson`), `${texts.slice(0, half).join('\n')}\n`);
        writeFileSync(
          folder.file(`${run}-b.ndjson`),
          `${[...texts.slice(half), ...texts.slice(0, 3)].join('\n')}\n{}\n`,
        );
        const opened = await openExport({ cwd: folder.path, patterns: `${run}-*.ndjson`, ...AUTO });
        const chosen = isMapped ? mapping : null;
        const exported = inChunks(opened, size);
        const alone = await planOf(exported, chosen);
        const threads = await lateThreads(exported, chosen, count, waits);
        expect(await planOf(exported, chosen, { threads })).toEqual(alone);
        for (const { state } of alone.rows) outcomes.add(state);
      },
    ),
    { numRuns: 40, seed: 17 },
  );
  // The exports have what the plan decides about.
  expect([...outcomes].sort()).toEqual(['duplicate', 'invalid', 'planned', 'skipped']);
});

const records = (row: number): readonly SourceRecord[] => [
  { row, file: 0, line: row, body: { kind: 'cells', cells: [] } },
];
const NOTHING = { rows: [], bodies: '', unwatched: [], sightings: [], overruns: [] } as unknown as ChunkDecision;

test('what reading throws comes after the chunks before it, and a decision that fails before what comes after', async () => {
  async function* chunks() {
    yield* [records(1), records(2), records(3)];
    throw new Error('the file changed');
  }
  const taken: number[] = [];
  const take = async (failing: number) => {
    const threads = {
      maxPending: 9,
      update: async () => undefined,
      decide: async ([first]: readonly SourceRecord[]) => {
        if (first?.row === failing) throw new Error('a bug');
        return NOTHING;
      },
    };
    for await (const { chunk, decision } of decisionsInOrder(chunks(), () => Promise.resolve(NOTHING), threads)) {
      await decision;
      taken.push(chunk[0]?.row ?? 0);
    }
  };
  await expect(take(0)).rejects.toThrow('the file changed');
  expect(taken.splice(0)).toEqual([1, 2, 3]);
  await expect(take(2)).rejects.toThrow('a bug');
  expect(taken).toEqual([1]);
});

test('no more chunks are read than may wait', async () => {
  let read = 0;
  async function* chunks() {
    for (;;) yield records(++read);
  }
  const threads = { maxPending: 3, update: async () => undefined, decide: async () => NOTHING };
  let mostAhead = 0;
  for await (const { chunk } of decisionsInOrder(chunks(), () => Promise.resolve(NOTHING), threads)) {
    mostAhead = Math.max(mostAhead, read - (chunk[0]?.row ?? 0) + 1);
    if (chunk[0]?.row === 20) break;
  }
  expect(mostAhead).toBe(3);
});

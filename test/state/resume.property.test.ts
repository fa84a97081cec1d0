import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import { createKeys } from '../../src/state/keys.ts';
import { restoreOutcomes } from '../../src/state/resume.ts';
import type { ResumeEntry } from '../../src/state/resume-file.ts';
import { tempFolder } from '../support/temp-folder.ts';

const { fingerprint } = createKeys('a secret of the tests', {
  repository: '',
  workflow: '',
  tenant: 'https://a.example',
});
const body = (user: number, version: number): string => `{"email":"user${user}@example.com","nickname":"${version}"}`;

/** A user in the resume file of an earlier run: which one, in which version, with which outcome. */
const resumeEntries = fc.uniqueArray(
  fc.record({
    user: fc.integer({ min: 1, max: 20 }),
    version: fc.integer({ min: 1, max: 3 }),
    outcome: fc.constantFrom<ResumeEntry['outcome']>('created', 'updated', 'failed', 'unknown'),
  }),
  { selector: ({ user }) => user, maxLength: 20 },
);
/** The users of this run, in any order. */
const planned = fc.uniqueArray(
  fc.record({ user: fc.integer({ min: 1, max: 20 }), version: fc.integer({ min: 1, max: 3 }) }),
  { selector: ({ user }) => user, maxLength: 20 },
);

test('exactly the users that are the same and were settled are restored, wherever their rows are', async () => {
  using folder = tempFolder();
  let files = 0;
  await fc.assert(
    fc.asyncProperty(resumeEntries, planned, async (memory, plan) => {
      const ledger = new Ledger(folder.file(`ledger-${files++}.db`));
      try {
        ledger.add(
          plan.map(({ user, version }, at) => ({
            ...{ row: at + 1, file: 0, line: at + 1, outcome: 'planned' as const },
            ...{ body: body(user, version), keys: [user] },
          })),
        );
        const before = new Map(memory.map((one) => [body(one.user, one.version), one]));
        const expected = plan.map(({ user, version }) => before.get(body(user, version))?.outcome);
        const isSettled = (outcome: string | undefined) => outcome === 'created' || outcome === 'updated';

        const result = await restoreOutcomes(ledger, entriesOf(memory), fingerprint);
        const rows = expected.filter(isSettled).length;
        const refused = expected.filter((outcome) => outcome === 'failed').length;
        const known = memory.filter(({ outcome }) => outcome !== 'unknown').length;
        expect(result).toEqual({ rows, refused, isComplete: rows + refused === known });
        const now = new Map([...ledger.rows(['created', 'updated', 'planned'])].map((row) => [row.row, row]));
        expected.forEach((outcome, at) => {
          expect(now.get(at + 1)?.outcome).toBe(isSettled(outcome) ? outcome : 'planned');
          if (isSettled(outcome)) expect(now.get(at + 1)?.sub).toBe(`sub of ${plan[at]?.user}`);
        });
      } finally {
        ledger.close();
      }
    }),
    { numRuns: 100, seed: 3 },
  );
});

async function* entriesOf(
  memory: readonly { user: number; version: number; outcome: ResumeEntry['outcome'] }[],
): AsyncGenerator<ResumeEntry> {
  for (const [at, { user, version, outcome }] of memory.entries())
    yield { row: at + 1, fingerprint: fingerprint(body(user, version)), outcome, sub: `sub of ${user}`, code: null };
}

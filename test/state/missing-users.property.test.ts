import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AccountChanges } from '../../src/ledger/account-changes.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { planUndo } from '../../src/ledger/undo-plan.ts';
import { compareWithState, userFingerprint } from '../../src/state/delta.ts';
import { createKeys } from '../../src/state/keys.ts';
import { KnownUsers } from '../../src/state/known-users.ts';
import type { StateEntry, StateMark } from '../../src/state/state-file.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const { fingerprint } = createKeys('a secret of the tests', { repository: '', workflow: '', tenant: '' });
const fingerprintOf = userFingerprint(fingerprint, ['userStatus']);
const signal = new AbortController().signal;
const subOf = (id: number) => `sub-${id}`;

/** A night: who is in the export, in which version and with which status; what happens to the missing, and to whom it does not. */
const nights = fc.array(
  fc.record({
    exported: fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 1, max: 15 }), name: fc.constantFrom('Anna', 'Ben'), hasStatus: fc.boolean() }),
      { selector: ({ id }) => id, maxLength: 15 },
    ),
    action: fc.constantFrom('report' as const, 'block' as const, 'delete' as const),
    refused: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
    unanswered: fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 4 }),
  }),
  { minLength: 2, maxLength: 6 },
);

interface Night {
  readonly exported: readonly { readonly id: number; readonly name: string; readonly hasStatus: boolean }[];
  readonly action: 'report' | 'block' | 'delete';
  readonly refused: readonly number[];
  readonly unanswered: readonly number[];
}

/** What the tenant and the state must know of a user after a night. */
interface Known {
  readonly name: string;
  readonly mark: StateMark;
}

async function openNight(ledger: Ledger, state: readonly StateEntry[]): Promise<KnownUsers> {
  const known = new KnownUsers(ledger);
  await known.load(
    (async function* () {
      yield state;
    })(),
  );
  return known;
}

async function play(ledger: Ledger, night: Night, state: readonly StateEntry[]) {
  const known = await openNight(ledger, state);
  ledger.add(
    night.exported.map(({ id, name, hasStatus }, at) => {
      const status = hasStatus ? { userStatus: 'PENDING' } : {};
      const body = JSON.stringify({ sub: subOf(id), email: `${id}@example.com`, given_name: name, ...status });
      return { row: at + 1, file: 0, line: at + 2, outcome: 'planned', body, fingerprint: fingerprintOf(body) };
    }),
  );
  const delta = await compareWithState({
    ...{ ledger, known, fingerprint, signal },
    ...{ createOnly: ['userStatus'], leaveOut: true },
  });
  const missing = known.missing(100);
  if (night.action !== 'report') known.planMissing(night.action);
  const sent = [...ledger.rows(['planned'])].map(({ row }) => JSON.parse(ledger.sentUser(row)[0]?.body ?? '{}'));
  ledger.settle([...ledger.rows(['planned'])].map(({ row }) => ({ row, outcome: 'updated' })));
  const changes = new AccountChanges(ledger);
  const outcome = night.action === 'block' ? 'blocked' : 'deleted';
  for (let change = changes.next(0); change !== null; change = changes.next(change)) {
    const [account] = changes.waiting(change);
    const has = (ids: readonly number[]) => ids.some((id) => subOf(id) === account?.sub);
    const reply = has(night.unanswered) ? 'unknown' : has(night.refused) ? 'failed' : outcome;
    changes.settle([{ row: change, outcome: reply }]);
  }
  return {
    delta,
    missing,
    sent,
    changes: changes.totals(),
    hasChanged: known.haveChanged(),
    next: [...known.entries()],
  };
}

function marksOf(entries: readonly StateEntry[]): [string, StateMark][] {
  return entries.map(({ details, mark }): [string, StateMark] => [JSON.parse(details)[0], mark]).sort();
}

it('a user who leaves is changed once, one who comes back is new, and a run that is taken back is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(
      nights,
      fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { minLength: 1 }),
      async (plays, undone) => {
        using folder = tempFolder();
        const model = new Map<number, Known>();
        let state: readonly StateEntry[] = [];
        for (const [number, night] of plays.entries()) {
          using ledger = openLedger(folder.file(`${number}.db`));
          const played = await play(ledger, night, state);
          const exported = new Map(night.exported.map((user) => [user.id, user]));
          const wasChanged = (id: number) => ['blocked', 'uncertain'].includes(model.get(id)?.mark ?? '');
          const isNew = (id: number) => !model.has(id) || wasChanged(id);
          const left = [...model].filter(([id, { mark }]) => !exported.has(id) && mark !== 'blocked').map(([id]) => id);
          expect(played.delta.new).toBe(night.exported.filter(({ id }) => isNew(id)).length);
          expect(played.delta.changed).toBe(
            night.exported.filter(({ id, name }) => !isNew(id) && model.get(id)?.name !== name).length,
          );
          expect(played.missing.total).toBe(left.length);
          expect(played.changes.total).toBe(night.action === 'report' ? 0 : left.length);
          // A user who was blocked, or may have been, has a status again; of others a delta leaves it to the tenant.
          for (const { sub, userStatus } of played.sent) {
            const id = Number(sub.slice('sub-'.length));
            const own = exported.get(id)?.hasStatus ? 'PENDING' : undefined;
            if (wasChanged(id)) expect(userStatus).toBe(own ?? 'VERIFIED');
            else expect(userStatus).toBe(model.has(id) ? undefined : own);
          }
          for (const { id, name } of night.exported) model.set(id, { name, mark: 'present' });
          for (const id of left) {
            const isUnanswered = night.action !== 'report' && night.unanswered.includes(id);
            const isDone = night.action !== 'report' && !isUnanswered && !night.refused.includes(id);
            const isUncertain = isUnanswered || model.get(id)?.mark === 'uncertain';
            if (isDone && night.action === 'delete') model.delete(id);
            else
              model.set(id, {
                name: model.get(id)?.name ?? '',
                mark: isDone ? 'blocked' : isUncertain ? 'uncertain' : 'missing',
              });
          }
          if (!played.hasChanged) expect(played.next).toEqual(state);
          state = played.next;
          expect(marksOf(state)).toEqual([...model].map(([id, { mark }]) => [subOf(id), mark]).sort());
        }
        using ledger = openLedger(folder.file('undo.db'));
        const known = await openNight(ledger, state);
        await planUndo(
          ledger,
          (async function* () {
            for (const id of undone) yield { sub: subOf(id) };
          })(),
        );
        const changes = new AccountChanges(ledger);
        const kept = undone.filter((_, at) => at % 3 === 2);
        changes.settle(undone.map((id, at) => ({ row: at + 1, outcome: kept.includes(id) ? 'kept' : 'undone' })));
        const gone = new Set(undone.filter((id) => !kept.includes(id)));
        expect(marksOf([...known.entries()])).toEqual(
          [...model]
            .filter(([id]) => !gone.has(id))
            .map(([id, { mark }]) => [subOf(id), mark])
            .sort(),
        );
      },
    ),
    { numRuns: 40 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { compareWithState, userFingerprint } from '../../src/state/delta.ts';
import { createKeys } from '../../src/state/keys.ts';
import { KnownUsers } from '../../src/state/known-users.ts';
import type { StateEntry } from '../../src/state/state-file.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const { fingerprint } = createKeys('a secret of the tests', { repository: '', workflow: '', tenant: '' });
const CREATE_ONLY = ['userStatus'];
const fingerprintOf = userFingerprint(fingerprint, CREATE_ONLY);

interface User {
  readonly id: number;
  readonly hasSub: boolean;
  readonly name: string;
  readonly hash: string;
  readonly userStatus: string;
}

const users = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 60 }),
    hasSub: fc.boolean(),
    name: fc.constantFrom('Anna', 'Ben'),
    hash: fc.constantFrom('one', 'two'),
    userStatus: fc.constantFrom('VERIFIED', 'PENDING'),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
);

function bodyOf({ id, hasSub, name, hash, userStatus }: User): string {
  const password_hash_info = { algorithmTypeId: 'CUSTOM_X', passwordHash: hash };
  const sub = hasSub ? { sub: `sub-${id}` } : {};
  return JSON.stringify({ ...sub, email: `${id}@example.com`, given_name: name, userStatus, password_hash_info });
}

/** Plans these users as an export, and compares them with a state. */
async function compare(ledger: Ledger, exported: readonly User[], state: readonly StateEntry[], leaveOut: boolean) {
  const known = new KnownUsers(ledger);
  await known.load(entriesOf(state));
  ledger.add(
    exported.map((user, at) => {
      const body = bodyOf(user);
      return { row: at + 1, file: 0, line: at + 2, outcome: 'planned', body, fingerprint: fingerprintOf(body) };
    }),
  );
  const signal = new AbortController().signal;
  const delta = await compareWithState({
    ...{ ledger, known, fingerprint, leaveOut, signal },
    createOnly: CREATE_ONLY,
  });
  return { delta, known };
}

async function* entriesOf(state: readonly StateEntry[]): AsyncGenerator<readonly StateEntry[]> {
  yield state;
}

/** The tenant takes everybody who is sent, and names nobody. */
function takeAll(ledger: Ledger): void {
  const rows = [...ledger.rows(['planned'])];
  ledger.settle(rows.map(({ row }) => ({ row, outcome: 'created' })));
}

it('a delta sends exactly who is new or changed, in whatever order the export stands', async () => {
  await fc.assert(
    fc.asyncProperty(users, users, fc.boolean(), async (before, after, keepsOrder) => {
      using folder = tempFolder();
      using first = openLedger(folder.file('first.db'));
      const { known } = await compare(first, before, [], false);
      takeAll(first);
      const state = [...known.entries()];
      expect(state).toHaveLength(before.length);

      // Of an export in its usual order most users stay the same; of another one, who is the same stands anywhere.
      const exported = keepsOrder ? before.map((user) => after.find(({ id }) => id === user.id) ?? user) : after;
      using second = openLedger(folder.file('second.db'));
      const compared = await compare(second, exported, state, true);

      const was = new Map(before.map((user) => [user.id, user]));
      const isSame = (user: User): boolean => {
        const old = was.get(user.id);
        return old !== undefined && old.name === user.name && old.hash === user.hash && old.hasSub === user.hasSub;
      };
      // A sub that the state has no word of is no other sub: such a user is known by the address.
      const isKnown = ({ id }: User) => was.has(id);
      expect(compared.delta.new).toBe(exported.filter((user) => !isKnown(user)).length);
      const planned = new Set([...second.rows(['planned'])].map(({ row }) => row));
      exported.forEach((user, at) => {
        if (isSame(user)) expect(planned.has(at + 1)).toBe(false);
        if (!isKnown(user)) expect(planned.has(at + 1)).toBe(true);
        const old = was.get(user.id);
        if (old !== undefined && (old.name !== user.name || old.hash !== user.hash)) expect(planned).toContain(at + 1);
      });
      const missing = before.filter(({ id }) => !exported.some((user) => user.id === id));
      expect(compared.known.missing(100).total).toBe(missing.length);

      // Nobody is lost from the state, and the next delta has nothing to do.
      takeAll(second);
      const next = [...compared.known.entries()];
      expect(next).toHaveLength(new Set([...before, ...exported].map(({ id }) => id)).size);
      using third = openLedger(folder.file('third.db'));
      const again = await compare(third, exported, next, true);
      expect(again.delta).toMatchObject({ new: 0, changed: 0, unchanged: exported.length });
      expect(again.known.missing(100)).toMatchObject({ total: missing.length, newlyMissing: 0 });
      expect(again.known.haveChanged()).toBe(false);
      expect([...again.known.entries()]).toEqual(next);
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as answers from '../../src/tenant/answers.ts';
import type { OutgoingUser, RowAnswer } from '../../src/tenant/bulk-answer.ts';
import { printed } from '../support/printed.ts';

/** With the subs of the tenant as strings. */
const matchAnswers = (users: readonly OutgoingUser[], body: unknown): PrintedAnswer[] | null =>
  printed(answers.matchAnswers(users, body));
type PrintedAnswer = { readonly row: number; readonly state: RowAnswer['state']; readonly sub?: string | null };

/** What really became of a user, and how its entry names it. */
interface Truth {
  readonly entity: Readonly<Record<string, unknown>>;
  readonly state: 'CREATED' | 'UPDATED' | 'FAILED';
  /** The account the user really has; null for a failed one. */
  readonly account: string | null;
  readonly naming: Naming;
}

interface Naming {
  readonly key: 'process_state' | 'processState' | 'state' | 'status';
  readonly by: 'sub and identifier' | 'identifier' | 'bare identifier' | 'entry' | 'identity';
  readonly identifier: 'email' | 'username' | 'mobile_number';
  readonly upper: boolean;
  /** The sub in the entry is replaced by one that nobody in the request has (only where the row has its own). */
  readonly foreignSub: boolean;
  /** The whole entry names somebody who is not in the request. */
  readonly renamed: boolean;
}

const naming: fc.Arbitrary<Naming> = fc.record({
  key: fc.constantFrom('process_state', 'processState', 'state', 'status'),
  by: fc.constantFrom('sub and identifier', 'sub and identifier', 'identifier', 'bare identifier', 'entry', 'identity'),
  identifier: fc.constantFrom('email', 'username', 'mobile_number'),
  upper: fc.boolean(),
  foreignSub: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  renamed: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
});

/** Users whose identifiers differ, except that users with subs may share an e-mail (another provider). */
const truths: fc.Arbitrary<Truth[]> = fc
  .array(
    fc.record({
      hasSub: fc.boolean(),
      sharesEmail: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0),
      inIdentities: fc.boolean(),
      state: fc.constantFrom('CREATED' as const, 'UPDATED' as const, 'FAILED' as const),
      naming,
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((drafts) => drafts.map((draft, at) => truthOf(draft, at)));

function truthOf(
  draft: { hasSub: boolean; sharesEmail: boolean; inIdentities: boolean; state: Truth['state']; naming: Naming },
  at: number,
): Truth {
  const { hasSub, state } = draft;
  const email = draft.sharesEmail && hasSub ? 'Shared@example.com' : `User${at}@example.com`;
  const person = { email, username: `user.${at}`, mobile_number: `+49170000${at}` };
  const sub = hasSub ? { sub: `sub-${at}` } : {};
  const entity = draft.inIdentities ? { ...sub, identities: [{ provider: 'self', ...person }] } : { ...sub, ...person };
  const account = state === 'FAILED' ? null : hasSub ? `sub-${at}` : `new-${at}`;
  return { entity, state, account, naming: draft.naming };
}

function personOf({ entity }: Truth): Record<string, string> {
  const identities = entity.identities as Record<string, string>[] | undefined;
  return identities?.[0] ?? (entity as Record<string, string>);
}

/** The entry that a tenant in its strangest mood would send for this user. */
function entryOf(truth: Truth): Record<string, unknown> {
  const { key, by, identifier, upper, foreignSub, renamed } = truth.naming;
  const value = renamed ? `stranger-${personOf(truth)[identifier]}` : String(personOf(truth)[identifier]);
  const shown = upper ? value.toUpperCase() : value.toLowerCase();
  const ownSub = truth.account ?? 'ANONYMOUS';
  const sub =
    (foreignSub && truth.entity.sub !== undefined && truth.account !== null) || (renamed && truth.account !== null)
      ? 'sub-stranger'
      : ownSub;
  const state = { [key]: upper ? truth.state : truth.state.toLowerCase() };
  switch (by) {
    case 'sub and identifier':
      return { sub, identifier: { [identifier]: shown }, ...state };
    case 'identifier':
      return { identifier: { [identifier]: shown }, ...state };
    case 'bare identifier':
      return { identifier: shown, ...state };
    case 'entry':
      return { [identifier]: shown, ...state };
    case 'identity':
      return { sub: 'ANONYMOUS', identities: [{ [identifier]: shown }], ...state };
  }
}

function requestOf(people: readonly Truth[]): OutgoingUser[] {
  // Every other one with its sub beside the body, as the ledger hands them out where there is one to be had so.
  return people.map(({ entity }, at) => ({
    row: at + 1,
    body: JSON.stringify(entity),
    sub: at % 2 === 0 && typeof entity.sub === 'string' && entity.identities === undefined ? entity.sub : null,
  }));
}

/** Nothing of an answer may be wrong: a state is the true one, a sub is the user's own account. Not knowing is allowed. */
function expectNothingWrong(answers: readonly PrintedAnswer[], people: readonly Truth[]): void {
  expect(answers.map(({ row }) => row)).toEqual(people.map((_, at) => at + 1));
  answers.forEach((answer, at) => {
    const truth = people[at];
    if (answer.state === 'uncertain' || truth === undefined) return;
    expect(answer.state).toBe(truth.state.toLowerCase());
    if (answer.state !== 'failed' && answer.sub !== null) expect(answer.sub).toBe(truth.account);
  });
}

describe('named entries', () => {
  test('in any order, lost, repeated, renamed, among strangers, in any case: no wrong state, no foreign sub', () => {
    const scene = truths.chain((people) =>
      fc.record({
        people: fc.constant(people),
        // Indexes with repeats and gaps: any permutation, any loss, any duplication.
        picked: fc.array(fc.nat({ max: people.length - 1 }), { maxLength: people.length * 2 }),
        // One user's only entry is taken for its own, so a stranger's cannot stand in its place.
        strangers: fc.array(fc.constantFrom('CREATED', 'UPDATED', 'FAILED'), { maxLength: people.length > 1 ? 2 : 0 }),
      }),
    );
    fc.assert(
      fc.property(scene, ({ people, picked, strangers }) => {
        const entries: unknown[] = picked.flatMap((at) => people.slice(at, at + 1)).map(entryOf);
        const unknown = strangers.map((state, at) => ({
          sub: `sub-unknown-${at}`,
          state,
          identifier: { email: `unknown-${at}@example.com` },
        }));
        entries.unshift(...unknown);
        const answers = matchAnswers(requestOf(people), { process_states: entries });
        if (entries.length === 0) expect(answers).toBeNull();
        else expectNothingWrong(answers ?? [], people);
      }),
      { numRuns: 2_000 },
    );
  });

  test('that are all there are all understood, in any order', () => {
    const clear = truths.map((people) =>
      people.filter(
        ({ naming, entity }) => !naming.renamed && !naming.foreignSub && !JSON.stringify(entity).includes('Shared'),
      ),
    );
    const scene = clear.chain((people) =>
      fc.record({
        people: fc.constant(people),
        order: fc.shuffledSubarray([...people.keys()], { minLength: people.length }),
      }),
    );
    fc.assert(
      fc.property(scene, ({ people, order }) => {
        fc.pre(people.length > 0);
        const entries = order.flatMap((at) => people.slice(at, at + 1)).map(entryOf);
        const answers = matchAnswers(requestOf(people), { process_states: entries }) ?? [];
        expectNothingWrong(answers, people);
        expect(answers.filter(({ state }) => state === 'uncertain')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test('nameless entries among named ones, reordered, and lost or repeated: no wrong state, no foreign sub', () => {
  // Lost and repeated at once cannot be told from whole when nothing has a name; either alone can, by the count.
  const scene = truths.chain((people) =>
    fc.record({
      people: fc.constant(people),
      nameless: fc.array(fc.boolean(), { minLength: people.length, maxLength: people.length }),
      fault: fc.oneof(
        fc.record({ kind: fc.constant('lost' as const), at: fc.subarray([...people.keys()]) }),
        fc.record({ kind: fc.constant('repeated' as const), at: fc.subarray([...people.keys()]) }),
      ),
      seed: fc.array(fc.nat(), { minLength: people.length * 2, maxLength: people.length * 2 }),
    }),
  );
  fc.assert(
    fc.property(scene, ({ people, nameless, fault, seed }) => {
      const whole = people.map((truth, at) =>
        nameless[at] ? { sub: 'ANONYMOUS', state: truth.state } : entryOf(truth),
      );
      const faulty =
        fault.kind === 'lost'
          ? whole.filter((_, at) => !fault.at.includes(at))
          : [...whole, ...fault.at.map((at) => whole[at])];
      const shuffled = faulty.map((entry, at) => ({ entry, key: seed[at] ?? 0 })).sort((a, b) => a.key - b.key);
      const answers = matchAnswers(
        requestOf(people),
        shuffled.map(({ entry }) => entry),
      );
      if (answers !== null) expectNothingWrong(answers, people);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever JSON comes, it is no answer, or exactly one answer a row', () => {
  const word = fc.constantFrom('CREATED', 'UPDATED', 'FAILED', 'ANONYMOUS', 'sub-0', 'user0@example.com', '', 'x');
  const value = fc.oneof(word, fc.jsonValue());
  const entry = fc.oneof(
    value,
    fc.record(
      {
        sub: value,
        state: value,
        status: value,
        process_state: value,
        identifier: fc.oneof(value, fc.record({ email: value, sub: value }, { requiredKeys: [] })),
        identities: value,
        error: value,
        message: value,
      },
      { requiredKeys: [] },
    ),
  );
  const list = fc.array(entry, { maxLength: 6 });
  const body = fc.oneof(
    value,
    list,
    fc.record(
      { process_states: list, data: fc.oneof(list, value), success: fc.oneof(fc.boolean(), value) },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(truths, body, (people, answer) => {
      const found = matchAnswers(requestOf(people), answer);
      if (found === null) return;
      expect(found.map(({ row }) => row)).toEqual(people.map((_, at) => at + 1));
      for (const given of found)
        if (typeof given.sub === 'string') expect(given.sub.toUpperCase()).not.toContain('ANONYMOUS');
    }),
    { numRuns: 1_000 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.ts';
import type { PlannedRow } from '../../src/plan/row.ts';
import { OUTCOMES, type Outcome } from '../../src/plan/row.ts';
import { accountingError } from '../../src/report/run-outcome.ts';
import { tempFolder } from '../support/temp-folder.ts';

const ROWS = 12;
const why = { code: 'why', field: null, message: 'why', hint: '' };
const rows = fc.uniqueArray(fc.integer({ min: 1, max: ROWS }), { minLength: 1, maxLength: 6 });

/** What may happen to a ledger, in whatever order; `reopen` is the end of the process. */
type Step =
  | { readonly kind: 'sending' | 'waiting'; readonly rows: readonly number[] }
  | {
      readonly kind: 'settle';
      readonly rows: readonly number[];
      readonly outcome: 'created' | 'updated' | 'failed' | 'unknown' | 'unsent';
    }
  | { readonly kind: 'reopen' | 'close accounts' };

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.record({ kind: fc.constantFrom('sending', 'waiting'), rows }),
    fc.record({
      kind: fc.constant('settle'),
      rows,
      outcome: fc.constantFrom('created', 'updated', 'failed', 'unknown', 'unsent'),
    }),
    fc.record({ kind: fc.constantFrom('reopen', 'close accounts') }),
  ),
  { maxLength: 12 },
);

const plans = fc.array(fc.constantFrom<PlannedRow['outcome']>('planned', 'planned', 'planned', 'invalid', 'skipped'), {
  minLength: ROWS,
  maxLength: ROWS,
});

const isOpen = (state: string | undefined): boolean => state === 'planned' || state === 'sending';

test('whatever happens in whatever order, every row has one state, an outcome stays, and the accounts add up', () => {
  using folder = tempFolder();
  let files = 0;
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: ROWS }), steps, (plan, chunk, story) => {
      const path = folder.file(`ledger-${files++}.db`);
      let ledger = new Ledger(path);
      const states = new Map<number, string>();
      try {
        const planned = plan.map((outcome, at) => plannedRow(at + 1, outcome));
        for (let at = 0; at < ROWS; at += chunk) ledger.add(planned.slice(at, at + chunk));
        for (const { row, outcome } of planned) states.set(row, outcome);
        for (const step of story) {
          if (step.kind === 'reopen') {
            ledger.close();
            ledger = new Ledger(path);
          } else play(ledger, step, states);
          expectStates(ledger, states);
        }
        play(ledger, { kind: 'close accounts' }, states);
        expectStates(ledger, states);
        expect(accountingError(ledger.totals(), ROWS)).toBeNull();
      } finally {
        ledger.close();
      }
    }),
    { numRuns: 150, seed: 3 },
  );
});

function plannedRow(row: number, outcome: PlannedRow['outcome']): PlannedRow {
  const place = { row, file: 0, line: row };
  return outcome === 'planned'
    ? { ...place, outcome, body: `{"email":"user${row}@example.com"}`, keys: [row] }
    : { ...place, outcome, reason: why };
}

/** Does a step to the ledger, and to the model of it. */
function play(ledger: Ledger, step: Exclude<Step, { kind: 'reopen' }> | Step, states: Map<number, string>): void {
  switch (step.kind) {
    case 'sending':
    case 'waiting': {
      const users = step.rows.map((row) => ({ row, body: '' }));
      if (step.kind === 'sending') ledger.markSending(users);
      else ledger.markWaiting(users);
      const state = step.kind === 'sending' ? 'sending' : 'planned';
      for (const row of step.rows) if (isOpen(states.get(row))) states.set(row, state);
      return;
    }
    case 'settle':
      ledger.settle(step.rows.map((row) => ({ row, outcome: step.outcome, reason: why })));
      for (const row of step.rows) if (isOpen(states.get(row))) states.set(row, step.outcome);
      return;
    case 'close accounts':
      ledger.closeOpenRows(why, why);
      for (const [row, state] of states) {
        if (state === 'sending') states.set(row, 'unknown');
        if (state === 'planned') states.set(row, 'unsent');
      }
      return;
    case 'reopen':
      return;
  }
}

function expectStates(ledger: Ledger, states: ReadonlyMap<number, string>): void {
  const { rows: count, ...totals } = ledger.totals();
  expect(count).toBe(ROWS);
  const counted = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as { [outcome in Outcome]: number };
  let sending = 0;
  for (const state of states.values()) {
    if (state === 'sending') sending++;
    else counted[state as Outcome]++;
  }
  expect(totals).toEqual(counted);
  expect(Object.values(totals).reduce((sum, n) => sum + n, 0) + sending).toBe(count);
  const open = [...states].filter(([, state]) => isOpen(state)).map(([row]) => row);
  expect(ledger.waiting(1, ROWS).map(({ row }) => row)).toEqual(open.sort((a, b) => a - b));
  for (const { row, outcome } of ledger.rows(OUTCOMES)) expect(outcome).toBe(states.get(row));
}

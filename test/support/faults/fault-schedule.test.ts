import { expect, test } from 'vitest';
import type { Fault, FaultPlan, RequestKind } from '../../../src/sandbox/fault.ts';
import { faultSchedule, isPoisoned, SCHEDULED_FAULTS } from './fault-schedule.ts';

const at = (plan: FaultPlan, kind: RequestKind, n: number): Fault[] =>
  [plan({ kind, n, users: [], bytes: 0 }) ?? []].flat();
const names = (plan: FaultPlan, kind: RequestKind, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    at(plan, kind, index + 1)
      .map((fault) => fault.name)
      .join(),
  );

const DRAWN = SCHEDULED_FAULTS.filter((kind) => kind !== 'poison');

test('the same seed plans the same faults, whatever was asked before', () => {
  const plan = () => faultSchedule(7, { rate: 0.5, kinds: DRAWN });
  const inOrder = names(plan(), 'bulk', 200);
  expect(names(plan(), 'bulk', 200)).toEqual(inOrder);
  expect(
    at(plan(), 'bulk', 150)
      .map((fault) => fault.name)
      .join(),
  ).toBe(inOrder[149]);
  expect(names(faultSchedule(8, { rate: 0.5, kinds: DRAWN }), 'bulk', 200)).not.toEqual(inOrder);
});

test('the rate is met, from never to always', () => {
  const hits = (rate: number) => names(faultSchedule(1, { rate, kinds: DRAWN }), 'bulk', 2000).filter(Boolean).length;
  expect(hits(0)).toBe(0);
  expect(hits(1)).toBe(2000);
  expect(hits(0.3)).toBeGreaterThan(500);
  expect(hits(0.3)).toBeLessThan(700);
});

test('every kind comes up, and nothing else', () => {
  const kinds = new Set(
    DRAWN.flatMap((kind) => at(faultSchedule(1, { rate: 1, kinds: [kind] }), 'bulk', 1)[0]?.name ?? []),
  );
  expect(kinds.size).toBe(DRAWN.length);
  const drawn = new Set(names(faultSchedule(1, { rate: 1, kinds: ['503', 'truncated'] }), 'bulk', 100));
  expect(drawn).toEqual(new Set(['503 before the apply', 'truncated']));
});

test('tokens are hit by what can hit a token, other requests by nothing', () => {
  const plan = faultSchedule(1, { rate: 1, kinds: ['missing entries', '413', 'poison'] });
  expect(at(plan, 'token', 1)).toEqual([]);
  expect(at(plan, 'user', 1)).toEqual([]);
  expect(at(faultSchedule(1, { rate: 1, kinds: ['429'] }), 'token', 1)).toMatchObject([{ name: '429' }]);
});

test('Retry-After and delays are as long as asked for', () => {
  const [fault] = at(faultSchedule(1, { rate: 1, kinds: ['429 retry-after'], retryAfterSeconds: 3 }), 'bulk', 1);
  expect(fault).toMatchObject({ reply: { headers: { 'retry-after': '3' } } });
  for (let n = 1; n <= 50; n++) {
    const [delay] = at(faultSchedule(1, { rate: 1, kinds: ['delayed'], delayMs: 5 }), 'bulk', n);
    expect(delay?.kind === 'delay' && delay.ms >= 1 && delay.ms <= 5).toBe(true);
  }
});

test('poison sits in the same users at every request, in their share', () => {
  const users = Array.from({ length: 5000 }, (_, index) => ({ sub: `u${index}`, email: `u${index}@example.com` }));
  const poisoned = users.filter(isPoisoned(5, 0.02));
  expect(poisoned.length).toBeGreaterThan(60);
  expect(poisoned.length).toBeLessThan(140);
  const plan = faultSchedule(5, { rate: 0, kinds: ['poison'], poisonShare: 0.02 });
  for (const n of [1, 99]) {
    const [fault] = at(plan, 'bulk', n);
    expect(fault?.kind === 'poison' && users.filter(fault.hits)).toEqual(poisoned);
  }
});

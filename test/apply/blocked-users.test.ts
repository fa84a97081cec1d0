import { describe, expect, it } from 'vitest';
import type { BulkReply, OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { accept, blocked, play } from './play.ts';

/** A firewall that dislikes these rows. */
const firewall =
  (...rows: number[]) =>
  (sent: readonly OutgoingUser[]): BulkReply =>
    sent.some(({ row }) => rows.includes(row)) ? blocked : accept(sent);
const batches = { batchSize: 10 };

describe('a request that something before the tenant refuses', () => {
  it.each([11, 15, 40])('after others were accepted comes down to the one user: row %i', async (bad) => {
    const { states, tripped, requests, messages, hints } = await play(40, firewall(bad), batches);
    expect(states.map((state, at) => (state === 'created' ? 0 : at + 1)).filter((row) => row > 0)).toEqual([bad]);
    expect(states[bad - 1]).toBe('failed');
    expect(messages.get(bad)).toBe('An HTML page: Blocked (reference ray-1)');
    expect(hints.get(bad)).toContain('firewall');
    expect(tripped).toBeNull();
    // Nobody whom the tenant accepted is sent again.
    for (const [row, state] of states.entries()) {
      const accepted = requests.filter((sent) => sent.includes(row + 1) && !sent.includes(bad));
      if (state === 'created') expect(accepted).toHaveLength(1);
    }
  });

  it('may be about several users, even next to each other', async () => {
    const { states, tripped } = await play(40, firewall(12, 13, 30), batches);
    expect(states.filter((state) => state === 'failed')).toHaveLength(3);
    expect(tripped).toBeNull();
  });

  it('stops the run at once when it is the first', async () => {
    const { states, tripped, requests } = await play(40, () => blocked, batches);
    expect(requests).toHaveLength(1);
    expect(tripped).toEqual({
      code: 'tenant.forbidden',
      message: 'An HTML page: Blocked (reference ray-1). Check the firewall.',
    });
    expect(states).toEqual(Array(40).fill('planned'));
  });

  it('stops the run when several users in a row are refused, and blames none of them', async () => {
    const { states, tripped } = await play(40, (sent, n) => (n === 1 ? accept(sent) : blocked), batches);
    expect(tripped?.code).toBe('tenant.forbidden');
    expect(states.filter((state) => state === 'created')).toHaveLength(10);
    expect(states.filter((state) => state === 'planned')).toHaveLength(30);
  });

  it('waits for those that left before it, when several workers begin', async () => {
    const slowFirst = (sent: readonly OutgoingUser[], n: number): BulkReply => (n === 2 ? blocked : firewall(15)(sent));
    const { states, tripped } = await play(40, slowFirst, { ...batches, concurrency: 4, takesMs: 10 });
    expect(tripped).toBeNull();
    expect(states.filter((state) => state === 'failed')).toHaveLength(1);
  });

  it('stops the run at once when every worker is refused first', async () => {
    const { states, tripped, requests } = await play(80, () => blocked, { ...batches, concurrency: 4, takesMs: 10 });
    expect(requests).toHaveLength(4);
    expect(tripped?.code).toBe('tenant.forbidden');
    expect(states).toEqual(Array(80).fill('planned'));
  });

  it('is about the user when an earlier attempt of the run was let in and only this user is left', async () => {
    const { states, tripped } = await play(1, () => blocked, { acceptedBefore: true });
    expect(tripped).toBeNull();
    expect(states).toEqual(['failed']);
  });

  it('leaves a user unknown whose page came with 200, when the run stops there', async () => {
    const page: BulkReply = { ...blocked, status: 200, mayHaveBeenApplied: true } as BulkReply;
    const { states } = await play(3, () => page);
    expect(states).toEqual(Array(3).fill('sending'));
  });
});

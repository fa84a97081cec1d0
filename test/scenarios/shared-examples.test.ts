import { describe, expect, it } from 'vitest';
import { expectDiscreet, MAPPING, onlyAction, openWorld, resultsOf } from '../support/example-world.ts';
import { csvText } from '../support/export-text.ts';
import { expectStored, someUsers } from '../support/scenario.ts';
import { asShown } from '../support/shown.ts';

const users = someUsers(30);

describe('examples/shared/call-review.yml', () => {
  it('reviews the files of the repository that calls, and comments there', async () => {
    await using world = await openWorld('shared/call-review');
    const base = { sha: 'ba5e000000000000000000000000000000000000' };
    const payload = { pull_request: { number: 7, base, head: { repo: { full_name: 'acme/identity' } } } };
    const jobs = await world.run({ event: 'pull_request', payload }, (ref) => ({
      'migration/mapping.yml':
        ref === base.sha
          ? MAPPING
          : MAPPING.replace('given_name: given_name', 'given_name: { from: given_name, case: upper }'),
      'migration/sample-users.csv': csvText(users),
    }));
    expect(resultsOf(jobs)).toEqual({ 'review / review': 'success', review: 'success' });
    expect(asShown(world.service.comments[0]?.body ?? '')).toContain('30 users are sent differently');
    expect(world.sandbox.requests).toHaveLength(0);
  });
});

describe('examples/shared/call-delta-sync.yml', () => {
  it('waits for an approval before a full sync, and the next night finds its state', async () => {
    await using world = await openWorld('shared/call-delta-sync');
    const { sandbox } = world;
    const today = await world.encrypted(users);
    const files = () => ({
      'migration/mapping.yml': MAPPING,
      'migration/export-users.sh': 'cp "$(dirname "$0")/today" "$1"\n',
      'migration/today': today,
    });
    const inputs = { sync: 'full' };
    const refused = await world.run({ inputs, rejectedBy: ['cidaas-full-sync'] }, files);
    expect(resultsOf(refused)).toEqual({ export: 'success', 'sync / sync': 'failure', sync: 'failure' });
    expect(sandbox.requests).toHaveLength(0);

    const full = await world.run({ inputs }, files);
    expect(resultsOf(full)).toEqual({ export: 'success', 'sync / sync': 'success', sync: 'success' });
    expect(full.sync?.outputs).toEqual({ outcome: 'succeeded' });
    expectStored(sandbox, users);

    const night = await world.run({ event: 'schedule', rejectedBy: ['cidaas-full-sync'] }, files);
    expect(onlyAction(night['sync / sync']).outputs).toMatchObject({ outcome: 'succeeded', unchanged: '30' });
    for (const jobs of [refused, full, night]) expectDiscreet(jobs, sandbox.client.secret);
  });
});

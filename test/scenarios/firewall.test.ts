import { describe, expect, it } from 'vitest';
import { expectClosedAccounts, expectStored, ndjson, openScenario, someUsers } from '../support/in-process.ts';
import { BLOCK_PAGE, BULK, type FrontAnswer, startScriptedFront } from '../support/scripted-front.ts';

const users = someUsers(60).map((user, at) => (at === 27 ? { ...user, family_name: "O'Select From" } : user));
const inputs = { export: 'users.ndjson', 'batch-size': '10', concurrency: '2', check: 'off' };

async function behind(script: Parameters<typeof startScriptedFront>[1]) {
  const scenario = await openScenario({ log: 'users' });
  await scenario.write('users.ndjson', ndjson(users));
  const front = await startScriptedFront(scenario.sandbox.url, script);
  return {
    ...{ scenario, front },
    run: () => scenario.runBundle({ ...inputs, 'tenant-url': front.url }),
    [Symbol.asyncDispose]: async () => {
      await front[Symbol.asyncDispose]();
      await scenario[Symbol.asyncDispose]();
    },
  };
}

const json = { 'content-type': 'application/json' };
const blocks: [string, FrontAnswer, string][] = [
  ['401 with a page', { status: 401, body: BLOCK_PAGE }, 'Request Rejected (reference 16405238436713829413)'],
  ['403 with a page', { status: 403, body: BLOCK_PAGE }, 'Request Rejected (reference 16405238436713829413)'],
  ['404 with a page', { status: 404, body: BLOCK_PAGE }, 'Request Rejected (reference 16405238436713829413)'],
  ['406 with a page', { status: 406, body: BLOCK_PAGE }, 'Request Rejected (reference 16405238436713829413)'],
  ['501 with a page', { status: 501, body: BLOCK_PAGE }, 'Request Rejected (reference 16405238436713829413)'],
  ['200 with a page', { status: 200, body: BLOCK_PAGE }, 'Request Rejected (reference 16405238436713829413)'],
  [
    '403 with JSON of a gateway',
    { status: 403, headers: { ...json, 'x-amz-cf-id': 'aB3-x9' }, body: '{"message":"Forbidden"}' },
    'Forbidden (reference aB3-x9)',
  ],
  [
    'a redirect to a page',
    { status: 302, headers: { location: 'https://block.example.com/?id=1' } },
    'https://block.example.com',
  ],
];

describe('a firewall that dislikes one user', () => {
  it.each(blocks)('costs that user alone, and nobody is sent twice: %s', async (_, answer, says) => {
    await using own = await behind(({ path, body }) => (path === BULK && body.includes("O'Select") ? answer : null));
    const result = await own.run();
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('failed');
    expect(result.report.failures).toMatchObject([
      { row: 28, outcome: 'failed', message: expect.stringContaining(says) },
    ]);
    expect(result.report.failures[0]?.hint).toContain('firewall');
    expectStored(
      own.scenario.sandbox,
      users.filter((_user, at) => at !== 27),
    );
    const sent = own.scenario.sandbox.requests.flatMap((request) => request.sent).map(({ sub }) => sub);
    expect(new Set(sent).size).toBe(sent.length);
  });

  it('is believed when it refuses the first request: nothing more is sent', async () => {
    await using own = await behind(({ path }) => (path === BULK ? { status: 403, body: BLOCK_PAGE } : null));
    const result = await own.run();
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.totals).toMatchObject({ unsent: 60 });
    expect(result.report.reason).toContain('Request Rejected (reference 16405238436713829413). A firewall or a proxy');
    expect(own.front.seen.filter(({ path }) => path === BULK).length).toBeLessThanOrEqual(2);
  });

  it('is believed when it refuses several users in a row: nobody is blamed', async () => {
    await using own = await behind(({ path, nth }) =>
      path === BULK && nth > 2 ? { status: 403, body: BLOCK_PAGE } : null,
    );
    const result = await own.run();
    expectClosedAccounts(result);
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.totals).toMatchObject({ created: 20, unsent: 40, failed: 0 });
    expect(own.front.seen.length).toBeLessThan(25);
  });

  it('is not the tenant: a scope that cidaas takes away stops the run at once', async () => {
    const refusal = JSON.stringify({ success: false, status: 403, error: { code: 403, error: 'scope missing' } });
    await using own = await behind(({ path, nth }) =>
      path === BULK && nth > 2 ? { status: 403, headers: json, body: refusal } : null,
    );
    const result = await own.run();
    expect(result.outputs.outcome).toBe('aborted');
    expect(result.report.totals).toMatchObject({ created: 20, unsent: 40 });
    expect(result.report.reason).toContain('cidaas:bulk_user_create');
    expect(own.front.seen.filter(({ path }) => path === BULK).length).toBeLessThanOrEqual(4);
  });
});

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { TOOL_VERSION } from '../../src/runtime/tool-version.ts';
import type { FaultPlan } from '../../src/sandbox/fault.ts';
import { answering } from '../support/faults/faults.ts';
import { expectClosedAccounts, openScenario, type Report } from '../support/scenario.ts';
import { encodeText } from '../support/shop-export/export-encoding.ts';

const GOLDEN = resolve(import.meta.dirname, '../golden/scenario');

/** No answer ever names this user. */
const silent: FaultPlan = ({ kind, users }) =>
  kind === 'bulk' && users.some(({ email }) => email === 'still@example.com')
    ? answering({ kind: 'missing', count: users.length })
    : null;

/** The same text whenever and wherever the run was: times, the port of the tenant and what follows from it. */
function fixed(text: string, { tenant, digest }: { readonly tenant: string; readonly digest: string }): string {
  const { port } = new URL(tenant);
  return (
    text
      .replaceAll(TOOL_VERSION, '<version>')
      .replaceAll(digest, digest.replace(/^(v1\.)[\da-f]{16}/, '$1<the tenant>'))
      .replaceAll(new RegExp(`(http(?::|&#58;)//127\\.0\\.0\\.1:)${port}`, 'g'), '$1<port>')
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<instant>')
      .replaceAll(/\b\d+ ms\b|\b\d+ min(?: \d+ s)?\b|\b\d+ s\b/g, '<duration>')
      .replaceAll(/"buckets": \[[\s\S]*?\n {6}\]/g, '"buckets": "<over time>"')
      .replaceAll(/("(?:durationMs|p50|p95|max)": )\d+/g, '$1"<ms>"')
      .replaceAll(/(<time [^\n]*?>)(?:\d{4}-\d\d-\d\d )?[\d:]{8}(?=<\/time>)/g, '$1<time of day>')
      .replaceAll(/(?<=<(style|script)>)[\s\S]*?(?=<\/\1>)/g, '')
      .replaceAll(/(?<='sha256-)[^']*/g, '<hash>')
      // Only there when the run took more than two seconds.
      .replace(/<div id="sending"[\s\S]*?<\/section>\n<\/div>\n/, '')
      .replace(/<li><a href="#sending">.*?<\/li>/, '')
  );
}

/** Whatever the pace of the run was, every user and every request stands somewhere in its timeline. */
function expectWholeTimeline({ totals, requests }: Report): void {
  const sum = (of: 'settled' | 'requests'): number =>
    (requests.timeline?.buckets ?? []).reduce((all, bucket) => all + bucket[of], 0);
  expect(sum('settled')).toBe((totals.created ?? 0) + (totals.updated ?? 0));
  expect(sum('requests')).toBe(requests.sent);
}

it('a messy export leaves the report that stands in test/golden/scenario', async () => {
  await using scenario = await openScenario({ faults: silent, now: () => Date.UTC(2026, 2, 1) });
  const encode = encodeText('windows-1252');
  const lines = (await readFile(join(GOLDEN, 'customers.csv'), 'utf8')).split('\n');
  await scenario.write('mapping.yml', await readFile(join(GOLDEN, 'mapping.yml')));
  const inputs = {
    export: 'customers.csv',
    mapping: 'mapping.yml',
    'abort-above': '100%',
    concurrency: '1',
    'batch-size': '4',
  };

  await scenario.write('customers.csv', encode(`${lines.slice(0, 2).join('\n')}\n`, true));
  expect((await scenario.run(inputs)).exitCode).toBe(0);

  await scenario.write('customers.csv', encode(lines.join('\n'), true));
  const result = await scenario.run({ ...inputs, 'max-attempts': '1' });
  expectClosedAccounts(result);
  expect(result.exitCode).toBe(1);

  expectWholeTimeline(result.report);

  const known = { tenant: scenario.sandbox.url, digest: result.outputs['plan-digest'] ?? '' };
  const folder = join(result.outputs['report-path'] ?? '', '..');
  for (const name of ['report.json', 'failures.csv', 'warnings.csv', 'report.html']) {
    const text = fixed(await readFile(join(folder, name), 'utf8'), known);
    await expect(text).toMatchFileSnapshot(join(GOLDEN, name));
  }
  const summary = fixed(result.summary, known).replaceAll(scenario.folder, '<folder>');
  await expect(summary).toMatchFileSnapshot(join(GOLDEN, 'summary.md'));
});

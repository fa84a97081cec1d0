import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGE_SCRIPT } from '../../src/generated/page-assets.ts';
import { faultOn } from '../../src/sandbox/fault.ts';
import { csvText } from '../support/export-text.ts';
import { rejecting } from '../support/faults/faults.ts';
import {
  expectClosedAccounts,
  ndjson,
  openScenario,
  type Scenario,
  type ScenarioResult,
  someUsers,
} from '../support/in-process.ts';
import { HOSTILE } from '../support/report-builder.ts';

/** All of it in one text, and what a runner would take for a command at the beginning of a line. */
const EVIL = `${Object.values(HOSTILE).join(' ')}\r\n::error::owned\n::set-output name=outcome::owned\n##[add-mask]e`;
/** A NUL would end the export or the input before anybody could be fooled. */
const withoutNul = (text: string): string => text.replaceAll('\0', '');
const FILE = '::warning::owned <img src=x onerror=alert(1)> | `x` [y](javascript:z).csv';

/** Nothing became a command, an output, an element of a page, a formula or a control sequence. */
async function expectTame({ folder }: Scenario, result: ScenarioResult): Promise<void> {
  expect(result.commands).toEqual([]);
  expect(result.secrets).not.toContain('e');
  expect(result.outputs.outcome).not.toBe('owned');
  expect(Object.keys(result.outputs)).not.toContain('PATH');
  for (const { title, message } of result.annotations) expect([title, message]).not.toContain('owned');
  const html = await readFile(join(folder, 'report/report.html'), 'utf8');
  // The page's one script is ours; the policy in it knows its hash.
  for (const text of [html.replace(`<script>${PAGE_SCRIPT}</script>`, ''), result.summary])
    expect(text).not.toMatch(/<script(?! type="application\/json")|<img|onerror=alert\(1\)>/i);
  expect(result.summary).not.toMatch(/\]\(javascript:|!\[|@octocat/);
  const csv = await readFile(join(folder, 'report/failures.csv'), 'utf8');
  expect(csv).not.toMatch(/(?:^|[,;]"?)[=@]|(?:^|[,;]"?)\+(?!\d)/m);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(result.everything).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202e\u2066]/);
}

it('what a tenant writes stays text', async () => {
  await using scenario = await openScenario({
    faults: faultOn(
      'bulk',
      'every',
      rejecting(() => true, EVIL),
    ),
  });
  await scenario.write('users.ndjson', ndjson(someUsers(2)));
  const result = await scenario.runBundle({ export: 'users.ndjson', 'abort-above': '100%' });
  expectClosedAccounts(result);
  expect(result.report.totals).toMatchObject({ failed: 2 });
  await expectTame(scenario, result);
});

it('what stands in an export, its name and its mapping stays text', {
  skip: process.platform === 'win32',
}, async () => {
  await using scenario = await openScenario();
  const users = Object.values({ ...HOSTILE, EVIL })
    .map(withoutNul)
    .flatMap((text, n) => [
      { sub: `a${n}`, email: text, username: text, given_name: text },
      { sub: `b${n}`, email: `user${n}@example.com`, username: `${text}${n}`, given_name: text },
    ]);
  await scenario.write(
    FILE,
    csvText([...users, { sub: 'guest', email: 'g@example.com', username: '', given_name: 'x' }]),
  );
  const reason = JSON.stringify(EVIL);
  await scenario.write(
    'mapping.yml',
    `skip:\n  - reason: ${reason}\n    when: { from: sub, is: guest }\nfields: { sub: sub, email: email, username: username, given_name: given_name }\n`,
  );
  const inputs = { export: FILE, mapping: 'mapping.yml', 'abort-above': '100%' };
  for (const level of ['full', 'masked']) {
    const result = await scenario.run({ ...inputs, 'report-identifiers': level });
    expectClosedAccounts(result);
    expect(result.report.totals).toMatchObject({ rows: users.length + 1, skipped: 1 });
    expect(result.report.totals.invalid).toBeGreaterThanOrEqual(users.length / 2);
    await expectTame(scenario, result);
  }
});

it('column names and inputs stay text', async () => {
  await using scenario = await openScenario();
  await scenario.write('users.csv', csvText([{ email: 'a@example.com', [withoutNul(EVIL)]: 'x' } as object]));
  const columns = await scenario.run({ export: 'users.csv' });
  expect([columns.exitCode, columns.outputs.outcome]).toEqual([1, 'error']);
  await expectTame(scenario, columns);
  const wrong = await scenario.run({
    export: withoutNul(EVIL),
    mode: withoutNul(EVIL),
    'report-name': withoutNul(EVIL),
  });
  expect([wrong.exitCode, wrong.outputs.outcome]).toEqual([1, 'error']);
  expect(wrong.commands).toEqual([]);
  expect(wrong.summary).not.toMatch(/<script|<img/);
});

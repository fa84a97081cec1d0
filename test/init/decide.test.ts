import { writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { terminalQuestions } from '../../src/entry/terminal-questions.ts';
import { decide } from '../../src/init/decide.ts';
import { runInit } from '../../src/init/init-command.ts';
import { ExportProfile } from '../../src/init/proposal/column-profile.ts';
import { propose } from '../../src/init/proposal/proposal.ts';
import { presetProposal, proposalText } from '../../src/init/proposal/proposal-text.ts';
import { logLines } from '../support/log-lines.ts';
import { tempFolder } from '../support/temp-folder.ts';

const never = new AbortController().signal;

/** A terminal on which these lines are typed, and then nothing any more. */
function terminal(typed: readonly string[]) {
  let shown = '';
  const input = Object.assign(new PassThrough(), { isTTY: true });
  input.end(typed.map((line) => `${line}\n`).join(''));
  const write = (text: string): void => {
    shown += text;
  };
  return { open: () => terminalQuestions(input, { isTTY: true, write }), shown: () => shown };
}

const STATE_HEADER = ['id', 'email', 'Kundenstatus'];
/** A column that decides who may log in, with words that nobody knows. */
const STATE_ROWS = Array.from({ length: 40 }, (_, at) => [
  `c${at}`,
  `user${at}@example.com`,
  at % 4 === 0 ? 'ruht' : 'neu',
]);

/** The proposal for these records after the answers; `rules` are its lines without comments. */
async function decided(header: readonly string[], rows: readonly (readonly string[])[], typed: readonly string[]) {
  const profile = new ExportProfile(header, () => '***');
  for (const cells of rows) profile.addRecord({ kind: 'cells', cells });
  const { open, shown } = terminal(typed);
  using questions = open();
  if (questions === null) throw new Error('this is a terminal');
  const proposal = propose(profile, (ref) => (ref === 'id' ? 'id' : null), '6ba7b810-9dad-11d1-80b4-00c04fd430c8');
  const { proposal: after, ...counts } = await decide(proposal, questions, never);
  const title = { files: 'users.csv', records: rows.length, source: null, notes: [] };
  const text = proposalText(after, profile.columns, title);
  const rules = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  return { text, rules: rules.join('\n'), counts, shown: shown(), columns: profile.columns };
}

test('words that decide who may log in are asked one by one, and become the rule for the status', async () => {
  const { rules, text, counts, shown } = await decided(STATE_HEADER, STATE_ROWS, ['', 'yes', 'd', 'V']);
  expect(shown).toContain('Decision 2 of 2: "Kundenstatus" may be the state of an account');
  expect(shown).toContain('Does "Kundenstatus" decide who may log in? (yes/no, Enter: later) ');
  expect(shown).toContain('"ruht", 10 records: ');
  expect(rules).toContain('userStatus: { from: Kundenstatus, case: lower, table: { ruht: DECLINED, neu: VERIFIED }');
  expect(text).not.toContain('DECIDE: "Kundenstatus"');
  expect(text).not.toContain('customFields.kundenstatus');
  expect(counts).toEqual({ made: 1, open: 1 });
});

test('a column that decides nothing is ignored', async () => {
  const { rules, counts } = await decided(STATE_HEADER, STATE_ROWS, ['yes', 'no']);
  expect(rules).toContain('ignore: [ Kundenstatus ]');
  expect(rules).not.toContain('userStatus');
  expect(counts).toEqual({ made: 2, open: 0 });
});

test('an answer that is none is asked again; an empty one, or a terminal that is closed, leaves the decision open', async () => {
  const asked = await decided(STATE_HEADER, STATE_ROWS, ['', 'perhaps', 'yes', 'x', 'd']);
  expect(asked.shown).toContain('Answer yes or no');
  expect(asked.shown).toContain('Answer v, p or d');
  const open = await decided(STATE_HEADER, STATE_ROWS, ['', '']);
  const closed = await decided(STATE_HEADER, STATE_ROWS, []);
  for (const each of [asked, open, closed]) {
    expect(each.counts).toEqual({ made: 0, open: 2 });
    expect(each.text).toBe(open.text);
    expect(each.text).toContain('DECIDE: "Kundenstatus"');
  }
});

test('an id that repeats is used only after yes', async () => {
  const rows = STATE_ROWS.map(([id = '', email = ''], at) => [at === 1 ? 'c0' : id, email]);
  const accepted = await decided(['id', 'email'], rows, ['yes']);
  expect(accepted.shown).toMatch(/Decision 1 of 2: "id" may be an id of users, but 1 of 40 records repeats/);
  expect(accepted.shown).toContain('  sub: { from: id, uuid5: ');
  expect(accepted.rules).toContain('sub: { from: id');
  expect((await decided(['id', 'email'], rows, ['no'])).rules).not.toContain('sub:');
});

test('of a preset only that a column is no state can be decided: its rule for the status stays', async () => {
  const { columns } = await decided(STATE_HEADER, STATE_ROWS, []);
  const preset = presetProposal(new Set(['id', 'email']), columns, 40);
  const answered = async (...typed: string[]) => {
    using questions = terminal(typed).open();
    return questions === null ? null : await decide(preset, questions, never);
  };
  expect((await answered('no'))?.proposal.blocks).toEqual([{ key: 'ignore', value: ['Kundenstatus'], notes: [] }]);
  expect(await answered('yes', 'v', 'v')).toEqual({ proposal: preset, made: 0, open: 1 });
});

test('the command asks on its terminal and plans with the answers', async () => {
  using folder = tempFolder();
  writeFileSync(folder.file('users.csv'), [STATE_HEADER, ...STATE_ROWS].map((row) => `${row.join(',')}\n`).join(''));
  const { log, lines } = logLines();
  const { open } = terminal(['yes', 'd', 'v']);
  let text = '';
  const outcome = await runInit(['users.csv', '--interactive'], {
    ...{ cwd: folder.path, env: {}, log, stop: never, openQuestions: open },
    print: (more) => {
      text += more;
    },
  });
  expect(text).toContain('ruht: DECLINED');
  expect(lines).toContain('info: All decisions are made.');
  expect(lines.join('\n')).toMatch(/^info: Status of the users: .*10 DECLINED/m);
  expect(outcome).toBe('succeeded');
});

test.each([
  [
    'a file that exists would lose the answers',
    ['--out', 'users.csv'],
    /users\.csv already exists; --force overwrites/,
  ],
  ['a sample leaves nothing to decide', ['--out', 'new.csv', '--sample', '1'], /Leave out --interactive, or --sample/],
])('nothing is asked when %s', async (_, flags, problem) => {
  using folder = tempFolder();
  writeFileSync(folder.file('users.csv'), 'email\nanna@example.com\n');
  const asked = runInit(['users.csv', '--interactive', ...flags], {
    ...{ cwd: folder.path, env: {}, log: logLines().log, stop: never, print: () => undefined },
    openQuestions: () => expect.unreachable('asked'),
  });
  await expect(asked).rejects.toThrow(problem);
});

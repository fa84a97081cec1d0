import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { explanationText } from '../../src/report/explanation-text.ts';
import { runCommand } from '../support/in-process.ts';
import { tempFolder } from '../support/temp-folder.ts';

const HASH = '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy';
const CSV = `id,mail,first,pw,active
1,Ada@Example.com,Ada,${HASH},1
2,"bob@example.com","Bob
Two",,0
3,nobody,Cid,,1
4,dan@example.com,Hunter2-Hunter2,Hunter2-Hunter2,1
`;
const MAPPING = `fields:
  sub: { from: id, uuid5: 6ba7b810-9dad-11d1-80b4-00c04fd430c8 }
  email: { from: mail, case: lower }
  given_name: first
  nickname: { from: first, when: { from: active, is: 0 } }
  userStatus: { from: active, table: { 1: VERIFIED, 0: DECLINED } }
skip:
  - { reason: guest, when: { from: mail, is: guest@example.com } }
password: { from: pw, optional: true }
`;

async function explained(given: string, csv = CSV, name = 'users.csv') {
  using folder = tempFolder();
  writeFileSync(folder.file(name), csv);
  writeFileSync(folder.file('mapping.yml'), MAPPING);
  mkdirSync(folder.file('tmp'));
  const args = ['explain', '--export', name, '--mapping', 'mapping.yml', ...given.split(' ')];
  return await runCommand(args, { cwd: folder.path });
}

test('shows the cells with their lines, what each rule read and did, the decision and the JSON, all masked', async () => {
  const { exitCode, stdout } = await explained('--row 2');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^Row 2, users\.csv:3\n/);
  // The cell before has a line end in it.
  expect(stdout).toMatch(/^ +3 {2}first +B\*\*\*$/m);
  expect(stdout).toMatch(/^ +4 {2}active +0$/m);
  expect(stdout).toContain(
    '  email (mapping.yml:3): b***@e***.com\n    read     b***@e***.com\n    trim     b***@e***.com\n    case     b***@e***.com\n',
  );
  expect(stdout).toContain(
    '  userStatus (mapping.yml:6): DECLINED\n    read     0\n    trim     0\n    table    DECLINED\n',
  );
  expect(stdout).toContain('text.invisible: given_name');
  expect(stdout).toContain('Decision: planned, DECLINED because of active (mapping.yml:6)');
  expect(stdout).toContain('"email": "b***@e***.com"');
  expect(stdout).not.toMatch(/bob|Two/);
  expect(stdout).not.toContain('\u001b');
});

test('a rule that is not for the record, a row that is invalid, a record that is skipped', async () => {
  expect((await explained('--row 1')).stdout).toContain('  nickname (mapping.yml:5): not for this record\n');
  const { stdout } = await explained('--row 3');
  expect(stdout).toMatch(/Decision: invalid\n {2}email\.invalid: /);
  expect(stdout).not.toContain('Sent to cidaas');
  const skipped = await explained('--row 1', CSV.replace('Ada@Example.com', 'guest@example.com'));
  expect(skipped.stdout).toContain('Decision: skipped\n  guest\n');
});

test('shows everything at full but never a password or a hash, whatever field the mapping puts it in', async () => {
  const { stdout } = await explained('--row 1 --json --report-identifiers full');
  const { cells, rules, password, user } = JSON.parse(stdout);
  expect(cells.map(({ value }: { value: string }) => value)).toEqual(['1', 'Ada@Example.com', 'Ada', '***', '1']);
  expect(rules.at(-1)).toMatchObject({ field: 'password', input: '***', result: '***' });
  expect(password).toBe('bcrypt, sent as BCRYPT_10');
  expect(user).toMatchObject({
    email: 'ada@example.com',
    password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: '***' },
  });
  const clear = await explained('--row 4 --report-identifiers full');
  expect(clear.stdout).toContain('dan@example.com');
  expect(clear.stdout).not.toContain('Hunter2');
  expect((await explained('--row 1 --report-identifiers none')).stdout).not.toMatch(/A\*\*\*|@/);
});

test('finds a record by one of its values or by an identifier that the mapping makes, in any case', async () => {
  expect((await explained('--find DAN@example.com')).stdout).toMatch(/^Row 4,/);
  expect((await explained('--find b04965e6-a9bb-591f-8f8a-1adcb2c8dc39')).stdout).toMatch(/^Row 1,/);
  const none = await explained('--find who@example.com');
  expect(none.exitCode).toBe(3);
  expect(none.stderr).toContain('No record of the export has this value.');
  expect(none.stderr).not.toContain('who@');
  expect((await explained('--row 9')).stderr).toContain('The export has no row 9.');
});

test('reads JSON records by their paths', async () => {
  const json = '{"id":7,"mail":"eve@example.com","first":"Eve","active":1,"phones":[{"n":"x"}]}\n';
  const { stdout } = await explained('--row 1 --report-identifiers full', json, 'users.ndjson');
  expect(stdout).toMatch(/^ +1 {2}phones\[0\]\.n +x$/m);
});

test('names every wrong flag at once', async () => {
  const { exitCode, stderr } = await explained('--row x --colour red --format pdf');
  expect(exitCode).toBe(3);
  expect(stderr).toContain('--row: expected a whole number from 1');
  expect(stderr).toContain('--colour: unknown flag');
  expect(stderr).toContain('`format`: expected one of');
  expect((await explained('--row 1 --find x')).stderr).toContain('give either --row with a row number or --find');
  expect((await explained('--help')).stdout).toContain('Usage: cidaas-migrate explain');
});

test('colours on a terminal, and never passes on control characters of the export', () => {
  const text = explanationText(
    {
      ...{ row: 1, file: 'users.csv', line: 2, rules: [], password: null, warnings: [], user: null },
      cells: [{ name: 'a', line: 2, value: 'x\u001b[2Jy' }],
      decision: { outcome: 'planned', code: null, message: null, hint: null, status: null },
    },
    true,
  );
  expect(text).toContain('\u001b[32mplanned\u001b[39m');
  expect(text).not.toContain('\u001b[2J');
});

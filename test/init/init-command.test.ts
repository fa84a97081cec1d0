import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runInit } from '../../src/init/init-command.ts';
import type { PresetName } from '../../src/mapping/presets/preset-name.ts';
import { logLines } from '../support/log-lines.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** `init` in a folder of its own, with the export under this name. */
async function init(name: string, content: string, args: readonly string[], stop = new AbortController().signal) {
  using folder = tempFolder();
  writeFileSync(folder.file(name), content);
  const { log, lines } = logLines();
  const printed: string[] = [];
  const environment = {
    cwd: folder.path,
    env: {},
    log,
    stop,
    print: (text: string) => printed.push(text),
    openQuestions: () => null,
  };
  const outcome = await runInit([name, ...args], environment);
  const written = folder.file('mapping.yml');
  const mapping = existsSync(written) ? readFileSync(written, 'utf8') : '';
  return { outcome, lines, printed: printed.join('\n'), files: readdirSync(folder.path), mapping };
}

it('says that the export cannot be planned when it ends behind what was looked at', async () => {
  const record = '{"sub":"3f2504e0-4f89-41d3-9a0c-0305e82c3301","email":"anna@example.com"}';
  const { outcome, lines, files } = await init('users.json', `[${`${record},`.repeat(21_000)}`, ['--out', 'm.yml']);
  expect(outcome).toBe('error');
  expect(files).toContain('m.yml');
  expect(lines.join('\n')).toMatch(/^error: .*users\.json/m);
});

it.each([
  ['a proposal', ['--out', 'mapping.yml']],
  ['a sample', ['--sample', '5', '--out', 'sample.csv']],
])('%s that is cancelled is not written', async (_, args) => {
  const stop = AbortSignal.abort({ outcome: 'cancelled', message: 'The run was cancelled (SIGINT).' });
  const cancelled = init('users.csv', 'email\nanna@example.com\n', args, stop);
  await expect(cancelled).rejects.toEqual({ outcome: 'cancelled', message: 'The run was cancelled (SIGINT).' });
});

it('finds the users of an XML document, and names the elements in the mapping', async () => {
  const user = (id: number) =>
    `<user id="${id}" status="active"><email>a${id}@example.com</email><vorname>Anna</vorname></user>`;
  const xml = `<export><groups><group id="1"/><group id="2"/></groups><users>${user(1)}${user(2)}${user(3)}</users></export>`;
  const { outcome, lines, printed } = await init('users.xml', xml, []);
  expect(outcome, lines.join('\n')).toBe('succeeded');
  expect(printed).toContain('source: { records: [ export/users/user ] }\n');
  expect(printed).toMatch(/^ {2}email: /m);
  expect(printed).toMatch(/^ {2}given_name: vorname/m);
  expect(printed).toMatch(/^ {2}userStatus:[^#]*"@status"/m);
});

const FIXTURES = new URL('../fixtures/presets/', import.meta.url);
/** With columns that look like states and are none; the last one has no column that is known without its preset. */
const TABLES: readonly (readonly [PresetName, string])[] = [
  ['woltlab', 'wcf1_user.csv'],
  ['aspnet-membership', 'aspnet_Membership.csv'],
  ['gambio', 'customers-oscommerce.csv'],
];

it.each(TABLES)('recognises %s in %s: nothing that the preset ignores is left to decide', async (preset, file) => {
  const content = readFileSync(new URL(`${preset}/${file}`, FIXTURES), 'utf8');
  const { outcome, lines, mapping } = await init(file, content, ['--out', 'mapping.yml']);
  expect([outcome, lines.filter((line) => line.startsWith('error'))]).toEqual(['succeeded', []]);
  expect(mapping.replaceAll(/\n# +/g, ' ')).toContain(`\`preset: ${preset}\``);
  expect(mapping).not.toContain('DECIDE');
});

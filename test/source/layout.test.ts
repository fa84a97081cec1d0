import { expect, test } from 'vitest';
import { DEFAULT_LAYOUT, type SourceLayout } from '../../src/source/source-layout.ts';
import type { DocumentKeys } from '../../src/source/source-settings.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { cellsOf, objectsOf, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

async function read(name: string, content: string | Buffer, layout: Partial<SourceLayout>) {
  using folder = tempFolder();
  writeFiles(folder.path, { [name]: content });
  return await readFile(folder.path, name, { layout: { ...DEFAULT_LAYOUT, ...layout } });
}

const WRAPPER = '{"realm":"shop","groups":[{"name":"a"}],"users":[{"id":"1"},{"id":"2"}],"clients":[{"id":"c"}]}';

test.each([
  ['in one object', WRAPPER],
  ['in one object over many lines', JSON.stringify(JSON.parse(WRAPPER), null, 2)],
  ['in every element of an array', `[${WRAPPER.replace('"2"', '"x"').replace('"1"', '"0"')},${WRAPPER}]`],
  ['in an array of their own', '[{"id":"1","users":null},{"id":"2"}]'],
  ['one object a line', '{"id":"1"}\n{"id":"2","users":[]}\n'],
])('records that stand %s are found', async (_where, text) => {
  const { records } = await read('users.json', text, { records: [['users'], ['[]', 'users']] });
  const ids = objectsOf(records).map((record) => (record as { id: string }).id);
  expect(ids.slice(-2)).toEqual(['1', '2']);
  expect(ids).toHaveLength(text.startsWith('[{"realm') ? 4 : 2);
});

test('a list that begins far behind the first part of a document is found', async () => {
  const text = `{"clients":[${'{"id":"c"},'.repeat(40_000)}{"id":"c"}],"users":[{"id":"1"}]}`;
  const { file, records } = await read('realm.json', text, { records: [['users']] });
  expect(file.format).toBe('json');
  expect(objectsOf(records)).toEqual([{ id: '1' }]);
});

test('records of records', async () => {
  const text = '{"orgs":[{"id":"o","people":[{"id":"1"}]},{"people":[]},{"people":[{"id":"2"}]}]}';
  const { records } = await read('orgs.json', text, { records: [['orgs', '[]', 'people']] });
  expect(objectsOf(records)).toEqual([{ id: '1' }, { id: '2' }]);
});

test('a document without the list is refused, whatever its line breaks, and what it may be is said', async () => {
  for (const indent of [0, 2]) {
    using folder = tempFolder();
    writeFiles(folder.path, {
      'realm.json': JSON.stringify({ realm: 'shop', roles: { realm: [{ name: 'a' }] } }, null, indent),
    });
    const open = (recognise: (found: DocumentKeys) => string | null) =>
      problemsOf(
        readExport(folder.path, 'realm.json', {
          layout: { ...DEFAULT_LAYOUT, records: [['users'], ['[]', 'users']] },
          recognise,
        }),
      );
    expect(await open(({ document, keys }) => `It has ${document.join(' and ')}, with ${keys.join(' and ')}.`)).toEqual(
      [
        'realm.json has none of the lists that the mapping expects (users, [].users). It has realm and roles, with name.',
      ],
    );
    expect(await open(() => null)).toEqual([
      'realm.json has none of the lists that the mapping expects (users, [].users). Its list roles.realm contains objects. ' +
        'If these are the records, add to the mapping: source: { records: roles.realm }.',
    ]);
  }
});

test('a document cut off before its list is refused with its last line', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'users.json': '{\n"users": [\n{"id": "1"},\n' });
  const layout = { ...DEFAULT_LAYOUT, records: [['users']] };
  const problems = await problemsOf(readExport(folder.path, 'users.json', { layout }));
  expect(problems).toEqual([expect.stringMatching(/^users\.json:3: the file ends before its JSON does\./)]);
});

test('a file without header has the columns that the mapping names', async () => {
  const layout = { header: { kind: 'named', columns: ['id', 'mail', 'name', 'phone'] } } as const;
  const { file, records } = await read('users.csv', '1,a@example.com,Ada\n2,b@example.com,Bo\n', layout);
  expect(file.columns).toEqual(['id', 'mail', 'name']);
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(cellsOf(records)).toEqual([
    ['1', 'a@example.com', 'Ada'],
    ['2', 'b@example.com', 'Bo'],
  ]);
});

test('a record with more cells than the mapping names is refused', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': '1,2,3\n' });
  const layout = { ...DEFAULT_LAYOUT, header: { kind: 'named', columns: ['id', 'mail'] } } as const;
  expect(await problemsOf(readExport(folder.path, 'a.csv', { layout }))).toEqual([
    'a.csv:1: the record has more cells than `source.header` of the mapping has columns.',
  ]);
});

test('lines before the header are passed over, and names that come twice are numbered', async () => {
  const text = '"EXTF";700;"Stammdaten";2024,5\r\n\r\nKonto;e mail;Leerfeld;Leerfeld;Ort\r\n1;a@example.com;;;Köln\r\n';
  const layout = { header: { kind: 'with', columns: ['E-Mail', 'Ort', 'PLZ'] } } as const;
  const { file, records } = await read('kunden.csv', Buffer.from(text, 'latin1'), layout);
  expect(file).toMatchObject({
    encoding: 'windows-1252',
    delimiter: ';',
    columns: ['Konto', 'e mail', 'Leerfeld', 'Leerfeld (2)', 'Ort'],
  });
  expect(cellsOf(records)).toEqual([['1', 'a@example.com', '', '', 'Köln']]);
  expect(records[0]).toMatchObject({ row: 1, line: 4 });
});

test('a header that is not among the first lines is refused', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.csv': 'x;y\n1;2\n' });
  const layout = { ...DEFAULT_LAYOUT, header: { kind: 'with', columns: ['E-Mail', 'Ort'] } } as const;
  expect(await problemsOf(readExport(folder.path, 'a.csv', { layout }))).toEqual([
    'a.csv:1: none of the first 50 records is the header, which must have at least two of the columns E-Mail, Ort.',
  ]);
});

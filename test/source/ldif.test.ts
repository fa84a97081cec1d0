import { expect, test } from 'vitest';
import { ldifRecords } from '../../src/source/ldif.ts';
import { UNDECODED } from '../../src/source/record.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { collect, objectsOf, pieces, problemsOf, readFile, writeFiles } from './read-export.ts';

const FILE = { name: 'users.ldif', index: 0 };

function read(text: string, size = 7) {
  return collect(ldifRecords(pieces(text, size), FILE, 1));
}

const DIRECTORY = [
  '# extended LDIF',
  '#',
  '# base <dc=example,dc=com>, folded',
  '  comment',
  'version: 1',
  '',
  'dn: cn=Amy Wong+sn=Kroker,ou=people,dc=example,dc=com',
  'objectClass: top',
  'objectClass: inetOrgPerson',
  'cn: Amy Wong',
  'mail: amy@example.com',
  'mail: a.wong@example.com',
  'description:: TWVuc2No',
  'userPassword:: e1NTSEF9d0p2OXMyWjltMGJTMFIxV1k3QjdCRWZEVVZPQzg2Y3BWL3VDMHc9PQ=',
  ' =',
  'title: Doctor of many',
  '  words',
  'jpegPhoto:: /9j/4AAQSkZJRgABAQAAAQABAAD=',
  '',
  '',
  'dn:: Y249SsO8cmdlbixkYz1leGFtcGxlLGRjPWNvbQ==',
  'cn;lang-de: Jürgen',
  'empty:',
  'objectGUID:: AAECAwQFBgcICQoLDA0ODw==',
  '',
  '# search result',
  'search: 2',
  'result: 0 Success',
  '',
].join('\n');

test.each(['\n', '\r\n'])('entries with all that RFC 2849 allows, lines ended by %j', async (end) => {
  const text = DIRECTORY.replaceAll('\n', end);
  const records = await read(text);
  expect(objectsOf(records)).toEqual([
    {
      dn: 'cn=Amy Wong+sn=Kroker,ou=people,dc=example,dc=com',
      objectclass: ['top', 'inetorgperson'],
      cn: ['Amy Wong'],
      mail: ['amy@example.com', 'a.wong@example.com'],
      description: ['Mensch'],
      userpassword: ['{SSHA}wJv9s2Z9m0bS0R1WY7B7BEfDUVOC86cpV/uC0w=='],
      title: ['Doctor of many words'],
      jpegphoto: [UNDECODED],
    },
    {
      dn: 'cn=Jürgen,dc=example,dc=com',
      'cn;lang-de': ['Jürgen'],
      empty: [''],
      objectguid: ['03020100-0504-0706-0809-0a0b0c0d0e0f'],
    },
  ]);
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 7],
    [2, 21],
  ]);
  for (let size = 1; size < 40; size++) expect(await read(text, size)).toEqual(records);
});

test('bytes that are not UTF-8 are read as western text, or are no text at all, but never nothing', async () => {
  const base64 = (...bytes: number[]) => Buffer.from(bytes).toString('base64');
  const latin1 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
  const key = base64(0x93, 0xc1, 0x1f, 0x88, 0xe0, 0x02, 0xff, 0xd8);
  const cyrillic = base64(0xc8, 0xe2, 0xe0, 0xed);
  const text = `dn: cn=a\nsn:: ${latin1('Müller')}\n\ndn: cn=b\nsn:: ${cyrillic}\nkey:: ${key}\nuserCertificate:: ${latin1('abcÄ')}\n`;
  const records = await read(text);
  expect(objectsOf(records)).toEqual([
    { dn: 'cn=a', sn: ['Müller'] },
    { dn: 'cn=b', sn: [UNDECODED], key: [UNDECODED], usercertificate: [UNDECODED] },
  ]);
  const assumed = records.map(({ body }) => (body.kind === 'object' ? body.assumed?.map(({ code }) => code) : null));
  expect(assumed).toEqual([['text.assumed_encoding'], undefined]);
});

test('what is no whole entry is broken, and the others are read', async () => {
  const text = [
    'dn: cn=a\nchangetype: modify\nreplace: mail\nmail: a@example.com',
    'cn: no name',
    'dn: cn=b\nphoto:< file:///tmp/b.jpg',
    'dn: cn=c\nthis is no attribute',
    'dn: cn=d\n__proto__: x',
    'dn: cn=e\nchangetype: add\nconstructor: y',
  ].join('\n\n');
  const records = await read(text);
  expect(objectsOf(records)).toEqual([
    'record.ldif',
    'record.ldif',
    { dn: 'cn=b', photo: [UNDECODED] } as object,
    'record.ldif',
    'record.ldif',
    { dn: 'cn=e', changetype: ['add'], constructor: ['y'] },
  ]);
});

test('an entry that never ends is an error, not a full memory', async () => {
  async function* endless(): AsyncGenerator<string> {
    yield 'dn: cn=a\n';
    for (;;) yield `description: ${'x'.repeat(1_000_000)}\n`;
  }
  expect(await problemsOf(collect(ldifRecords(endless(), FILE, 1)))).toEqual([
    'users.ldif:1: the entry that starts here is longer than 16 MiB. Check that the file is LDIF, with blank lines between entries.',
  ]);
});

test.each(['users.ldif', 'users.txt', 'users.csv'])('it is told by its content: %s', async (name) => {
  using folder = tempFolder();
  writeFiles(folder.path, { [name]: DIRECTORY });
  const { file, records } = await readFile(folder.path, name);
  expect(file).toMatchObject({ format: 'ldif', columns: null });
  expect(records).toHaveLength(2);
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/source/page-claims.ts';
import { DEFAULT_LAYOUT, type ListPath } from '../../src/source/source-layout.ts';
import { xmlRecords } from '../../src/source/xml.ts';
import { createXmlParser } from '../../src/source/xml-parser.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { collect, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FILE = { name: 'a.xml', index: 0 };
const PATH = ['users', 'user'];

const read = (text: string, size = 7, path: ListPath = PATH) => collect(xmlRecords(pieces(text, size), FILE, 1, path));

/** The settings of a mapping with these paths of records. */
const at = (...records: ListPath[]) => ({ layout: { ...DEFAULT_LAYOUT, records } });

const DOCUMENT = `<?xml version="1.0" encoding="UTF-8"?>
<!-- <user>not one</user> -->
<?pi <user/> ?>
<users xmlns="urn:example:users" xmlns:x="urn:example:x" list="web">
  <header><user id="none"/></header>
  <user id="1" x:tier="gold">
    <name>Größe &amp; Söhne &#x1F98A;</name>
    <mail kind="work">a@example.com</mail>
    <x:tag>a</x:tag><x:tag lang="de">b</x:tag><x:tag/>
    <note><![CDATA[<b>1 & 2</b>]]> and <!-- no -->more</note>
    <empty></empty>
  </user><user id="2"
    ><address><city>Köln</city></address></user>
  <user/>
  <user>text</user>
  <user>mixed <b>bold</b> text</user>
</users>
`;

const RECORDS = [
  {
    '@id': '1',
    '@x:tier': 'gold',
    name: 'Größe & Söhne 🦊',
    mail: { '@kind': 'work', '#text': 'a@example.com' },
    'x:tag': ['a', { '@lang': 'de', '#text': 'b' }, ''],
    note: '<b>1 & 2</b> and more',
    empty: '',
  },
  { '@id': '2', address: { city: 'Köln' } },
  {},
  { '#text': 'text' },
  { b: 'bold', '#text': 'mixed  text' },
];

test('elements become objects like those of JSON, with the line where they begin', async () => {
  const records = await read(DOCUMENT);
  expect(objectsOf(records)).toEqual(RECORDS);
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    [1, 6],
    [2, 12],
    [3, 14],
    [4, 15],
    [5, 16],
  ]);
});

test.each(['\n', '\r\n', '\r'])(
  'however the text is split and its lines end (%j), the records are the same',
  async (end) => {
    const text = DOCUMENT.replaceAll('\n', end);
    const whole = await read(text, text.length);
    expect(objectsOf(whole)).toEqual(RECORDS);
    for (let size = 1; size < 40; size += 1) expect(await read(text, size)).toEqual(whole);
  },
);

test('attributes about the document are no data', async () => {
  const text =
    '<users xmlns:xsi="urn:x"><user xmlns="urn:a" xmlns:b="urn:b" xsi:schemaLocation="a b"><born xsi:nil="true"/><kind xsi:type="x">1</kind></user></users>';
  expect(objectsOf(await read(text))).toEqual([{ born: '', kind: { '@xsi:type': 'x', '#text': '1' } }]);
});

test('names that objects have by themselves are names like others', async () => {
  const [record] = objectsOf(
    await read('<users><user><__proto__><a>1</a></__proto__><constructor>x</constructor></user></users>'),
  );
  expect(Object.keys(record as object)).toEqual(['__proto__', 'constructor']);
  expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
  expect(({} as { a?: unknown }).a).toBeUndefined();
});

test('the records may be further down, in several elements, and inside elements of their own name', async () => {
  const text = '<user><list><user><user>1</user></user></list><other><user/></other><list><user a="2"/></list></user>';
  expect(objectsOf(await read(text, 5, ['user', 'list', 'user']))).toEqual([{ user: '1' }, { '@a': '2' }]);
});

test('the root may be the only record', async () => {
  expect(objectsOf(await read('<user><id>1</id></user>', 5, ['user']))).toEqual([{ id: '1' }]);
});

const ENTITY =
  'there is a & that begins neither a reference to a character nor one of &amp; &lt; &gt; &quot; &apos;. Others are refused; a & in a text must be written &amp;.';
const CUT_OFF =
  'the file ends before its XML does, and nothing after this line could be read. It is truncated, or a tag, a comment or a & here has no end: create or transfer it again.';
const INVALID = 'this is not valid XML. Look for a missing or extra < > " or & here or just before.';
const DOCTYPE =
  'the document has a DOCTYPE, which is refused because it can define entities. Export without it, or remove it.';
const SECOND =
  'the document has ended here, but text follows. Several exports must be several files: give them as a pattern, such as users-*.xml.';
const BEFORE =
  'text or a blank line is before the XML declaration or the first element. Remove it, or create the file again.';
const CHARACTER = 'there is a character that XML does not allow. Export the file again without it.';
const END_TAG = 'this end tag closes no open element. Create or transfer the file again.';

test.each([
  ['an entity of its own', '<users><user>\n&secret;</user></users>', `2: ${ENTITY}`],
  ['an entity in an attribute', '<users><user a="&secret;"/></users>', `1: ${ENTITY}`],
  ['an entity of HTML', '<users><user>\n\n&nbsp;</user></users>', `3: ${ENTITY}`],
  ['a bare ampersand', '<users>\n<user>Smith & Sons</user>\n<user>&amp;</user></users>', `2: ${ENTITY}`],
  ['a bare ampersand, the last one', '<users>\n<user>Smith & Sons</user>\n</users>', `2: ${CUT_OFF}`],
  ['a reference to no character', '<users><user>&#0;</user></users>', `1: ${ENTITY}`],
  ['a DOCTYPE', '<!DOCTYPE users>\n<users><user/></users>', `1: ${DOCTYPE}`],
  [
    'a DOCTYPE with entities',
    '<!DOCTYPE a [<!ENTITY b "secret">\n]>\n<users><user>&b;</user></users>',
    `2: ${DOCTYPE}`,
  ],
  ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/secret">]><users/>', `1: ${DOCTYPE}`],
  ['a document that is cut off', '<users>\n<user>\n<secret>', `3: ${CUT_OFF}`],
  ['a document that is cut off between records', '<users>\n<user/>\n', `2: ${CUT_OFF}`],
  ['a document that is cut off in a tag', '<users><user secret="', `1: ${CUT_OFF}`],
  ['a comment that is not closed', '<users><user/>\n<!-- secret </users>', `2: ${CUT_OFF}`],
  ['a CDATA section that is not closed', '<users><user><![CDATA[ secret</user></users>', `1: ${CUT_OFF}`],
  ['only a comment', '<!-- secret -->', `1: ${CUT_OFF}`],
  ['two documents', '<?xml version="1.0"?>\n<users/>\n<?xml version="1.0"?>\n<users/>', `3: ${SECOND}`],
  ['two roots', '<users/>\n<users/>', `2: ${SECOND}`],
  ['text after the document', '<users/>\nsecret', `2: ${SECOND}`],
  ['a blank line before the declaration', '\n<?xml version="1.0"?>\n<users/>', `2: ${BEFORE}`],
  ['text before the document', 'secret <users/>', `1: ${BEFORE}`],
  ['elements that overlap', '<users><user><a><b></a></b></user></users>', `1: ${END_TAG}`],
  ['an end tag without beginning', '<users><user></secret></user></users>', `1: ${END_TAG}`],
  ['an attribute without quotes', '<users><user a=secret/></users>', `1: ${INVALID}`],
  [
    'an attribute twice',
    '<users><user a="1" a="2"/></users>',
    '1: an element has the same attribute twice here. Export the file again.',
  ],
  ['a < in a text', '<users><user>1 < 2</user></users>', `1: ${INVALID}`],
  ['a control character', '<users><user>\u0001</user></users>', `1: ${CHARACTER}`],
])('%s is an error with the line and none of the text', async (_name, text, says) => {
  for (const size of [1, 7, text.length]) expect(await problemsOf(read(text, size))).toEqual([`a.xml:${says}`]);
});

describe('limits', () => {
  const LIMIT = 10_000;
  const LONG = 'x'.repeat(LIMIT);
  const tooLong = (line: number, what: string) =>
    `a.xml:${line}: ${what} is longer than 16 MiB. Check that \`records\` leads to the elements that are users.`;
  const RECORD = 'the record that starts here';
  const PIECE = 'the piece of the document that starts here';

  test.each([
    ['a long text in a record', `<users>\n<user><a>${LONG}</a></user></users>`, 2, RECORD],
    ['a long attribute', `<users>\n<user a="${LONG}"/></users>`, 2, RECORD],
    ['many short elements', `<users>\n<user>${'<a/>'.repeat(LIMIT / 4)}</user></users>`, 2, RECORD],
    ['a long comment', `<users>\n<!--${LONG}--></users>`, 2, PIECE],
    ['a long DOCTYPE', `<!DOCTYPE a [${LONG}`, 1, PIECE],
    ['a long name', `<${LONG}`, 1, PIECE],
    ['a long text outside of records', `<users>\n\n<a>${LONG}</a></users>`, 3, PIECE],
  ])('%s', async (_name, text, line, what) => {
    let depth = 0;
    const parser = await createXmlParser(
      'a.xml',
      {
        onOpen: () => (depth += 1),
        onClose: () => (depth -= 1),
        onAttribute: () => undefined,
        onText: () => undefined,
        isInRecord: () => depth > 1 && /<user[ >]/.test(text),
      },
      LIMIT,
    );
    const parse = async () => {
      for await (const piece of pieces(text, 100)) parser.write(piece);
      parser.finish();
    };
    expect(await problemsOf(parse())).toEqual([tooLong(line, what)]);
  });

  test('16 MiB', { timeout: 60_000 }, async () => {
    const text = `<users>\n<user><a>${'x'.repeat(16 * 1024 * 1024)}</a></user></users>`;
    expect(await problemsOf(read(text, 65_536))).toEqual([tooLong(2, RECORD)]);
  });

  test('100 levels, and no more', async () => {
    const nested = (levels: number) => `<users><user>${'<a>'.repeat(levels)}1${'</a>'.repeat(levels)}</user></users>`;
    expect(await read(nested(98), 1_000)).toHaveLength(1);
    for (const levels of [99, 100_000])
      expect(await problemsOf(read(nested(levels), 1_000))).toEqual([
        'a.xml:1: elements are nested deeper than 100 levels here. This is not an export of users; create it again.',
      ]);
  });

  test('a document may be larger than a record', async () => {
    const user = `<user><a>${'x'.repeat(100_000)}</a></user>`;
    expect(await read(`<users>${user.repeat(20)}</users>`, 65_536)).toHaveLength(20);
  });
});

describe('what the document says about its list', () => {
  const pageOf = async (text: string, path: ListPath = PATH): Promise<Page | undefined> => {
    const pages: Page[] = [];
    await collect(xmlRecords(pieces(text, 7), FILE, 1, path, (page) => pages.push(page)));
    return pages[0];
  };

  test.each([
    ['an attribute of the root', '<users total="500"><user/></users>', { total: { value: 500, key: 'total' } }],
    [
      'an element next to the records',
      '<users><user/><totalCount> 500 </totalCount></users>',
      { total: { value: 500, key: 'totalCount' } },
    ],
    [
      'a page',
      '<users><page><hasNext>true</hasNext></page><user/></users>',
      { more: { value: true, key: 'page.hasNext' } },
    ],
    [
      'a page with attributes',
      '<users><user/><paging next="abc"/></users>',
      { more: { value: true, key: 'paging.next' } },
    ],
    ['a link', '<users><user/><link rel="next" href="x"/></users>', { more: { value: true, key: 'link.rel' } }],
    ['no more', '<users hasMore="false"><user/></users>', { more: { value: false, key: 'hasMore' } }],
    ['a record', '<users><user total="500"><total>7</total></user></users>', {}],
    ['something else', '<users><header><total>7</total></header><user/></users>', {}],
  ])('%s', async (_name, text, claims) => {
    expect(await pageOf(text)).toEqual({
      ...{ total: null, atLeast: null, offset: null, pages: null, more: null, limit: null, file: 0, rows: 1 },
      ...claims,
    });
  });
});

describe('a file', () => {
  const TEXT = '<?xml version="1.0"?>\n<users>\n<user><id>1</id></user>\n<user><id>2</id></user></users>\n';

  test('is XML by its content, plain and compressed', async () => {
    using folder = tempFolder();
    writeFiles(folder.path, {
      'a.xml': TEXT,
      'b.csv': TEXT,
      'c.xml.gz': gzipSync(TEXT),
      d: `<!-- x -->${TEXT.slice(22)}`,
    });
    for (const name of ['a.xml', 'b.csv', 'c.xml.gz', 'd']) {
      const { file, records } = await readFile(folder.path, name, at(['customers', 'customer'], ['users', 'user']));
      expect(file).toMatchObject({ format: 'xml', columns: null, delimiter: null, encoding: 'utf-8' });
      expect(objectsOf(records)).toEqual([{ id: '1' }, { id: '2' }]);
    }
  });

  test('whose records the mapping does not name is an error that names its repeated elements', async () => {
    using folder = tempFolder();
    const text =
      '<export><users><user id="1"><tag n="1"/><tag n="2"/></user><user/></users><group n="1"/><group/></export>';
    writeFiles(folder.path, { 'a.xml': text, 'b.xml': '<export><a>1</a><a>2</a></export>' });
    const repeats =
      'It repeats export/group, export/users/user, export/users/user/tag. If export/group are the records, add to the mapping: source: { records: export/group }.';
    expect(await problemsOf(readExport(folder.path, 'a.xml'))).toEqual([
      `a.xml is XML, and the mapping does not name the elements that are records. ${repeats}`,
    ]);
    expect(await problemsOf(readExport(folder.path, 'a.xml', at(['users', 'user'], ['x'])))).toEqual([
      `a.xml has none of the elements that the mapping expects (users/user, x). ${repeats}`,
    ]);
    expect(await problemsOf(readExport(folder.path, 'b.xml'))).toEqual([
      'b.xml is XML, and the mapping does not name the elements that are records. It repeats no element that has elements or attributes. Name the path of the records in the mapping, such as source: { records: users/user }.',
    ]);
  });

  test('what it may be is asked with the keys of the first of them', async () => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'a.xml': TEXT.replace('<user>', '<user n="1">') });
    const asked: unknown[] = [];
    const recognise = (found: unknown): string => {
      asked.push(found);
      return 'It is of Example.';
    };
    expect(await problemsOf(readExport(folder.path, 'a.xml', { recognise }))).toEqual([
      'a.xml is XML, and the mapping does not name the elements that are records. It is of Example.',
    ]);
    expect(asked).toEqual([{ document: ['users'], keys: ['@n', 'id'], lists: [['users', 'user']] }]);
  });

  test('that is invalid before any record', async () => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'a.xml': '<export>\n<x></y></export>' });
    expect(await problemsOf(readExport(folder.path, 'a.xml'))).toEqual([`a.xml:2: ${END_TAG}`]);
  });

  test('of another format, and another format that is XML', async () => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'a.xml': TEXT, 'b.csv': 'id\n1\n' });
    for (const format of ['csv', 'json', 'ndjson', 'ldif'] as const)
      expect(await problemsOf(readExport(folder.path, 'a.xml', { format }))).toEqual([
        `a.xml is XML, but format is set to ${format}. Set it to xml or auto.`,
      ]);
    expect(await problemsOf(readExport(folder.path, 'b.csv', { format: 'xml', ...at(PATH) }))).toEqual([
      'b.csv is not XML: it does not begin with <. Check the file, or set format.',
    ]);
  });

  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><users><user>ä€</user></users>`;
  test.each([
    ['UTF-8', 'utf-8', 'utf-8'],
    ['utf-8', 'utf-8', 'utf-8'],
    ['ISO-8859-1', 'windows-1252', 'windows-1252'],
    ['Windows-1252', 'windows-1252', 'windows-1252'],
    ['UTF-16', 'utf-16le', 'utf-16le'],
  ])('declared as %s', async (encoding, bytes, used) => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'a.xml': encoded(declared(encoding), bytes) });
    const { file, records } = await readFile(folder.path, 'a.xml', at(PATH));
    expect(file.encoding).toBe(used);
    expect(objectsOf(records)).toEqual([{ '#text': 'ä€' }]);
  });

  test.each([
    [
      'UTF-8',
      'windows-1252',
      'declares the encoding UTF-8, but its bytes are not UTF-8. Correct the declaration, or set',
    ],
    [
      'ISO-8859-1',
      'utf-8',
      'declares the encoding ISO-8859-1, but its bytes are UTF-8. Correct the declaration, or set',
    ],
    [
      'ISO-8859-15',
      'windows-1252',
      'declares the encoding ISO-8859-15, which is not supported. Save it as UTF-8, or set',
    ],
  ])('declared as %s with bytes of %s', async (encoding, bytes, says) => {
    using folder = tempFolder();
    writeFiles(folder.path, { 'a.xml': encoded(declared(encoding), bytes) });
    expect(await problemsOf(readExport(folder.path, 'a.xml', at(PATH)))).toEqual([
      `a.xml:1: the XML ${says} encoding if you know it.`,
    ]);
    const set = { ...at(PATH), encoding: bytes === 'utf-8' ? 'utf-8' : 'windows-1252' } as const;
    expect(objectsOf((await readFile(folder.path, 'a.xml', set)).records)).toEqual([{ '#text': 'ä€' }]);
  });
});

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { impexRecords } from '../../src/source/impex.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { collect, objectsOf, pieces, problemsOf, readExport, readFile, writeFiles } from './read-export.ts';

const FILE = { name: 'a.impex', index: 0 };
const read = (text: string, size = 7) => collect(impexRecords(pieces(text, size), FILE, 1));

const SCRIPT = `# A comment with "quotes; and $macros
$group = customergroup
$mail=@example.com
$all=$group,vips
"#% impex.setLocale( new Locale( ""de"" , """" ) );"
#% more code

INSERT_UPDATE Title; code[unique = true]; name[lang=de]; name[lang=en];
; dr ; Dr. ; Dr. ;
insert_update Customer[cacheUnique=true];uid[unique=true];groups(uid)[mode=append];@password[translator=a.B];loginDisabled[default=false];title(code);note
  # another comment
;ada$mail;$all;md5:$2a$x;;<ignore>;"two
lines # no comment; ""quoted"""
;ben$mail;$other;*:x;true;<null>;5" disk
B2BCustomer;cleo;;\\
;true;dr;\\
long
;dora;;;;
;emil;;;;;;
;fritz;;;;;;x
no type!;gina;;;;;
;;;;;;
INSERT_UPDATE Employee;uid;
;admin
`;

const RECORDS = [
  { '@itemtype': 'Title', code: 'dr', name_de: 'Dr.', name_en: 'Dr.' },
  {
    ...{ '@itemtype': 'Customer', uid: 'ada@example.com', groups: 'customergroup,vips', password: 'md5:$2a$x' },
    ...{ loginDisabled: 'false', note: 'two\nlines # no comment; "quoted"' },
  },
  {
    ...{ '@itemtype': 'Customer', uid: 'ben@example.com', groups: '$other', password: '*:x' },
    ...{ loginDisabled: 'true', title: '', note: '5" disk' },
  },
  {
    '@itemtype': 'B2BCustomer',
    uid: 'cleo',
    groups: '',
    password: '',
    loginDisabled: 'true',
    title: 'dr',
    note: 'long',
  },
  'record.columns',
  { '@itemtype': 'Customer', uid: 'emil', groups: '', password: '', loginDisabled: 'false', title: '', note: '' },
  'record.columns',
  'record.columns',
  { '@itemtype': 'Employee', uid: 'admin' },
];

test('rows of all types are records, with the names and lines of their file', async () => {
  const records = await read(SCRIPT, 1_000);
  expect(objectsOf(records)).toEqual(RECORDS);
  expect(records.map(({ row, line }) => [row, line])).toEqual([
    ...[1, 2, 3].map((row) => [row, [9, 12, 14][row - 1]]),
    ...[4, 5, 6, 7, 8, 9].map((row) => [row, [15, 18, 19, 20, 21, 24][row - 4]]),
  ]);
});

test.each(['\n', '\r\n', '\r'])(
  'however the text is split and its lines end (%j), the records are the same',
  async (end) => {
    const text = SCRIPT.replaceAll('\n', end);
    const whole = await read(text, text.length);
    expect(whole.map(({ line }) => line)).toEqual([9, 12, 14, 15, 18, 19, 20, 21, 24]);
    for (let size = 1; size < 30; size += 1) expect(await read(text, size)).toEqual(whole);
  },
);

test('a script is recognised by its first header', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, {
    a: '# x\n\n$a=b\nINSERT_UPDATE Customer;uid\n;ada\n',
    'b.impex': '# x\n',
    'c.sql': 'INSERT INTO users VALUES (1);\n',
    'd.csv': 'UPDATE;uid\nx;y\n',
  });
  const formatOf = async (name: string) => (await readFile(folder.path, name)).file.format;
  expect(await formatOf('a')).toBe('impex');
  expect(await formatOf('b.impex')).toBe('impex');
  expect(await formatOf('c.sql')).toBe('csv');
  expect(await formatOf('d.csv')).toBe('csv');
});

test.each([
  ['a row before any header', '# x\n;secret;b\n', '2: there is a row before the first header, such as'],
  ['REMOVE', 'REMOVE Customer;uid\n;secret\n', '1: REMOVE deletes items: this is not an export.'],
  ['an attribute twice', 'INSERT Customer;uid;uid[unique=true]\n', '1: the header has an attribute twice.'],
  [
    'a second header of the type with other columns',
    'INSERT Customer;uid;name\n;a;b\nUPDATE Customer;uid;loginDisabled\n;a;true\n',
    '3: this is a second header of Customer with other columns, which would split users into two records.',
  ],
  [
    'rows in another file',
    'INSERT Customer;uid\n\n"#% impex.includeExternalDataMedia(""secret.csv"", ""UTF-8"", \';\', 1, -1);"\n',
    '3: the rows of this header are in another file of the export.',
  ],
  [
    'rows in another file, in code without quotes',
    'INSERT Customer;uid\n#% impex.includeExternalDataMedia("secret.csv", "UTF-8", \';\', 1, -1);\n',
    '2: the rows of this header are in another file of the export.',
  ],
  [
    'a quote that is not closed',
    'INSERT Customer;uid\n;"secret\n;b\n',
    '2: the record that starts here has a quote that is not closed;',
  ],
  ['macros of macros of macros', bomb(), '7: macros make a text of more than 1 MiB.'],
  [
    'a macro in many cells',
    `$a=${'x'.repeat(1_000)}\nINSERT Customer;uid\n;${'$a'.repeat(2_000)}\n`,
    '3: macros make a text',
  ],
])('%s is an error with the line and none of the text', async (_name, text, says) => {
  for (const size of [7, text.length]) {
    const [problem = ''] = await problemsOf(read(text, size));
    expect(problem).toMatch(new RegExp(`^a\\.impex:${says.replaceAll('.', '\\.')}`));
    expect(problem).not.toContain('secret');
  }
});

function bomb(): string {
  return Array.from({ length: 20 }, (_, at) => `$m${at}=${at === 0 ? 'ha' : `$m${at - 1}`.repeat(10)}\n`).join('');
}

test('the same header twice goes on with the type', async () => {
  const text = 'INSERT_UPDATE Customer;uid\n;a\nINSERT_UPDATE Title;code\n;x\nINSERT_UPDATE Customer;uid\n;b\n';
  expect(objectsOf(await read(text)).map((each) => Object.values(each as object))).toEqual([
    ['Customer', 'a'],
    ['Title', 'x'],
    ['Customer', 'b'],
  ]);
});

describe('any cells', () => {
  const cell = fc
    .string({ unit: 'grapheme' })
    .filter((each) => !/[\p{Cc}\p{Cs}\uFEFF]/u.test(each) && each.trim() === each);
  test('that are written in quotes are read, however they are split', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell)), fc.integer({ min: 1, max: 30 }), async (rows, size) => {
        const filled = rows.filter(([a]) => a !== '' && !a.startsWith('<'));
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = `INSERT Customer;a;b\n${filled.map(([a, b]) => `;${quoted(a)};${quoted(b)}\n`).join('')}`;
        const expected = filled.map(([a, b]) => ({
          ...{ '@itemtype': 'Customer', a },
          ...(b !== '<ignore>' && { b: b === '<null>' ? '' : b }),
        }));
        expect(objectsOf(await read(text, size))).toEqual(expected);
      }),
    );
  });

  test('and any text is read or refused', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        ...['INSERT Customer;uid;name\n', ';', '"', '\n', '\\\n', '#', '#%', '$a=', '$a', '<ignore>', '\r', '[', '('],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async (parts) => {
        const outcome = (size: number) =>
          read(parts.join(''), size).catch((error: unknown) => {
            if (!(error instanceof InputError)) throw error;
            return error.problems;
          });
        expect(await outcome(3)).toEqual(await outcome(10_000));
      }),
      { numRuns: 300 },
    );
  });
});

test('an empty script has no records', async () => {
  using folder = tempFolder();
  writeFiles(folder.path, { 'a.impex': '# nothing\n' });
  expect((await readExport(folder.path, 'a.impex')).records).toEqual([]);
});

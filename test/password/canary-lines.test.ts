import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { parseCanary } from '../../src/password/canary-lines.ts';
import { InputError } from '../../src/runtime/input-error.ts';

/** The identifier of each line and its password, which is only lent. */
async function pairs(text: string): Promise<string[][]> {
  const read = parseCanary(text).map(async ({ identifier, password }) => [
    identifier,
    await password.lendTo(async (plaintext) => plaintext),
  ]);
  return await Promise.all(read);
}

test('a password cannot become part of a message, whatever word it is', () => {
  const [line] = parseCanary('ada,the');
  const shown = [
    JSON.stringify(line),
    String(line?.password),
    `${line?.password}`,
    inspect(line, { showHidden: true, depth: 9 }),
  ];
  for (const text of shown) expect(text).not.toContain('the');
});

test.each([
  ['plain', 'ada@example.com,Sommer-2019!', [['ada@example.com', 'Sommer-2019!']]],
  ['commas in the plaintext', 'ada,one,two,,three', [['ada', 'one,two,,three']]],
  ['spaces belong to the plaintext', ' ada , with spaces ', [['ada', ' with spaces ']]],
  ['a quoted identifier', '"Roth, Pia",secret', [['Roth, Pia', 'secret']]],
  ['a quoted plaintext', 'ada," spaces, commas and ""quotes"" "', [['ada', ' spaces, commas and "quotes" ']]],
  ['a quote that is not closed is part of the plaintext', 'ada,"secret', [['ada', '"secret']]],
  ['a quote inside', 'ada,sec"ret', [['ada', 'sec"ret']]],
  [
    'blank lines and every line end',
    '\ufeffada,a\r\n\r\nbea,b\n  \ncleo,c\r',
    [
      ['ada', 'a'],
      ['bea', 'b'],
      ['cleo', 'c'],
    ],
  ],
  ['nothing', '\n', []],
] as const)('%s', async (_name, text, expected) => {
  expect(await pairs(text)).toEqual(expected);
});

test('lines keep their numbers', () => {
  expect(parseCanary('\nada,a\n\nbea,b').map(({ line }) => line)).toEqual([2, 4]);
});

test('every line that is none is named, and none is quoted', () => {
  const text = 'ada@example.com;Geheim1\n,Geheim2\nbea@example.com,\n"unclosed,Geheim3\nok@example.com,fine';
  const problems = problemsOf(text);
  expect(problems).toEqual([
    'password-canary line 1: must be "identifier,plaintext".',
    'password-canary line 2: the identifier is missing.',
    'password-canary line 3: the plaintext is missing.',
    'password-canary line 4: must be "identifier,plaintext".',
  ]);
});

test('a whole export is no canary', () => {
  const text = Array.from({ length: 101 }, (_, index) => `user${index},secret`).join('\n');
  expect(problemsOf(text).join()).toContain('101 lines');
});

function problemsOf(text: string): readonly string[] {
  try {
    parseCanary(text);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
  }
  throw new Error('no InputError');
}

import fc from 'fast-check';
import { parseString } from 'fast-csv';
import { describe, expect, test } from 'vitest';
import {
  csvCell,
  escapeControlChars,
  escapeHtml,
  escapeJson,
  escapeMarkdown,
  logLine,
  markdownCode,
  markdownLink,
  shorten,
} from '../../src/text/escape.ts';
import { HOSTILE } from '../support/report-builder.ts';
import { inLog } from '../support/runner-log.ts';

fc.configureGlobal({ seed: 20260301, numRuns: 300 });

const STEERING = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const MARKDOWN_STRUCTURE = /[&<>\\`*[\]|~$@#]|www\.|:\/|:[a-z]|(?<![a-z0-9])_|_(?![a-z0-9])/i;

/** Any text, with what hurts in it more often than chance would have it. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '\r',
        '\t',
        '::',
        '##[',
        ']',
        '=',
        '+',
        '-',
        '@',
        '"',
        "'",
        ';',
        ',',
        '|',
        '`',
        '<',
        '&',
        '\\',
      ),
      fc.constantFrom(
        '\u001b[31m',
        '\u0085',
        '\u202e',
        '\u2066',
        '\ufeff',
        '\ud800',
        '\u{e0041}',
        '%0A',
        'www.',
        '#1',
        ' ',
      ),
      fc.constantFrom('set-output name=x::', 'error::', 'add-mask', ...Object.values(HOSTILE)),
    ),
  )
  .map((parts) => parts.join(''));

describe('escapeControlChars', () => {
  test('shows what steers a terminal, a line or the direction of writing', () => {
    expect(escapeControlChars('a\nb\r\tc\u001b[31m\u202e\u0085\u{e0041}\ud800')).toBe(
      'a\\nb\\r\\tc\\u001b[31m\\u202e\\u0085\\u{e0041}\\ud800',
    );
  });
  test('leaves names of people alone', () => {
    for (const name of ['Zoë Müller-Lüdenscheidt', 'نیم\u200cفاصله', '王小明', "O'Brien", '👩\u200d🚀'])
      expect(escapeControlChars(name)).toBe(name);
  });
  test('nothing that steers gets through', () => {
    fc.assert(fc.property(text, (given) => !STEERING.test(escapeControlChars(given))));
  });
});

describe('escapeHtml', () => {
  test('is what the browser turns back into the text with escapes', () => {
    fc.assert(
      fc.property(text, (given) => {
        const html = escapeHtml(given);
        expect(html).not.toMatch(/[<>"'`]/);
        expect(html).not.toMatch(STEERING);
        expect(html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))).toBe(
          escapeControlChars(given),
        );
      }),
    );
  });
});

describe('markdown', () => {
  test('text cannot form structure, HTML, links or mentions', () => {
    fc.assert(
      fc.property(text, (given) => {
        const markdown = escapeMarkdown(given);
        expect(markdown).not.toMatch(STEERING);
        expect(markdown.replaceAll(/&#\d+;/g, '')).not.toMatch(MARKDOWN_STRUCTURE);
      }),
    );
  });
  test('a mention reaches GitHub torn apart, since it looks for them after decoding', () => {
    expect(escapeMarkdown('@octocat #12')).toBe('&#64;&#8203;octocat &#35;&#8203;12');
  });
  test('code holds no structure either', () => {
    expect(markdownCode('a|b`c`')).toBe('<code>a&#124;b&#96;c&#96;</code>');
    expect(markdownCode(' ')).toBe('');
    fc.assert(
      fc.property(text, (given) => {
        const inner = markdownCode(given).replace(/^<code>|<\/code>$|&#\d+;/g, '');
        expect(inner).not.toMatch(MARKDOWN_STRUCTURE);
      }),
    );
  });
  test('what forms nothing stays readable in the raw text', () => {
    const harmless =
      'users-2019.csv:42 email.invalid mobile_number v1.a.b tenant.http_500: half of them (95 %), 2+2=4!';
    expect(escapeMarkdown(harmless)).toBe(harmless);
    expect(markdownCode(harmless)).toBe(`<code>${harmless}</code>`);
  });
  test('a link leads to http or a relative place, or is none', () => {
    expect(markdownLink('page', './1/artifacts/2')).toBe('[page](./1/artifacts/2)');
    expect(markdownLink('page', 'https://example.com/a_(b)')).toBe('[page](https://example.com/a%5f%28b%29)');
    for (const address of ['javascript:alert(1)', '//evil.example', 'data:text/html,x', 'https://a b']) {
      expect(markdownLink('page', address)).toBe('page');
    }
  });
});

describe('csvCell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+4915112345678', "'+4915112345678"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\\t=1"],
    ['\r=1', "'\\r=1"],
    ['  =1', `"'  =1"`.replaceAll('"', '')],
    ['＝1', "'＝1"],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['a;=1', `"a;'=1"`],
    ['plain', 'plain'],
  ])('%j becomes %s', (given, expected) => {
    expect(csvCell(given)).toBe(expected);
  });
  test('numbers stay numbers and nothing stays empty', () => {
    expect([csvCell(12), csvCell(-1), csvCell(null), csvCell('')]).toEqual(['12', '-1', '', '']);
  });

  const cells = (line: string, delimiter: string): Promise<string[][]> =>
    new Promise((resolve, reject) => {
      const rows: string[][] = [];
      parseString(line, { delimiter })
        .on('data', (row: string[]) => rows.push(row))
        .on('error', reject)
        .on('end', () => resolve(rows));
    });
  test('is one cell to a parser, and no formula to a spreadsheet', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const [row, ...others] = await cells(`1,${csvCell(given)},2\r\n`, ',');
        expect(others).toEqual([]);
        expect(row).toHaveLength(3);
        expect(row?.[1]).not.toMatch(/^[\s"']*[=+\-@＝＋－＠]/.test(given) ? /^[^']/ : /^[=+\-@\t\r]/);
        expect(row?.[1]).not.toMatch(STEERING);
      }),
    );
  });
  test('nor to one in a locale that splits at semicolons', () => {
    fc.assert(
      fc.property(text, (given) => {
        // Such a spreadsheet sees a quote in the middle of a field as a character.
        for (const part of `1,${csvCell(given)},2`.split(';').slice(1)) expect(part).not.toMatch(/^[\s"]*[=+\-@]/);
      }),
    );
  });
});

describe('logLine', () => {
  test('no text makes the runner do something', () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = logLine(given);
        expect(line).not.toMatch(STEERING);
        const { log, commands, annotations, secrets } = inLog(line);
        expect({ log, commands, annotations, secrets }).toEqual({
          log: line,
          commands: [],
          annotations: [],
          secrets: [],
        });
      }),
    );
  });
  test('stays readable', () => {
    expect(logLine('::error::x ##[group]y 12:30:00 # [1]')).toBe(': :error: :x # #[group]y 12:30:00 # [1]');
  });
});

describe('escapeJson', () => {
  test('the value stays the same and nothing steers', () => {
    fc.assert(
      fc.property(text, (given) => {
        const json = escapeJson(JSON.stringify({ [given]: given }));
        expect(json).not.toMatch(STEERING);
        expect(JSON.parse(json)).toEqual(
          { [given.toWellFormed()]: given }.constructor === Object ? { [given]: given } : {},
        );
      }),
    );
  });
  test('keeps the layout', () => {
    expect(escapeJson(JSON.stringify({ a: '\u202e' }, null, 2))).toBe('{\n  "a": "\\u202e"\n}');
  });
});

describe('shorten', () => {
  test('counts characters as people do and says that it cut', () => {
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('abcd', 3)).toBe('ab…');
    expect(shorten('👋👋👋', 3)).toBe('👋👋👋');
    expect(shorten('👋👋👋👋', 3)).toBe('👋👋…');
  });
  test('never cuts a character in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (given, characters) => {
        const short = shorten(given, characters);
        expect(short.isWellFormed()).toBe(true);
        expect(Array.from(short).length).toBeLessThanOrEqual(characters);
      }),
    );
  });
});

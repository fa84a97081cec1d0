import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { algorithmOf } from '../../src/password/algorithm.ts';
import { ALGORITHMS, isAlgorithmName } from '../../src/password/algorithm-table.ts';
import { CANARY_PROVES } from '../../src/password/canary.ts';
import { FIRST_LOGIN, surenessOf } from '../../src/password/describe.ts';
import { DECLARED_ALGORITHMS } from '../../src/password/hash-parts.ts';
import { packHash } from '../../src/password/pack.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import { packedForm } from '../support/packed-form.ts';
import { hashVectors } from './hash-vectors.ts';

const page = readFileSync(new URL('../../docs/passwords.md', import.meta.url), 'utf8');

/** The rows of the table whose header begins with `first`. */
function tableRows(first: string): string[] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${first} |`));
  const rows = lines.slice(start + 2);
  return rows.slice(
    0,
    rows.findIndex((line) => !line.startsWith('|')),
  );
}

test('the table of algorithms says what the code does', () => {
  const rows = Object.entries(ALGORITHMS).map(([name, { from, support, id, open }]) => {
    const sentAs = id === null ? '`CUSTOM_…`' : `\`${id}\``;
    const form = isAlgorithmName(name) ? `\`${packedForm(name)}\`` : '';
    return `| \`${name}\` | ${from} | ${sentAs} | ${support} | ${open ?? ''} | ${form} |`.replaceAll('|  |', '| |');
  });
  expect(tableRows('algorithm | recognised from')).toEqual(rows);
});

test('{S…} and nothing else in braces is followed by a ring: their salts are bytes', () => {
  const marks = tableRows('algorithm | recognised from').flatMap((row) => [
    ...row.matchAll(/`(\{S?(?:MD5|SHA)\d*\})`(°?)/g),
  ]);
  expect(marks.length).toBeGreaterThan(8);
  for (const [, scheme = '', ring = ''] of marks)
    expect(`${scheme}${ring}`).toMatch(/^\{(S(MD5|SHA).*\}°|(MD5|SHA)\d*\})$/);
});

test('the table of first logins says what the plan says', () => {
  const sureness = {
    native: `${surenessOf('bcrypt', 'native')} For \`open\` ones: ${surenessOf('argon2id', 'native')}`,
    configured: surenessOf('argon2id', 'configured'),
    custom: surenessOf('phpass', 'custom'),
  };
  const who = {
    native: 'cidaas, as documented',
    configured: 'cidaas, as `ids` says',
    custom: 'your verifier (`CUSTOM_…`)',
  };
  const rows = (['native', 'configured', 'custom'] as const).map(
    (route) => `| ${who[route]} | ${FIRST_LOGIN[route]} | ${sureness[route]} |`,
  );
  expect(tableRows('who checks')).toEqual(rows);
});

test('every algorithm that can be declared is named', () => {
  const section = page.slice(page.indexOf('Algorithms that can be declared'), page.indexOf('## What becomes'));
  for (const name of DECLARED_ALGORITHMS) {
    const family = /^(?:hmac|pbkdf2|symfony|aspnet-membership(?:-hmac)?)(?=-)/.exec(name)?.[0];
    const shown = /^spring-(?:md|sha)\d+$/.test(name) ? 'spring-md5' : name;
    expect(section).toContain(family === undefined ? `\`${shown}\`` : `\`${family}-…\``);
  }
});

test('what the canary proves is said as the run says it', () => {
  const said = CANARY_PROVES.replace('This proves', 'It proves').replace('of the export ', '');
  expect(page).toContain(said);
});

describe('what a verifier receives', () => {
  for (const { name, input } of hashVectors()) {
    test(`has the form of the table: ${name}`, () => {
      const recognised = recogniseHash(input);
      if (recognised.kind !== 'hash') throw new Error(`${name} is ${recognised.kind}`);
      expect(packHash(recognised.hash)).toMatch(formPattern(packedForm(algorithmOf(recognised.hash))));
    });
  }
});

/** Texts in backticks of the section that explains the packed text to people who write a verifier. */
const explained = [...page.slice(page.indexOf('`passwordHash` contains')).matchAll(/`([^`]+)`/g)].map(
  ([, span = '']) => span,
);
const isExplained = (pattern: string) => explained.some((span) => new RegExp(pattern).test(span));

/** The name, the parameters and their words of a packed text in which they are ours or of PHC. */
function namesIn(packed: string): { readonly name: string; readonly keys: string[]; readonly words: string[] } {
  const [, name = '', rest = ''] = /^\$([a-z][a-z0-9-]+)\$(.*)$/.exec(packed) ?? [];
  const pairs = [...rest.matchAll(/(?<=^|[$,])([a-z]+)=([^$,]*)(?=[$,])/g)];
  return {
    name: name.replace(/-(?:md\d|sha\d+)$/, ''),
    keys: pairs.map(([, key = '']) => key),
    words: pairs.flatMap(([, key = '', value = '']) =>
      /^(?:salt|at|pw|round|pre)$/.test(key) || name.startsWith('chain') ? value.split(':') : [],
    ),
  };
}

describe('every name, parameter and word of a packed text is explained', () => {
  for (const { name: vector, input } of hashVectors()) {
    const recognised = recogniseHash(input);
    const { name, keys, words } = namesIn(recognised.kind === 'hash' ? packHash(recognised.hash) : '');
    if (name === '') continue;
    test(vector, () => {
      expect([name, isExplained(`\\$${name}[$-]`)]).toEqual([name, true]);
      for (const key of keys) expect([key, isExplained(`(?<![\\w-])${key}(?:=|$)`)]).toEqual([key, true]);
      for (const word of words) expect([word, isExplained(`(?<![\\w-])${word}(?![\\w-])`)]).toEqual([word, true]);
    });
  }
});

/** bcrypt and phpass have several marks for one algorithm. */
function formPattern(form: string): RegExp {
  const escaped = form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const pattern = escaped
    .replace(/(?<=\$)(?:salt|hash|key|separator|before|after)(?=\\\$|$)/g, '[A-Za-z0-9+/]*')
    .replaceAll('…', '.+')
    .replace(/\\\$2b\\\$/, '\\$2[aby]\\$')
    .replace(/^\\\$P\\\$/, '\\$[PH]\\$');
  return new RegExp(`^${pattern}$`);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../src/runtime/input-error.ts';
import { xmlRecords } from '../../src/source/xml.ts';
import { collect, objectsOf, pieces } from './read-export.ts';

const FILE = { name: 'a.xml', index: 0 };
const read = (text: string, size: number) => collect(xmlRecords(pieces(text, size), FILE, 1, ['users', 'user']));

const name = fc.constantFrom('a', 'b-c', 'd.e', 'x:f', '_g', '__proto__');
/** Texts that XML can hold, and in which a line break is not changed. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .filter((each) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(each) && each.trim() === each);

interface Tree {
  readonly attributes: readonly (readonly [string, string])[];
  readonly children: readonly (readonly [string, Tree])[];
  readonly text: string;
}

const attributes = fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 3 });
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.record({ attributes, children: fc.constant([]), text }),
    fc.record({ attributes, children: fc.array(fc.tuple(name, tie('tree')), { maxLength: 3 }), text }),
  ),
}));

const escaped = (each: string): string =>
  each.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&#62;').replaceAll('"', '&#x22;');

function written(tag: string, { attributes, children, text: own }: Tree): string {
  const start = `<${tag}${attributes.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`;
  return `${start}\n${children.map(([key, child]) => written(key, child)).join('<!-- x -->\n')}${escaped(own)}</${tag}>`;
}

function expected(node: Tree, isRecord = false): unknown {
  const content = new Map<string, unknown>(node.attributes.map(([key, value]) => [`@${key}`, value]));
  for (const [key, child] of node.children) {
    const value = expected(child);
    const known = content.get(key);
    if (Array.isArray(known)) known.push(value);
    else content.set(key, known === undefined ? value : [known, value]);
  }
  if (content.size === 0 && !isRecord) return node.text;
  if (node.text !== '') content.set('#text', node.text);
  return Object.fromEntries(content);
}

/** Without the line breaks of the document between elements. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, trimmed(inner)]));
}

test('what is written is read, however it is split', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 4 }), fc.integer({ min: 1, max: 50 }), async (users, size) => {
      const document = `<users>${users.map((each) => written('user', each)).join('\n')}</users>`;
      const records = await read(document, size);
      expect(objectsOf(records).map(trimmed)).toEqual(users.map((each) => expected(each, true)));
    }),
  );
});

/** Pieces of which hostile and broken documents consist. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...['<users>', '</users>', '<user>', '</user>', '<user/>', '<a b="', '"', "'", '>', '<', '/>', '&', ';'],
  ),
  fc.constantFrom(
    ...['<!--', '-->', '<![CDATA[', ']]>', '<?xml version="1.0"?>', '<?x', '?>', '<!DOCTYPE a', '[', ']'],
  ),
  fc.constantFrom(...['<!ENTITY b "&c;&c;">', '&b;', '&#x110000;', '&#0;', '&amp;', '\r\n', '\r', '\ud83e', '\udd8a']),
  fc.string({ unit: 'binary', maxLength: 5 }),
  fc.constantFrom('<a>'.repeat(200), ' a="1"'.repeat(200), 'x'.repeat(5_000)),
);

test('any text is read or refused with its line, however it is split', async () => {
  const outcomeOf = (document: string, size: number) =>
    read(document, size).then(
      (records) => objectsOf(records),
      (error: unknown) => {
        if (!(error instanceof InputError)) throw error;
        return error.problems;
      },
    );
  await fc.assert(
    fc.asyncProperty(fc.array(fragment, { maxLength: 20 }), fc.boolean(), async (fragments, isWrapped) => {
      // Half a surrogate pair does not come out of a decoder.
      const inner = fragments.join('').toWellFormed();
      const document = isWrapped ? `<users><user>${inner}</user></users>` : inner;
      const whole = await outcomeOf(document, document.length + 1);
      const split = await outcomeOf(document, 3);
      // Of several errors, the split decides which one is found first.
      if (!isRefused(whole)) expect(split).toEqual(whole);
      else for (const problems of [whole, split]) expect(problems).toEqual([expect.stringMatching(/^a\.xml:\d+: /)]);
    }),
    { numRuns: 500 },
  );
});

function isRefused(outcome: readonly unknown[]): boolean {
  return outcome.some((each) => typeof each === 'string');
}

test('a billion laughs do not begin', async () => {
  const entities = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const document = `<!DOCTYPE users [<!ENTITY l0 "ha">${entities}]><users><user>&l10;</user></users>`;
  await expect(read(document, 100)).rejects.toThrow(/has a DOCTYPE, which is refused/);
});

import fc from 'fast-check';

/** What breaks parsers: ends, quotes and brackets of every format, and bytes that are no text. */
const TOKENS = [
  ...[
    '"',
    "'",
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\\',
    '[',
    ']',
    '{',
    '}',
    ':',
    '#',
    '&a ',
    '*a',
    '- ',
    '? ',
    '|',
    '<<: ',
  ],
  ...[
    '\0',
    '\ufeff',
    '\u2028',
    '\xff',
    '\ud800',
    '1e999',
    '9'.repeat(400),
    'null',
    '"":',
    '__proto__',
    '!!binary ',
    '%',
    '=1+1',
  ],
  ...['['.repeat(2_000), '{"a":'.repeat(2_000), 'x'.repeat(70_000), '\n'.repeat(3_000), '""'.repeat(2_000)],
] as const;

/** A change of a file; `at` and `to` are shares of its length. */
type Mutation =
  | { readonly kind: 'insert'; readonly at: number; readonly token: string }
  | { readonly kind: 'cut' | 'drop' | 'double'; readonly at: number; readonly to: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: share, token: fc.constantFrom(...TOKENS) }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'drop' as const, 'double' as const), at: share, to: share }),
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.integer({ min: 0, max: 7 }) }),
);

/** One of the files, changed in a few places. */
export function mutated(files: readonly Buffer[]): fc.Arbitrary<Buffer> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([file, mutations]) => mutations.reduce(mutate, file));
}

function mutate(file: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * file.length);
  switch (change.kind) {
    case 'insert':
      return Buffer.concat([file.subarray(0, at), Buffer.from(change.token), file.subarray(at)]);
    case 'flip':
      return Buffer.from(file.map((byte, index) => (index === at ? byte ^ (1 << change.bit) : byte)));
    case 'cut':
      return file.subarray(0, at);
    case 'drop':
      return Buffer.concat([file.subarray(0, at), file.subarray(Math.floor(change.to * file.length))]);
    case 'double':
      return Buffer.concat([file.subarray(0, Math.max(at, Math.floor(change.to * file.length))), file.subarray(at)]);
  }
}

import type { Encoding } from './record.ts';

/** The encoding of a file as far as its first bytes show it. */
export type EncodingGuess =
  /** From a byte-order mark, the byte pattern of UTF-16, or the setting. */
  | { readonly kind: 'certain'; readonly encoding: Encoding }
  /** UTF-8, or Windows-1252 if the complete file is not valid UTF-8. */
  | { readonly kind: 'open' }
  /** The end of a sentence that begins with the file name. */
  | { readonly kind: 'problem'; readonly problem: string };

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Detects the encoding from the byte-order mark, then from the NUL bytes of UTF-16. A `setting` takes precedence. */
export function guessEncoding(head: Buffer, setting: 'auto' | Encoding): EncodingGuess {
  if (startsWith(head, [0xff, 0xfe, 0, 0]) || startsWith(head, [0, 0, 0xfe, 0xff])) {
    return { kind: 'problem', problem: 'is UTF-32, which is not supported. Save it as UTF-8.' };
  }
  const marked = MARKS.find(([, mark]) => startsWith(head, mark))?.[0];
  if (setting === 'auto') {
    const encoding = marked ?? guessUtf16(head);
    return encoding === undefined ? { kind: 'open' } : { kind: 'certain', encoding };
  }
  if (marked !== undefined && marked !== setting) {
    const problem = `begins with the byte-order mark of ${marked}, but encoding is set to ${setting}. Set encoding to ${marked} or auto.`;
    return { kind: 'problem', problem };
  }
  return { kind: 'certain', encoding: setting };
}

/** Decodes a stream of bytes whose encoding was checked before; drops a byte-order mark. */
export async function* decode(bytes: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = encoding === 'windows-1252' ? undefined : new TextDecoder(encoding);
  for await (const chunk of bytes) {
    const text = decoder === undefined ? decodeWindows1252(chunk) : decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  decoder?.decode();
}

/** Decodes the first bytes of a file; drops an incomplete character at the end. */
export function decodeHead(head: Buffer, encoding: Encoding): string {
  return encoding === 'windows-1252'
    ? decodeWindows1252(head)
    : new TextDecoder(encoding).decode(head, { stream: true });
}

/** Bytes 0x80 to 0x9f as in the WHATWG Encoding Standard. */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

// Not TextDecoder: in many releases of Node 24 it decodes windows-1252 as ISO-8859-1, which would lose € and „.
function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}

function startsWith(head: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, index) => head[index] === byte);
}

/** UTF-16 without a byte-order mark: most characters of an export are Latin, so every other byte is NUL. */
function guessUtf16(head: Buffer): Encoding | undefined {
  const pairs = Math.min(head.length, 4096) >> 1;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) evenNuls++;
    if (head[pair * 2 + 1] === 0) oddNuls++;
  }
  if (oddNuls > pairs / 2 && evenNuls * 20 <= pairs) return 'utf-16le';
  if (evenNuls > pairs / 2 && oddNuls * 20 <= pairs) return 'utf-16be';
  return undefined;
}

import type { Encoding } from './record.ts';

/** What the first line of an XML document says about its encoding. */
export type DeclaredEncoding =
  /** Not an XML document, or one that does not name its encoding. */
  | { readonly kind: 'none' }
  | { readonly kind: 'encoding'; readonly encoding: Encoding; readonly name: string }
  /** An encoding that is not supported. */
  | { readonly kind: 'other'; readonly name: string };

const DECLARATION = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,200}?\sencoding\s*=\s*(?:"([\w.:-]{1,40})"|'([\w.:-]{1,40})')/;

/** By lower-case name; as browsers do, ISO-8859-1 is read as Windows-1252, which has more characters and no other ones. */
const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ...['utf-8', 'utf8', 'us-ascii', 'ascii'].map((name) => [name, 'utf-8'] as const),
  ...['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'latin-1', 'windows-1252', 'cp1252'].map(
    (name) => [name, 'windows-1252'] as const,
  ),
]);

/** Reads the declaration of a document whose characters take one byte each, so not of UTF-16, whose encoding is always certain. */
export function declaredEncoding(head: Buffer): DeclaredEncoding {
  const [, double, single] = DECLARATION.exec(head.toString('latin1', 0, 512)) ?? [];
  const name = double ?? single;
  if (name === undefined) return { kind: 'none' };
  const encoding = ENCODINGS.get(name.toLowerCase());
  return encoding === undefined ? { kind: 'other', name } : { kind: 'encoding', encoding, name };
}

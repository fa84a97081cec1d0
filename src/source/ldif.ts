import { isUtf8 } from 'node:buffer';
import { InputError } from '../runtime/input-error.ts';
import { NO_CLAIMS, type Page } from './page-claims.ts';
import { type Problem, type RecordBody, type SourceRecord, UNDECODED } from './record.ts';

/** In characters. */
const MAX_ENTRY_LENGTH = 16 * 1024 * 1024;

/** Maximum number of records per chunk. */
const CHUNK_RECORDS = 1000;

/** Lines that command-line tools write after the last entry. */
const TRAILER = /^(?:search|result|ref|control|numResponses|numEntries):/;

/** Results of a search that was ended at a limit of time, of size, or of the administrator (RFC 4511, A.1). */
const LIMIT = /^result: *(?:3|4|11)(?: [\w ]{0,40})?$/;

/**
 * Reads the entries of an LDIF file (RFC 2849) as objects: `dn` as text, every other attribute in lower case with a list of
 * its values. Unfolds lines and decodes base64. A binary value (a picture, a certificate) and one that is in another file become
 * `UNDECODED`, and `objectGUID` a UUID. Text that is not UTF-8 is taken for Windows-1252. Values of `objectclass` are converted to lower case, since they are case-insensitive.
 * An entry that cannot be read is `broken`.
 *
 * @param row of the first record.
 * @param onPage takes what `ldapsearch` wrote about the end of a search.
 * @throws InputError for an entry longer than 16 MiB.
 */
export async function* ldifRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
  onPage?: (page: Page) => void,
): AsyncGenerator<SourceRecord[]> {
  const entry = new EntryLines();
  let next = row;
  let line = 1;
  let rest = '';
  let chunk: SourceRecord[] = [];
  const take = (text: string) => {
    if (text !== '') entry.add(text, line);
    else if (entry.holds) close();
    line++;
    if (entry.length > MAX_ENTRY_LENGTH) throw tooLong(file.name, entry.line);
  };
  const close = () => {
    const body = bodyOf(entry.lines);
    if (body !== null) chunk.push({ row: next++, file: file.index, line: entry.line, body });
    const limit = body === null ? entry.lines.find((each) => LIMIT.test(each)) : undefined;
    if (limit !== undefined) onPage?.({ ...NO_CLAIMS, file: file.index, rows: next - row, limit });
    entry.clear();
  };
  for await (const text of texts) {
    const pieces = (rest + text).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > MAX_ENTRY_LENGTH) throw tooLong(file.name, line);
    for (const piece of pieces) {
      take(piece.endsWith('\r') ? piece.slice(0, -1) : piece);
      if (chunk.length < CHUNK_RECORDS) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (rest !== '') take(rest.endsWith('\r') ? rest.slice(0, -1) : rest);
  if (entry.holds) close();
  if (chunk.length > 0) yield chunk;
}

/** The lines of one entry, unfolded and without comments. */
class EntryLines {
  lines: string[] = [];
  line = 1;
  length = 0;
  #inComment = false;

  get holds(): boolean {
    return this.lines.length > 0;
  }

  add(text: string, line: number): void {
    const folded = text.startsWith(' ');
    this.#inComment = folded ? this.#inComment : text.startsWith('#');
    if (this.#inComment) return;
    if (!folded && this.lines.length === 0) this.line = line;
    if (folded && this.lines.length > 0) this.lines.push((this.lines.pop() ?? '') + text.slice(1));
    else this.lines.push(text);
    this.length += text.length;
  }

  clear(): void {
    this.lines = [];
    this.length = 0;
    this.#inComment = false;
  }
}

/** The record as it was read, after it came from another thread: `UNDECODED` is the only object among the values of an entry. */
export function withUndecoded(record: SourceRecord): SourceRecord {
  if (record.body.kind !== 'object') return record;
  const revived = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revived);
    return typeof value === 'object' && value !== null ? UNDECODED : value;
  };
  const entries = Object.entries(record.body.object).map(([key, value]) => [key, revived(value)]);
  return { ...record, body: { ...record.body, object: Object.fromEntries(entries) } };
}

/** Null for lines that are not an entry: the version line, and what tools write at the end. */
function bodyOf(lines: readonly string[]): RecordBody | null {
  const content = lines.filter((line) => !/^version:\s*\d+\s*$/i.test(line));
  if (content.length === 0 || content.every((line) => TRAILER.test(line))) return null;
  const object: Record<string, unknown> = {};
  let isAssumed = false;
  for (const line of content) {
    const [, name = '', mark, text = ''] = /^([A-Za-z0-9][\w.;-]*):([:<]?) *(.*)$/s.exec(line) ?? [];
    if (name === '') return broken('A line of the entry is neither an attribute nor a continuation line.');
    const { value, assumed } =
      mark === ':' ? decoded(text, name) : { value: mark === '<' ? null : text, assumed: false };
    isAssumed ||= assumed;
    const key = name.toLowerCase();
    if (key === 'changetype' && value !== 'add') return broken('The entry is a change record, not a user.');
    if (key === 'dn') object.dn = value ?? undefined;
    else append(object, key, key === 'objectclass' ? (value?.toLowerCase() ?? UNDECODED) : (value ?? UNDECODED));
  }
  if (object.dn === undefined) return broken('The entry has no dn that can be read.');
  return { kind: 'object', object, ...(isAssumed && { assumed: [ASSUMED_ENCODING] }) };
}

const ASSUMED_ENCODING: Problem = {
  code: 'text.assumed_encoding',
  field: null,
  message: 'A value of the entry is not UTF-8, and was read as Windows-1252.',
  hint: 'Check the umlauts of these users; export again in UTF-8 if they are wrong. `rules: { text.assumed_encoding: off }` stops counting.',
};

function append(object: Record<string, unknown>, key: string, value: unknown): void {
  const list = Object.hasOwn(object, key) ? object[key] : undefined;
  if (Array.isArray(list)) list.push(value);
  else object[key] = [value];
}

/** The decoded text, and whether its encoding is assumed; null for a binary value. */
function decoded(text: string, name: string): { readonly value: string | null; readonly assumed: boolean } {
  const bytes = Buffer.from(text, 'base64');
  if (/^objectguid$/i.test(name) && bytes.length === 16) return { value: uuidOf(bytes), assumed: false };
  if (bytes.includes(0) || BINARY_NAME.test(name)) return { value: null, assumed: false };
  if (isUtf8(bytes)) return { value: bytes.toString('utf8'), assumed: false };
  return isWesternText(bytes) ? { value: windows1252.decode(bytes), assumed: true } : { value: null, assumed: false };
}

/** Attributes whose values are never text. */
const BINARY_NAME = /photo|certificate|objectsid|guid$|;binary|securitydescriptor|krbprincipalkey|^(?:audio|crl)/i;
const windows1252 = new TextDecoder('windows-1252');

/** Whether most bytes are letters, digits and spaces of ASCII, and the others letters of Windows-1252: a name with an umlaut, not a key. */
function isWesternText(bytes: Buffer): boolean {
  let plain = 0;
  for (const byte of bytes) {
    const isPlain = (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x2c && byte <= 0x39);
    if (isPlain || byte === 0x20) plain++;
    // Letters with accents, and the quotes and dashes that Windows adds to Latin-1.
    else if (byte < 0xc0 && ![0x0a, 0x0d, 0x27, 0x91, 0x92, 0x96, 0x97, 0x8a, 0x9a, 0x8e, 0x9e].includes(byte))
      return false;
  }
  return plain * 2 >= bytes.length;
}

/** Active Directory stores the first three parts of a GUID in little-endian order. */
function uuidOf(bytes: Buffer): string {
  const hex = Buffer.concat([
    Buffer.from(bytes.subarray(0, 4)).reverse(),
    Buffer.from(bytes.subarray(4, 6)).reverse(),
    Buffer.from(bytes.subarray(6, 8)).reverse(),
    bytes.subarray(8),
  ]).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function broken(message: string): RecordBody {
  const hint =
    'Export complete entries with all values in the file (ldapsearch -LLL, slapcat). `fail-above: 1%` lets a run succeed without such rows.';
  const problem: Problem = { code: 'record.ldif', field: null, message, hint };
  return { kind: 'broken', problem };
}

function tooLong(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: the entry that starts here is longer than 16 MiB. Check that the file is LDIF, with blank lines between entries.`,
  ]);
}

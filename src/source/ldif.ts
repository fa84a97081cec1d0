import { isUtf8 } from 'node:buffer';
import { InputError } from '../runtime/input-error.ts';
import type { Problem, RecordBody, SourceRecord } from './record.ts';

/** In characters. */
const MAX_ENTRY_LENGTH = 16 * 1024 * 1024;

/** Maximum number of records per chunk. */
const CHUNK_RECORDS = 1000;

/** Lines that command-line tools write after the last entry. */
const TRAILER = /^(?:search|result|ref|control|numResponses|numEntries):/;

/**
 * Reads the entries of an LDIF file (RFC 2849) as objects: `dn` as text, every other attribute in lower case with a list of
 * its values. Unfolds lines and decodes base64. Leaves out binary values (pictures, certificates) except `objectGUID`, which
 * becomes a UUID. Values of `objectclass` are converted to lower case, since they are case-insensitive.
 * An entry that cannot be read is `broken`.
 *
 * @param row of the first record.
 * @throws InputError for an entry longer than 16 MiB.
 */
export async function* ldifRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
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

/** Null for lines that are not an entry: the version line, and what tools write at the end. */
function bodyOf(lines: readonly string[]): RecordBody | null {
  const content = lines.filter((line) => !/^version:\s*\d+\s*$/i.test(line));
  if (content.length === 0 || content.every((line) => TRAILER.test(line))) return null;
  const object: Record<string, unknown> = {};
  for (const line of content) {
    const [, name = '', mark, text = ''] = /^([A-Za-z0-9][\w.;-]*):([:<]?) *(.*)$/s.exec(line) ?? [];
    if (name === '') return broken('A line of the entry is neither an attribute nor a continuation line.');
    if (mark === '<') return broken('A value of the entry is in another file.');
    const value = mark === ':' ? decoded(text, name) : text;
    const key = name.toLowerCase();
    if (key === 'changetype' && value !== 'add') return broken('The entry is a change record, not a user.');
    if (key === 'dn') object.dn = value;
    else if (value !== null) append(object, key, key === 'objectclass' ? value.toLowerCase() : value);
  }
  return object.dn === undefined ? broken('The entry has no dn.') : { kind: 'object', object };
}

function append(object: Record<string, unknown>, key: string, value: string): void {
  const list = Object.hasOwn(object, key) ? object[key] : undefined;
  if (Array.isArray(list)) list.push(value);
  else object[key] = [value];
}

/** The decoded text; null if the value is binary. */
function decoded(text: string, name: string): string | null {
  const bytes = Buffer.from(text, 'base64');
  if (/^objectguid$/i.test(name) && bytes.length === 16) return uuidOf(bytes);
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8') : null;
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
  const hint = 'Export complete entries with all values in the file (ldapsearch -LLL, slapcat).';
  const problem: Problem = { code: 'record.ldif', field: null, message, hint };
  return { kind: 'broken', problem };
}

function tooLong(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: the entry that starts here is longer than 16 MiB. Check that the file is LDIF, with blank lines between entries.`,
  ]);
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Identifiers } from '../user/cidaas-user.ts';
import { prepareQuery, type Query } from './query.ts';

/** A user as it is planned. */
export interface StoredUser {
  readonly row: number;
  /** JSON text of the user. */
  readonly body: string;
  readonly identifiers: Identifiers;
}

/** Users that are compressed together: more save little space, and reading one of them costs more. */
const MAX_USERS = 256;
/** Chunks that stay unpacked, about 0.2 MB each with users of 0.8 kB: workers read batches of neighbouring rows. */
const UNPACKED_CHUNKS = 8;
const LINE_BREAK = 10;
/** The fastest level: the next ones save nothing, since what is left are hashes and subs. */
const PACKING = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * The users of a plan in the table `user_chunk`, compressed. Rows are read in any order; neighbours cost little. SQL of the
 * same connection has the functions `user_body(row)`, `user_identifiers(row)` (JSON) and `user_domain(row)` (of the e-mail
 * address), which are null for a row without a user, or without an e-mail address.
 */
export class StoredUsers {
  readonly #insert: StatementSync;
  readonly #replace: StatementSync;
  readonly #findChunk: Query<{ last: number }>;
  readonly #readChunk: Query<{ users: Uint8Array }>;
  readonly #findReplaced: Query<{ body: string }>;
  /** By their last row, the one that was unpacked last at the end. */
  readonly #unpacked = new Map<number, Chunk>();
  #current: Chunk | null = null;
  #hasReplaced: boolean;

  constructor(db: DatabaseSync) {
    this.#insert = db.prepare('INSERT INTO user_chunk (last, users) VALUES (?, ?)');
    this.#replace = db.prepare('INSERT OR REPLACE INTO replaced_user (row, body) VALUES (?, ?)');
    this.#findChunk = prepareQuery(db, 'SELECT last FROM user_chunk WHERE last >= ? ORDER BY last LIMIT 1');
    this.#readChunk = prepareQuery(db, 'SELECT users FROM user_chunk WHERE last = ?');
    this.#findReplaced = prepareQuery(db, 'SELECT body FROM replaced_user WHERE row = ?');
    this.#hasReplaced = prepareQuery(db, 'SELECT 1 FROM replaced_user LIMIT 1').get() !== undefined;
    db.function('user_body', (row) => this.body(Number(row)));
    db.function('user_identifiers', (row) => this.#line(Number(row), 1));
    db.function('user_domain', (row) => domainOf(this.identifiers(Number(row))));
  }

  /** Writes users in row order; the caller opens the transaction. */
  add(users: readonly StoredUser[]): void {
    const chunks = Math.ceil(users.length / MAX_USERS);
    const size = Math.ceil(users.length / Math.max(1, chunks));
    for (let from = 0; from < users.length; from += size) this.#addChunk(users.slice(from, from + size));
  }

  #addChunk(users: readonly StoredUser[]): void {
    let before = 0;
    let rows = '';
    let lines = '';
    for (const { row, body, identifiers } of users) {
      // Steps and not numbers: most are 1, which takes no space.
      rows += `${rows === '' ? '' : ','}${row - before}`;
      before = row;
      lines += `\n${body}\n${JSON.stringify(identifiers)}`;
    }
    this.#insert.run(before, zstdCompressSync(rows + lines, PACKING));
  }

  /** JSON text of the user that is sent; null for a row without a user. */
  body(row: number): string | null {
    const replaced = this.#hasReplaced ? this.#findReplaced.get(row)?.body : undefined;
    return replaced ?? this.#line(row, 0);
  }

  /** What the user of a row can be found by; empty for a row without a user. */
  identifiers(row: number): Identifiers {
    const json = this.#line(row, 1);
    return json === null ? {} : (JSON.parse(json) as Identifiers);
  }

  /** Replaces what is sent of a user; its identifiers stay those of the whole user. */
  replaceBody(row: number, body: string): void {
    this.#hasReplaced = true;
    this.#replace.run(row, body);
  }

  /** The first (0) or second line of a row: the JSON of its user, or that of the identifiers. */
  #line(row: number, number: 0 | 1): string | null {
    const chunk = this.#chunkOf(row);
    const place = chunk?.places.get(row);
    if (chunk === null || place === undefined) return null;
    const start = chunk.starts[place + number];
    const next = chunk.starts[place + number + 1];
    // Decoded alone: a part of the chunk's text would keep the whole of it in memory.
    return chunk.bytes.toString('utf8', start, next === undefined ? chunk.bytes.length : next - 1);
  }

  #chunkOf(row: number): Chunk | null {
    if (this.#current?.places.has(row)) return this.#current;
    const last = this.#findChunk.get(row)?.last;
    if (last === undefined) return null;
    this.#current = this.#unpacked.get(last) ?? this.#unpack(last);
    return this.#current;
  }

  #unpack(last: number): Chunk {
    const found = this.#readChunk.get(last);
    if (found === undefined) throw new Error(`the users up to row ${last} are gone`);
    const chunk = unpack(found.users);
    const [oldest] = this.#unpacked.keys();
    if (oldest !== undefined && this.#unpacked.size >= UNPACKED_CHUNKS) this.#unpacked.delete(oldest);
    this.#unpacked.set(last, chunk);
    return chunk;
  }
}

/** A chunk in lines: the steps of the rows; then for each user its JSON, and that of its identifiers. */
interface Chunk {
  readonly bytes: Buffer;
  /** Where the lines start. */
  readonly starts: readonly number[];
  /** Of each row the first of its lines. */
  readonly places: ReadonlyMap<number, number>;
}

function unpack(users: Uint8Array): Chunk {
  const bytes = zstdDecompressSync(users);
  const starts = [0];
  for (let end = bytes.indexOf(LINE_BREAK); end !== -1; end = bytes.indexOf(LINE_BREAK, end + 1)) starts.push(end + 1);
  const places = new Map<number, number>();
  let row = 0;
  const steps = bytes.toString('utf8', 0, (starts[1] ?? 1) - 1);
  for (const [at, step] of steps.split(',').entries()) {
    row += Number(step);
    places.set(row, 2 * at + 1);
  }
  return { bytes, starts, places };
}

/** A valid address has only one @. */
function domainOf({ email }: Identifiers): string | null {
  return email === undefined ? null : email.slice(email.indexOf('@') + 1);
}

import { createHash } from 'node:crypto';
import { isEmpty, textOf } from '../../mapping/compile/plain-text.ts';
import { type AlgorithmName, algorithmOf } from '../../password/algorithm.ts';
import { type Misfit, misfitOf } from '../../password/native-form.ts';
import { recogniseHash } from '../../password/recognise.ts';
import type { RecordBody } from '../../source/record.ts';
import { looksLikeHash } from '../../user/hash-shape.ts';
import { type DateShapes, noDates, seeDate } from './date-shape.ts';

/** What the values of one column look like; none of them is kept as it is but short words that many rows share. */
export interface ColumnProfile {
  /** As a mapping names it: a column, or a path into a JSON record. */
  readonly ref: string;
  /** What it is called: the column, or the last key of the path. */
  readonly name: string;
  filled: number;
  /** Some of the values, masked. */
  readonly samples: string[];
  /** How many values have which shape. */
  readonly shapes: { -readonly [shape in ValueShape]: number };
  readonly dates: DateShapes;
  /** Password hashes by algorithm, with a colon and why, where no tenant checks them; `?` and the reason for what is none that is known. */
  readonly hashes: Map<string, number>;
  /** Lower case, with how often each stands; null when there are too many to be words. */
  words: Map<string, number> | null;
  /** How many values stood in a record before. */
  repeated: number;
  /** Lists of several values, or of objects, in JSON. */
  lists: number;
}

type ValueShape = 'email' | 'phone' | 'international' | 'mobile' | 'uuid' | 'url' | 'locale';

const SHAPES: { readonly [shape in ValueShape]: RegExp } = {
  email: /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,
  phone: /^(?!000)(?=(?:\D*\d){6,15}\D*$)(?:\+|\(?0)[\d\s()./-]+$/,
  international: /^(?:\+|00)[\d\s()./-]{6,}$/,
  mobile: /^(?:\+49|0049|0)[\s(0)/-]*1[567]/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  url: /^https?:\/\/\S+$/i,
  locale: /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/,
};
const SAMPLES = 2;
const MOST_WORDS = 20;
const LONGEST_WORD = 30;
const MOST_COLUMNS = 500;
/** Values of all columns together, of some 100 bytes each. */
const MOST_HELD = 1_000_000;
/** Deeper lie lists of things, not what a user is called. */
const DEEPEST = 4;

/** Looks at records one after the other. Of a value it holds no more than it takes to know it again. */
export class ExportProfile {
  readonly columns = new Map<string, ColumnProfile>();
  records = 0;
  /** Keys of JSON records that may be data themselves, and are left out therefore. */
  strangeKeys = 0;
  readonly #header: readonly string[] | null;
  readonly #mask: (value: string) => string;
  readonly #seen = new Map<string, Set<string>>();
  #held = 0;

  /** @param mask what stands for a value in a file that others read */
  constructor(header: readonly string[] | null, mask: (value: string) => string) {
    this.#header = header;
    this.#mask = mask;
    for (const column of header ?? []) if (column !== '') this.#column(column, column);
  }

  /** True when it holds as much as it may: what was seen is enough to tell what the columns hold. */
  get isFull(): boolean {
    return this.#held >= MOST_HELD;
  }

  see(body: RecordBody): void {
    if (body.kind === 'broken') return;
    this.records += 1;
    if (body.kind === 'object') this.#object(body.object, '', 1);
    else {
      for (const [at, column] of (this.#header ?? []).entries()) {
        const cell = body.cells[at];
        if (column !== '' && cell !== undefined) this.#value(column, column, cell);
      }
    }
  }

  #object(object: object, prefix: string, depth: number): void {
    for (const [key, value] of Object.entries(object)) {
      if (!isPlainKey(key)) {
        this.strangeKeys += 1;
        continue;
      }
      const ref = prefix === '' ? key : `${prefix}.${key}`;
      if (Array.isArray(value)) this.#list(ref, key, value);
      else if (typeof value === 'object' && value !== null) {
        if (depth < DEEPEST) this.#object(value, ref, depth + 1);
      } else this.#value(ref, key, value);
    }
  }

  #list(ref: string, name: string, list: readonly unknown[]): void {
    const [first] = list;
    if (first === undefined) return;
    const isSimple = typeof first !== 'object';
    const column = this.#column(isSimple ? `${ref}[0]` : ref, name);
    if (column === null) return;
    if (!isSimple || list.length > 1) column.lists += 1;
    if (isSimple) this.#value(column.ref, name, first);
    else column.filled += 1;
  }

  #value(ref: string, name: string, value: unknown): void {
    if (isEmpty(value)) return;
    const text = textOf(value)?.trim();
    const column = this.#column(ref, name);
    if (column === null || text === undefined) return;
    column.filled += 1;
    this.#look(column, text);
  }

  #look(column: ColumnProfile, text: string): void {
    for (const shape of Object.keys(SHAPES) as ValueShape[]) if (SHAPES[shape].test(text)) column.shapes[shape] += 1;
    seeDate(text, column.dates);
    if (looksLikeHash(text) && !SHAPES.uuid.test(text)) add(column.hashes, hashName(text));
    const seen = this.#seen.get(column.ref) ?? new Set();
    this.#seen.set(column.ref, seen);
    const known = text.length <= LONGEST_WORD ? text : createHash('sha256').update(text).digest('base64url');
    if (seen.has(known)) column.repeated += 1;
    else if (column.samples.length < SAMPLES) {
      const masked = this.#mask(text);
      if (!column.samples.includes(masked)) column.samples.push(masked);
    }
    if (!seen.has(known)) this.#held += 1;
    seen.add(known);
    if (column.words === null) return;
    if (text.length > LONGEST_WORD) column.words = null;
    else {
      add(column.words, text.toLowerCase());
      if (column.words.size > MOST_WORDS) column.words = null;
    }
  }

  #column(ref: string, name: string): ColumnProfile | null {
    const known = this.columns.get(ref);
    if (known !== undefined) return known;
    if (this.columns.size >= MOST_COLUMNS) return null;
    const column: ColumnProfile = {
      ref,
      name,
      filled: 0,
      samples: [],
      shapes: { email: 0, phone: 0, international: 0, mobile: 0, uuid: 0, url: 0, locale: 0 },
      dates: noDates(),
      hashes: new Map(),
      words: new Map(),
      repeated: 0,
      lists: 0,
    };
    this.columns.set(ref, column);
    return column;
  }
}

/** One kind of hash, as far as what checks it is concerned. */
function hashKind(algorithm: AlgorithmName, misfit: Misfit | null): HashKind {
  return misfit === null ? algorithm : `${algorithm}:${misfit}`;
}

type HashKind = AlgorithmName | `${AlgorithmName}:${Misfit}`;

function hashName(text: string): HashKind | `?${string}` {
  const recognised = recogniseHash(text);
  switch (recognised.kind) {
    case 'hash':
      return hashKind(algorithmOf(recognised.hash), misfitOf(recognised.hash));
    case 'none':
      return '?none';
    case 'unrecognised':
      return `?${recognised.reason}`;
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** A key may be data (an address book by e-mail): only what looks like a name goes into a file. */
export function isPlainKey(key: string): boolean {
  return /^[A-Za-z_][\w-]{0,47}$/.test(key) && !/\d{4}|[\da-f]{16}/i.test(key);
}

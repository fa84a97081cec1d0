import { createHash } from 'node:crypto';
import { isEmpty, textOf } from '../../mapping/compile/source-value.ts';
import { type AlgorithmName, algorithmOf } from '../../password/algorithm.ts';
import { type UnsupportedForm, unsupportedFormOf } from '../../password/native-form.ts';
import { recogniseHash } from '../../password/recognise.ts';
import type { RecordBody } from '../../source/record.ts';
import { UUID } from '../../text/uuid.ts';
import { looksLikeHash } from '../../user/hash-shape.ts';
import { addDate, type DateShapes, emptyDateShapes } from './date-shape.ts';

/** Statistics of one column. Stores no values, except masked samples and short words that many rows share. */
export interface ColumnProfile {
  /** As in a mapping: a column, or a path into a JSON record. */
  readonly ref: string;
  /** Its name: the column, or the last key of the path. */
  readonly name: string;
  filled: number;
  /** Some of the values, masked. */
  readonly samples: string[];
  /** Number of values by shape. */
  readonly shapes: { -readonly [shape in ValueShape]: number };
  readonly dates: DateShapes;
  /** Password hashes by algorithm, followed by a colon and the reason if cidaas cannot check them; `?` and the reason for unknown ones. */
  readonly hashes: Map<string, number>;
  /** Number of each value in lower case; null if there are too many different ones. */
  words: Map<string, number> | null;
  /** Number of values that occurred in a previous record. */
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
  uuid: UUID,
  url: /^https?:\/\/\S+$/i,
  locale: /^[a-z]{2}(?:[-_][A-Za-z]{2})?$/,
};
/** What databases, programs and people write in a cell without a value. */
const EMPTY_MARKS: ReadonlySet<string> = new Set([
  ...['NULL', 'null', '(null)', '\\N', 'None', 'nil', 'undefined', 'N/A', 'n/a', '#N/A', '#NV'],
  ...['-', '--', 'k.A.', 'k. A.', 'keine Angabe'],
]);
const MAX_SAMPLES = 2;
const MAX_WORDS = 20;
const MAX_WORD_LENGTH = 30;
const MAX_COLUMNS = 500;
/** For all columns together; about 100 bytes each. */
const MAX_HELD_VALUES = 1_000_000;
/** Deeper levels rarely contain fields of a user. */
const MAX_DEPTH = 4;

/** Collects statistics of records. Stores only hashes of long values, to recognise repeats. */
export class ExportProfile {
  readonly columns = new Map<string, ColumnProfile>();
  records = 0;
  /** Keys of JSON records that were ignored because they may be data. */
  strangeKeys = 0;
  /** The marks for "no value" that cells contain; these cells count as empty. */
  readonly emptyMarks = new Set<string>();
  readonly #header: readonly string[] | null;
  readonly #mask: (value: string) => string;
  readonly #seen = new Map<string, Set<string>>();
  #held = 0;

  /** @param mask replaces a value in a file that others read */
  constructor(header: readonly string[] | null, mask: (value: string) => string) {
    this.#header = header;
    this.#mask = mask;
    for (const column of header ?? []) if (column !== '') this.#column(column, column);
  }

  /** Whether the memory limit is reached; the statistics are sufficient then. */
  get isFull(): boolean {
    return this.#held >= MAX_HELD_VALUES;
  }

  addRecord(body: RecordBody): void {
    if (body.kind === 'broken') return;
    this.records += 1;
    if (body.kind === 'object') this.#object(body.object, '', 1);
    else {
      for (const [at, column] of (this.#header ?? []).entries()) {
        const cell = body.cells[at];
        if (column === '' || cell === undefined) continue;
        if (EMPTY_MARKS.has(cell.trim())) this.emptyMarks.add(cell.trim());
        else this.#value(column, column, cell);
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
        if (depth < MAX_DEPTH) this.#object(value, ref, depth + 1);
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
    this.#addText(column, text);
  }

  #addText(column: ColumnProfile, text: string): void {
    for (const shape of Object.keys(SHAPES) as ValueShape[]) if (SHAPES[shape].test(text)) column.shapes[shape] += 1;
    addDate(text, column.dates);
    if (looksLikeHash(text) && !SHAPES.uuid.test(text)) add(column.hashes, hashName(text));
    const seen = this.#seen.get(column.ref) ?? new Set();
    this.#seen.set(column.ref, seen);
    const known = text.length <= MAX_WORD_LENGTH ? text : createHash('sha256').update(text).digest('base64url');
    if (seen.has(known)) column.repeated += 1;
    else if (column.samples.length < MAX_SAMPLES) {
      const masked = this.#mask(text);
      if (!column.samples.includes(masked)) column.samples.push(masked);
    }
    if (!seen.has(known)) this.#held += 1;
    seen.add(known);
    if (column.words === null) return;
    if (text.length > MAX_WORD_LENGTH) column.words = null;
    else {
      add(column.words, text.toLowerCase());
      if (column.words.size > MAX_WORDS) column.words = null;
    }
  }

  #column(ref: string, name: string): ColumnProfile | null {
    const known = this.columns.get(ref);
    if (known !== undefined) return known;
    if (this.columns.size >= MAX_COLUMNS) return null;
    const column: ColumnProfile = {
      ref,
      name,
      filled: 0,
      samples: [],
      shapes: { email: 0, phone: 0, international: 0, mobile: 0, uuid: 0, url: 0, locale: 0 },
      dates: emptyDateShapes(),
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
function hashKind(algorithm: AlgorithmName, misfit: UnsupportedForm | null): HashKind {
  return misfit === null ? algorithm : `${algorithm}:${misfit}`;
}

type HashKind = AlgorithmName | `${AlgorithmName}:${UnsupportedForm}`;

function hashName(text: string): HashKind | `?${string}` {
  const recognised = recogniseHash(text);
  switch (recognised.kind) {
    case 'hash':
      return hashKind(algorithmOf(recognised.hash), unsupportedFormOf(recognised.hash));
    case 'none':
      return '?none';
    case 'unrecognised':
      return `?${recognised.reason}`;
  }
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Whether a key looks like a name: keys can be data (an address book by e-mail) and must not be written to a file then. */
export function isPlainKey(key: string): boolean {
  return /^@?[A-Za-z_][\w:-]{0,47}$|^#text$/.test(key) && !/\d{4}|[\da-f]{16}/i.test(key);
}

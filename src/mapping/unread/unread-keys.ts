import type { SourcePath } from '../compile/source-path.ts';
import { isDataName, stateSign, type UnreadColumn, type UnreadWatch } from './unread-column.ts';
import { type ReadMark, ValueWords } from './value-words.ts';

/** Limits for records that are built in unexpected ways; real ones are far below. */
const MAX_PATHS = 1_000;
const MAX_KEYS = 200;
const MAX_DEPTH = 8;
const MAX_ELEMENTS = 20;

/** The keys of an object in a list of named values, such as the attributes of Cognito: `{ Name: …, Value: … }`. */
const NAMED_VALUES = [
  ['Name', 'Value'],
  ['name', 'value'],
  ['Key', 'Value'],
  ['key', 'value'],
  ['meta_key', 'meta_value'],
] as const;

/** One path of the records, and what is known of it. */
interface KeyNode {
  /** The reference that reads it. */
  readonly ref: string;
  /** The key, or the name of a named value. */
  readonly title: string;
  /** Whether it belongs to things of which an account has many: their states are not the account's. */
  readonly isOfMany: boolean;
  readonly children: Map<string, KeyNode>;
  readonly words: ValueWords;
  /** Whether there are few different values so far. */
  isOpen: boolean;
  /** A rule reads all of it. */
  read: boolean;
  /** A rule reads something in it, so a single value in its place is read too. */
  entered: boolean;
  /** The key by whose value a rule chooses elements of this list. */
  chosenBy: string | null;
  isList: boolean;
  filled: number;
  /** The last record that was counted. */
  last: number;
}

/** Watches the paths of JSON records that no rule reads. A path is read when a reference is a prefix of it, or it of a reference. */
export class UnreadKeys implements UnreadWatch<unknown> {
  readonly #root: KeyNode;
  #paths = 0;
  #rows = 0;
  #isFull = false;
  readonly #read: ReadMark;

  /**
   * @param prefix the name by which the records are reached, with a dot; '' for the records of the export
   * @param named paths of keys that expressions name, which do not tell whether lists are in between
   */
  constructor(prefix: string, paths: readonly SourcePath[], named: readonly (readonly string[])[], read: ReadMark) {
    this.#read = read;
    this.#root = node(prefix, '', false);
    this.#root.entered = true;
    for (const path of paths) this.#enter(path);
    openElements(this.#root);
    for (const keys of named) this.#enterNamed(keys);
  }

  add(record: unknown): void {
    this.#rows += 1;
    if (!this.#root.read) this.#walk(this.#root, record, 0);
  }

  list(): UnreadColumn[] {
    const found: UnreadColumn[] = [];
    const visit = (at: KeyNode): void => {
      if (at.filled > 0) found.push(this.#column(at));
      for (const child of at.children.values()) visit(child);
    };
    visit(this.#root);
    const rows = this.#rows;
    if (this.#isFull) found.push({ name: `more than ${MAX_PATHS} keys`, ref: null, filled: rows, rows, sign: null });
    return found;
  }

  #column({ ref, title, isOfMany, isList, words, filled }: KeyNode): UnreadColumn {
    const sign = isOfMany ? null : stateSign({ name: title, path: ref }, words, { filled, rows: this.#rows });
    return { name: ref, ref: isList ? `${ref}[0]` : ref, filled, rows: this.#rows, sign };
  }

  #enter(path: SourcePath): void {
    let at = this.#root;
    for (const step of path) {
      at.entered = true;
      if (typeof step === 'string') at = this.#child(at, step, false) ?? at;
      else if (typeof step === 'object' && 'key' in step) {
        at.chosenBy = step.key;
        const chooser = this.#element(at, null, '');
        const key = chooser === null ? null : this.#child(chooser, step.key, false);
        if (key !== null) key.read = true;
        at = this.#element(at, step.key, step.is) ?? at;
      } else at = this.#element(at, null, '') ?? at;
    }
    at.read = true;
  }

  #enterNamed(keys: readonly string[]): void {
    let all: KeyNode[] = [this.#root];
    for (const key of keys.slice(0, MAX_DEPTH)) {
      for (const at of all) at.entered = true;
      const next = all.map((at) => this.#child(at, key, false)).filter((at) => at !== null);
      all = [...next, ...next.map((at) => this.#element(at, null, '')).filter((at) => at !== null)];
    }
    for (const at of all) at.read = true;
  }

  #walk(at: KeyNode, value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null) this.#count(at, value);
    else if (depth > MAX_DEPTH) return;
    else if (Array.isArray(value)) this.#walkList(at, value, depth);
    else this.#walkKeys(at, value as { readonly [key: string]: unknown }, null, depth);
  }

  /** This runs for every key of every record: most are read, or single values. */
  #walkKeys(at: KeyNode, object: { readonly [key: string]: unknown }, except: string | null, depth: number): void {
    for (const key in object) {
      const child = at.children.get(key) ?? this.#child(at, key);
      if (child === null || child.read || key === except) continue;
      const value = object[key];
      if (typeof value === 'object') {
        if (value !== null) this.#walk(child, value, depth + 1);
      } else if (!child.entered) this.#count(child, value);
    }
  }

  #walkList(at: KeyNode, list: readonly unknown[], depth: number): void {
    for (let place = 0; place < list.length && place < MAX_ELEMENTS; place += 1) {
      const element = list[place];
      if (typeof element !== 'object' || element === null) {
        at.isList = true;
        this.#count(at, element);
      } else if (Array.isArray(element)) this.#walk(at, element, depth + 1);
      else this.#walkElement(at, element as { readonly [key: string]: unknown }, depth);
    }
  }

  #walkElement(at: KeyNode, element: { readonly [key: string]: unknown }, depth: number): void {
    const key = at.chosenBy ?? nameKey(element);
    const name = key === null ? undefined : element[key];
    const isNamed = key !== null && typeof name === 'string' && !isDataName(name);
    const child = isNamed ? this.#element(at, key, name) : this.#element(at, null, '');
    if (child === null || child.read) return;
    this.#walkKeys(child, element, isNamed ? key : null, depth + 1);
  }

  #count(at: KeyNode, value: unknown): void {
    if (at.entered || value === '' || value === null || value === undefined) return;
    const read = typeof value === 'string' ? this.#read(value) : value;
    if (read === '') return;
    if (at.last !== this.#rows) at.filled += 1;
    at.last = this.#rows;
    if (!at.isOpen || read === null) return;
    at.words.add(read);
    at.isOpen = at.words.isOpen;
  }

  /** @param mayBeData false for a key of the mapping, which may always be shown */
  #child(at: KeyNode, key: string, mayBeData = true): KeyNode | null {
    const known = at.children.get(key);
    if (known !== undefined) return known;
    const isData = mayBeData && (isDataName(key) || at.children.size >= MAX_KEYS);
    const shown = isData ? '*' : key;
    const step = /^[^.[\]"']+$/.test(shown) ? shown : `"${shown.replaceAll('"', '')}"`;
    const ref = at === this.#root || at.ref === '' ? at.ref + step : `${at.ref}.${step}`;
    // The value of a named value has the name of that.
    const title = at.title !== '' && VALUE_KEYS.has(key) && at.ref.endsWith(']') ? at.title : shown;
    return this.#add(at, shown, () => node(ref, title, at.isOfMany || isData));
  }

  /** The elements of a list, or those whose `key` has the text `name`. */
  #element(at: KeyNode, key: string | null, name: string): KeyNode | null {
    if (key === null) return this.#add(at, '[]', () => node(`${at.ref}[]`, '', true));
    const isNamedValue = NAMED_VALUES.some(([each]) => each === key);
    const step = `[${key}=${name}]`;
    return this.#add(at, step, () => node(at.ref + step, isNamedValue ? name : '', at.isOfMany || !isNamedValue));
  }

  #add(at: KeyNode, step: string, make: () => KeyNode): KeyNode | null {
    const known = at.children.get(step);
    if (known !== undefined) return known;
    if (this.#paths >= MAX_PATHS) {
      this.#isFull = true;
      return null;
    }
    this.#paths += 1;
    const made = make();
    at.children.set(step, made);
    return made;
  }
}

const VALUE_KEYS: ReadonlySet<string> = new Set(NAMED_VALUES.map(([, value]) => value));

function node(ref: string, title: string, isOfMany: boolean): KeyNode {
  const known = { read: false, entered: false, chosenBy: null, isList: false, isOpen: true, filled: 0, last: 0 };
  return { ref, title, isOfMany, children: new Map(), words: new ValueWords(), ...known };
}

/**
 * A path that ends at an element reads it only if it is a single value; of an object in its place, other paths read their keys:
 * `phones[0]` next to `phones[0].number`.
 */
function openElements(at: KeyNode): void {
  for (const [step, child] of at.children) {
    if (child.read && step === '[]' && child.children.size > 0) Object.assign(child, { read: false, entered: true });
    openElements(child);
  }
}

/** The key that holds the name, when an object is a named value. */
function nameKey(element: object): string | null {
  const found = NAMED_VALUES.find(([name, value]) => Object.hasOwn(element, name) && Object.hasOwn(element, value));
  return found === undefined ? null : found[0];
}

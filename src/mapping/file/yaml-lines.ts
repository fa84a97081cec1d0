import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLParseError,
} from 'yaml';
import { outlineProblem } from './yaml-outline.ts';

/** A YAML text as plain values, with the line of each. */
export interface YamlWithLines {
  readonly value: unknown;
  /** The 1-based line of the value at `path`, else of the nearest value that contains it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Syntax errors; when there are any, `value` is undefined. */
  readonly errors: readonly { readonly line: number; readonly message: string }[];
}

/** A file that expands to more values than this is not a mapping but an attack with aliases of aliases. */
const MAX_NODES = 50_000;
/** Deeper than any mapping; an alias inside its own anchor would expand without end. */
const MAX_DEPTH = 32;
/** Characters: a hundred times the longest known mapping. */
const MAX_TEXT = 1024 * 1024;
/** Messages of one file: each of its lines may have some. */
const MAX_ERRORS = 100;
const TOO_DEEP = 'values are nested too deeply';

/** The line of a value, and of what is in it. */
interface PlaceTree {
  readonly line: number;
  readonly inner: Map<PropertyKey, PlaceTree>;
}

/**
 * Reads YAML 1.2. Keys and numbers keep the spelling of the file (`01` as a key stays `01`, as a value it becomes text), since
 * tables are compared with cells and a constant such as `0049` must not lose its zeros. The time it takes grows with the length
 * of the text alone.
 */
export function readYaml(text: string): YamlWithLines {
  if (text.length > MAX_TEXT) return unreadable(1, 'the file has more than a million characters: is it a mapping?');
  const outline = outlineProblem(text);
  if (outline !== null) return unreadable(outline.line, outline.message);
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    version: '1.2',
    // The parser would treat 01 and 1 as the same key; keys are compared as they are written, below.
    uniqueKeys: false,
  });
  const overflow = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (overflow !== undefined) return unreadable(counter.linePos(overflow.pos[0]).line, TOO_DEEP);
  const reader = new ValueReader(document, counter);
  const errors = document.errors.slice(0, MAX_ERRORS).map((error) => ({
    line: counter.linePos(error.pos[0]).line,
    message: messageOf(error),
  }));
  if (errors.length > 0) return { value: undefined, lineOf: () => 1, errors };
  const value = reader.read();
  const lineOf = (path: readonly PropertyKey[]): number => {
    let place = reader.places;
    for (const key of path) {
      const inner = place.inner.get(typeof key === 'symbol' ? key : String(key));
      if (inner === undefined) break;
      place = inner;
    }
    return place.line;
  };
  return { value: reader.errors.length === 0 ? value : undefined, lineOf, errors: reader.errors };
}

/** Walks through a document once. */
class ValueReader {
  readonly errors: { line: number; message: string }[] = [];
  readonly places: PlaceTree;
  readonly #document: Document.Parsed;
  readonly #counter: LineCounter;
  /** The node of each anchor as the walk meets them: an alias means the last one before it. */
  readonly #anchors = new Map<string, Node>();
  #nodes = 0;

  constructor(document: Document.Parsed, counter: LineCounter) {
    this.#document = document;
    this.#counter = counter;
    this.places = { line: this.#lineAt(document.contents) ?? 1, inner: new Map() };
  }

  read(): unknown {
    return this.#value(this.#document.contents, this.places, 0);
  }

  #lineAt(node: unknown): number | undefined {
    const range = isNode(node) ? node.range : undefined;
    return range ? this.#counter.linePos(range[0]).line : undefined;
  }

  #fail(node: unknown, message: string): undefined {
    if (this.errors.length < MAX_ERRORS) this.errors.push({ line: this.#lineAt(node) ?? 1, message });
    return undefined;
  }

  #value(node: unknown, place: PlaceTree, depth: number): unknown {
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) {
      if (this.#nodes === MAX_NODES + 1)
        this.#fail(node, 'the file expands to too many values; use fewer values and aliases');
      return undefined;
    }
    if (depth > MAX_DEPTH) return this.#fail(node, TOO_DEEP);
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      return target === undefined
        ? this.#fail(node, 'an alias refers to an unknown anchor')
        : this.#value(target, place, depth + 1);
    }
    if (isNode(node) && 'anchor' in node && node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return scalar(node);
    if (isSeq(node))
      return node.items.map((item, index) => {
        const line = this.#lineAt(item) ?? place.line;
        return this.#value(item, inside(place, String(index), line), depth + 1);
      });
    if (!isMap(node)) return null;
    const object: Record<string, unknown> = {};
    for (const pair of node.items) {
      if (!isScalar(pair.key)) {
        this.#fail(pair.key, 'a key must be plain text');
        continue;
      }
      if (pair.key.anchor !== undefined) this.#anchors.set(pair.key.anchor, pair.key);
      const name = pair.key.source ?? String(pair.key.value);
      if (Object.hasOwn(object, name)) this.#fail(pair.key, `the key "${name}" appears twice`);
      const line = this.#lineAt(pair.key) ?? place.line;
      // `__proto__` as a key must become a property, not the prototype.
      Object.defineProperty(object, name, {
        value: this.#value(pair.value, inside(place, name, line), depth + 1),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return object;
  }
}

function inside(place: PlaceTree, key: string, line: number): PlaceTree {
  const made: PlaceTree = { line, inner: new Map() };
  place.inner.set(key, made);
  return made;
}

/** The parser's message, or one for people who write mappings. */
function messageOf({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS')
    return 'a second document begins here: a mapping is one document, so remove the line ---';
  return code === 'RESOURCE_EXHAUSTION' ? TOO_DEEP : message;
}

function unreadable(line: number, message: string): YamlWithLines {
  return { value: undefined, lineOf: () => line, errors: [{ line, message }] };
}

function scalar(node: Scalar): unknown {
  const { value, source } = node;
  if (typeof value === 'number' || typeof value === 'bigint') {
    return source !== undefined && String(value) !== source ? source : Number(value);
  }
  if (typeof value === 'boolean') return source !== undefined && String(value) !== source ? source : value;
  return value;
}

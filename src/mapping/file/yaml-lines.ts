import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLParseError,
} from 'yaml';

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
const TOO_DEEP = 'values are nested too deeply';

/**
 * Reads YAML 1.2. Keys and numbers keep the spelling of the file (`01` as a key stays `01`, as a value it becomes text), since
 * tables are compared with cells and a constant such as `0049` must not lose its zeros.
 */
export function readYaml(text: string): YamlWithLines {
  if (text.length > MAX_TEXT) return unreadable(1, 'the file has more than a million characters: is it a mapping?');
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
  const lines = new Map<string, number>();
  const errors: { line: number; message: string }[] = document.errors.map((error) => ({
    line: counter.linePos(error.pos[0]).line,
    message: messageOf(error),
  }));
  let nodes = 0;

  const lineAt = (node: unknown): number | undefined => {
    const range = (node as Node | null)?.range;
    return range ? counter.linePos(range[0]).line : undefined;
  };
  const fail = (node: unknown, message: string): undefined => {
    errors.push({ line: lineAt(node) ?? 1, message });
    return undefined;
  };

  const toValue = (node: unknown, path: readonly PropertyKey[]): unknown => {
    nodes += 1;
    if (nodes > MAX_NODES) {
      if (nodes === MAX_NODES + 1) fail(node, 'the file expands to too many values; use fewer aliases');
      return undefined;
    }
    if (path.length > MAX_DEPTH) return fail(node, TOO_DEEP);
    const line = lineAt(node);
    const key = keyOf(path);
    if (line !== undefined && !lines.has(key)) lines.set(key, line);
    if (isAlias(node)) {
      const target = node.resolve(document);
      return target === undefined ? fail(node, 'an alias refers to an unknown anchor') : toValue(target, path);
    }
    if (isScalar(node)) return scalar(node);
    if (isSeq(node)) return node.items.map((item, index) => toValue(item, [...path, index]));
    if (isMap(node)) {
      const object: Record<string, unknown> = {};
      for (const pair of node.items) {
        if (!isScalar(pair.key)) {
          fail(pair.key, 'a key must be plain text');
          continue;
        }
        const name = pair.key.source ?? String(pair.key.value);
        if (Object.hasOwn(object, name)) fail(pair.key, `the key "${name}" appears twice`);
        const inner = [...path, name];
        lines.set(keyOf(inner), lineAt(pair.key) ?? line ?? 1);
        // `__proto__` as a key must become a property, not the prototype.
        Object.defineProperty(object, name, {
          value: toValue(pair.value, inner),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return object;
    }
    return null;
  };

  const value = errors.length === 0 ? toValue(document.contents, []) : undefined;
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
  return { value: errors.length === 0 ? value : undefined, lineOf, errors };
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

function keyOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('\0');
}

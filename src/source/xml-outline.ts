import { isSamePath, type ListPath } from './source-layout.ts';
import { createXmlParser } from './xml-parser.ts';

/** The structure of an XML document as far as it is needed to find its records. */
export interface XmlOutline {
  /** The path that was searched for; null if none was found. */
  readonly records: ListPath | null;
  /** The root element's name; null if there is none. */
  readonly root: string | null;
  /** Paths of elements that an element contains several times and that have attributes or elements of their own; outer ones first. */
  readonly lists: readonly ListPath[];
  /** Attributes and elements of the first element of the first of these, as keys of a record. */
  readonly keys: readonly string[];
}

/** Paths that are looked at, and keys that are kept. */
const MAX_NAMES = 200;
/** Elements after which a search for any repeated element ends. */
const MAX_ELEMENTS = 100_000;

interface Node {
  readonly path: ListPath;
  readonly children: Map<string, Node>;
  readonly attributes: Set<string>;
  isRepeated: boolean;
}

interface Open {
  readonly node: Node | null;
  /** Names of the elements in it that are looked at. */
  readonly names: Set<string>;
}

/**
 * Reads an XML document until an element at one of the `wanted` paths begins. Invalid XML ends the search as well: the reader of the
 * records reports it with its line.
 * @throws InputError for a document without these elements that is invalid.
 */
export async function outlineXml(
  texts: AsyncIterable<string>,
  name: string,
  wanted: readonly ListPath[],
): Promise<XmlOutline> {
  const roots: Node = node([]);
  const open: Open[] = [{ node: roots, names: new Set() }];
  let found: ListPath | null = null;
  let elements = 0;
  let paths = 0;
  const childOf = (parent: Node | null, child: string): Node | null => {
    const known = parent?.children.get(child) ?? null;
    if (known !== null || parent === null || paths >= MAX_NAMES) return known;
    paths += 1;
    const made = node([...parent.path, child]);
    parent.children.set(child, made);
    return made;
  };
  const parser = await createXmlParser(name, {
    isInRecord: () => false,
    onOpen: (child) => {
      elements += 1;
      const parent = open.at(-1);
      const here = childOf(parent?.node ?? null, child);
      if (here !== null && parent !== undefined) {
        here.isRepeated ||= parent.names.has(child);
        parent.names.add(child);
      }
      open.push({ node: here, names: new Set() });
      const path = here?.path;
      if (path !== undefined) found ??= wanted.find((each) => isSamePath(each, path)) ?? null;
    },
    onAttribute: (attribute) => {
      const attributes = open.at(-1)?.node?.attributes;
      if (attributes !== undefined && attributes.size < MAX_NAMES) attributes.add(attribute);
    },
    onText: () => undefined,
    onClose: () => open.pop(),
  });
  for await (const text of texts) {
    parser.write(text);
    if (found !== null || (wanted.length === 0 && elements > MAX_ELEMENTS)) break;
  }
  if (found !== null) return { records: found, root: null, lists: [], keys: [] };
  if (wanted.length > 0 || elements <= MAX_ELEMENTS) parser.finish();
  const lists = repeated(roots);
  const [first] = lists;
  const [root = null] = roots.children.keys();
  const keys =
    first === undefined ? [] : [...[...first.attributes].map((each) => `@${each}`), ...first.children.keys()];
  return { records: null, root, lists: lists.map(({ path }) => path), keys };
}

function node(path: ListPath): Node {
  return { path, children: new Map(), attributes: new Set(), isRepeated: false };
}

/** Repeated elements with a structure, level by level. */
function repeated(root: Node): Node[] {
  const all = [root];
  for (const each of all) all.push(...each.children.values());
  return all.filter(({ isRepeated, children, attributes }) => isRepeated && children.size + attributes.size > 0);
}

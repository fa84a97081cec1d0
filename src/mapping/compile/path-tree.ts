/** A step of a `SourcePath`: a key, or elements of a list, perhaps chosen by one of their keys. */
type Step = string | number | { readonly each: true } | { readonly key: string };

/** A place in the records, and how the paths of a mapping read it. */
export interface PathNode {
  /** Whether a path ends here. */
  isRead: boolean;
  /** What paths read in an object here, by key. */
  readonly keys: Map<string, PathNode>;
  /** What paths read in the elements of a list here; null when none reads a list. */
  element: PathNode | null;
  /** Of an element: the keys by which it is chosen. */
  readonly filterKeys: Set<string>;
}

/** All paths of a mapping as one tree: shows whether a value in an unexpected shape is read by another path. */
export class PathTree {
  readonly #root = emptyNode();

  /** Adds a path, and returns its places: the first is the record, the last the value. */
  add(path: readonly Step[]): readonly PathNode[] {
    const trail = [this.#root];
    let node = this.#root;
    for (const step of path) {
      if (typeof step === 'string') node = childOf(node, step);
      else {
        node.element ??= emptyNode();
        node = node.element;
        if (typeof step === 'object' && 'key' in step) node.filterKeys.add(step.key);
      }
      trail.push(node);
    }
    node.isRead = true;
    return trail;
  }
}

function childOf(node: PathNode, key: string): PathNode {
  const child = node.keys.get(key) ?? emptyNode();
  node.keys.set(key, child);
  return child;
}

function emptyNode(): PathNode {
  return { isRead: false, keys: new Map(), element: null, filterKeys: new Set() };
}

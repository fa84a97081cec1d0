import { isObject } from '../../text/is-object.ts';
import { comparedText } from './compared-text.ts';
import type { PathNode } from './path-tree.ts';
import { isEmpty, textOf } from './source-value.ts';

/** A step of a path: a key, a place in a list, every element of a list, or the first element that has a certain value. */
type PathStep = string | number | typeof EACH | ElementFilter;

/** The steps that lead to a value in a JSON record. */
export type SourcePath = readonly PathStep[];

/** `[]`: goes on with every element; what is found becomes one list. */
export const EACH = { each: true } as const;

/** `[type=otp]`: the first element whose `key` has this text. */
interface ElementFilter {
  readonly key: string;
  readonly is: string;
}

const SEGMENT =
  /^(?:\[(\d{1,9})\]|(\[\])|\[([^\]=["']+)=([^\]"']+)\]|\["([^"]+)"\]|\['([^']+)'\]|\.?"([^"]+)"|\.?([^.[\]"']+))/;

/**
 * Reads `profile.emails[0].value`, `roles[].name` and `emails[type=work].value`. A key with a dot or a bracket is
 * written in quotes: `"cognito.name"`, `attributes["customer.no"][0]`. Null when the text is not a path.
 */
export function parsePath(text: string): SourcePath | null {
  const path: PathStep[] = [];
  let rest = text;
  while (rest !== '') {
    // A key after another must begin with a dot or a bracket: `a"b"` is a typing error, not a path.
    const found = SEGMENT.exec(rest);
    if (found === null) return null;
    const [whole, index, each, key, is, inBrackets, inSingle, quoted, plain] = found;
    const dotted = rest.startsWith('.');
    const bracketed = rest.startsWith('[');
    if (path.length === 0 ? dotted : !dotted && !bracketed) return null;
    if (index !== undefined) path.push(Number(index));
    else if (each !== undefined) path.push(EACH);
    else if (key !== undefined) path.push({ key: key.trim(), is: (is ?? '').trim() });
    else path.push(inBrackets ?? inSingle ?? quoted ?? plain ?? '');
    rest = rest.slice(whole.length);
  }
  return path.length === 0 ? null : path;
}

/** In place of a value that is there, but in a shape that the path does not lead into: it must never count as empty. */
export const OTHER_SHAPE = Symbol('another shape');

/**
 * In place of the element of a list when one that cannot be read may be the right one. Unlike `OTHER_SHAPE`, another path must
 * not give the value: it would be that of another element.
 */
const UNREAD_ELEMENT = Symbol('unread element');

/**
 * The value at a path; undefined when there is none, `OTHER_SHAPE` when there is something where the path expects a list or an
 * object. `trail` (of a `PathTree`) are the places of the path: what another path of the mapping reads there is no other shape.
 * A single value counts as a list with one element. Only own properties count, so no path reaches `constructor` or another
 * inherited property.
 */
export function valueAt(
  object: unknown,
  path: SourcePath,
  trail: readonly PathNode[] | null = null,
  from = 0,
  isElement = false,
): unknown {
  let value = object;
  let afterElement = isElement;
  for (let at = from; at < path.length; at += 1) {
    if (value === undefined || value === null) return undefined;
    const step = path[at];
    const node = trail?.[at] ?? null;
    if (typeof step === 'string') {
      // An XML element without attributes is its text, and the same element with one is an object.
      if (step === '#text' && typeof value === 'string') continue;
      if (typeof value !== 'object' || Array.isArray(value)) return otherShape(value, node);
      if (!Object.hasOwn(value, step)) return withoutKey(value, node, afterElement, at === 0 && !isElement);
      value = (value as { readonly [key: string]: unknown })[step];
      afterElement = false;
    } else {
      if (step === EACH) return every(value, path, trail, at + 1);
      value = typeof step === 'number' ? elementAt(value, step) : elementWith(value, step as ElementFilter, node);
      if (typeof value === 'symbol') return value;
      afterElement = true;
    }
  }
  const end = trail?.[path.length] ?? null;
  return afterElement && end !== null && end.keys.size > 0 && isObject(value) ? withoutKey(value, end, true) : value;
}

/** `[0]` of a list, or of a single value; PHP writes some lists as objects with the keys 0, 1 and so on. */
function elementAt(value: unknown, index: number): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, index))
    return (value as { readonly [key: number]: unknown })[index];
  return index === 0 && !Array.isArray(value) ? value : undefined;
}

function elementWith(value: unknown, filter: ElementFilter, node: PathNode | null): unknown {
  const list = Array.isArray(value) ? (value as unknown[]) : [value];
  const found = list.find((element) => matchesFilter(element, filter));
  if (found !== undefined) return found;
  const inner = node?.element ?? null;
  let other: unknown;
  for (const element of list) {
    if (isEmpty(element)) continue;
    if (typeof element !== 'object') {
      if (inner?.isRead !== true) other = OTHER_SHAPE;
    } else if (isUnreadElement(element as object, filter, inner)) return UNREAD_ELEMENT;
  }
  return other;
}

/** Whether an element that a filter did not choose may be the one: it is a list, is wrapped, or its key is no text. */
function isUnreadElement(element: object, { key }: ElementFilter, node: PathNode | null): boolean {
  if (Array.isArray(element)) return true;
  if (Object.hasOwn(element, key)) {
    const chosenBy = (element as { readonly [key: string]: unknown })[key];
    return typeof chosenBy === 'object' && chosenBy !== null;
  }
  if (node === null || hasKeyOf(element, node)) return false;
  for (const other of node.filterKeys) if (Object.hasOwn(element, other)) return false;
  return withoutKey(element, node, true) !== undefined;
}

function otherShape(value: unknown, node: PathNode | null): typeof OTHER_SHAPE | undefined {
  if (isEmpty(value)) return undefined;
  return Array.isArray(value) && (node?.element ?? null) !== null ? undefined : OTHER_SHAPE;
}

/** Keys that say what kind of element it is, and not its value. */
const LABELS: ReadonlySet<string> = new Set(['type', 'primary', 'display', 'label', 'kind', '$ref']);

/**
 * An object without any of the keys that the mapping reads there. When an object in it has them, it is the value in a wrapping;
 * an element of a list that has another value has it under a key that is not known. An absent key is no value otherwise.
 */
function withoutKey(
  value: object,
  node: PathNode | null,
  isElement: boolean,
  isRecord = false,
): typeof OTHER_SHAPE | undefined {
  if (node === null || isRecord || hasKeyOf(value, node)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const wrapped: unknown = Array.isArray(inner) ? inner[0] : inner;
    if (isObject(wrapped) && hasKeyOf(wrapped, node)) return OTHER_SHAPE;
    const isScalar = (typeof inner === 'string' || typeof inner === 'number') && !isEmpty(inner);
    if (isElement && isScalar && !LABELS.has(key) && !node.filterKeys.has(key)) return OTHER_SHAPE;
  }
  return undefined;
}

function hasKeyOf(value: object, node: PathNode): boolean {
  for (const key of node.keys.keys()) if (Object.hasOwn(value, key)) return true;
  return false;
}

/** A path as text, without quotes around keys. */
export function pathText(path: SourcePath): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (typeof step === 'string') return `${index > 0 ? '.' : ''}${step}`;
      return 'key' in step ? `[${step.key}=${step.is}]` : '[]';
    })
    .join('');
}

function every(
  value: unknown,
  path: SourcePath,
  trail: readonly PathNode[] | null,
  from: number,
): unknown[] | symbol | undefined {
  const found: unknown[] = [];
  for (const element of Array.isArray(value) ? (value as unknown[]) : [value]) {
    const inner = valueAt(element, path, trail, from, true);
    if (typeof inner === 'symbol') return inner;
    // One by one: a list in a record may be longer than the arguments that a call can take.
    if (Array.isArray(inner)) for (const one of inner as unknown[]) found.push(one);
    else if (inner !== undefined && inner !== null) found.push(inner);
  }
  return found.length === 0 ? undefined : found;
}

function matchesFilter(element: unknown, { key, is }: ElementFilter): boolean {
  if (typeof element !== 'object' || element === null || !Object.hasOwn(element, key)) return false;
  const text = textOf((element as { readonly [key: string]: unknown })[key]);
  return text === is || (typeof text === 'string' && comparedText(text) === is);
}

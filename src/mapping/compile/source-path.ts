import { textOf } from './source-value.ts';

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

/** The value at a path, or undefined. Only own properties count, so no path reaches `constructor` or another inherited property. */
export function valueAt(object: unknown, path: SourcePath, from = 0): unknown {
  let value = object;
  for (let at = from; at < path.length; at += 1) {
    if (typeof value !== 'object' || value === null) return undefined;
    const step = path[at];
    if (typeof step === 'object') {
      if (!Array.isArray(value)) return undefined;
      if (step === EACH) return every(value, path, at + 1);
      value = (value as unknown[]).find((element) => matchesFilter(element, step as ElementFilter));
    } else {
      if (step === undefined || !Object.hasOwn(value, step)) return undefined;
      value = (value as { readonly [key: string | number]: unknown })[step];
    }
  }
  return value;
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

function every(list: readonly unknown[], path: SourcePath, from: number): unknown[] | undefined {
  const found: unknown[] = [];
  for (const element of list) {
    const value = valueAt(element, path, from);
    // One by one: a list in a record may be longer than the arguments that a call can take.
    if (Array.isArray(value)) for (const one of value as unknown[]) found.push(one);
    else if (value !== undefined && value !== null) found.push(value);
  }
  return found.length === 0 ? undefined : found;
}

function matchesFilter(element: unknown, { key, is }: ElementFilter): boolean {
  return (
    typeof element === 'object' &&
    element !== null &&
    Object.hasOwn(element, key) &&
    textOf((element as { readonly [key: string]: unknown })[key]) === is
  );
}

/** The keys and indexes that lead to a value in a JSON record. */
export type SourcePath = readonly (string | number)[];

const SEGMENT = /^(?:\[(\d{1,9})\]|\["([^"]+)"\]|\['([^']+)'\]|\.?"([^"]+)"|\.?([^.[\]"']+))/;

/**
 * Reads `profile.emails[0].value`. A key that holds a dot or a bracket stands in quotes: `"cognito.name"`,
 * `attributes["customer.no"][0]`. Null when the text is no path.
 */
export function parsePath(text: string): SourcePath | null {
  const path: (string | number)[] = [];
  let rest = text;
  while (rest !== '') {
    // Only what follows a dot may begin a key behind another; `a"b"` is a slip, not a path.
    const found = SEGMENT.exec(rest);
    if (found === null) return null;
    const [whole, index, inBrackets, inSingle, quoted, key] = found;
    const dotted = rest.startsWith('.');
    const bracketed = rest.startsWith('[');
    if (path.length === 0 ? dotted : !dotted && !bracketed) return null;
    path.push(index === undefined ? (inBrackets ?? inSingle ?? quoted ?? key ?? '') : Number(index));
    rest = rest.slice(whole.length);
  }
  return path.length === 0 ? null : path;
}

/** The value at a path, or undefined. Only own properties count, so no path reaches `constructor` and its kin. */
export function valueAt(object: unknown, path: SourcePath): unknown {
  let value = object;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { readonly [key: string | number]: unknown })[key];
  }
  return value;
}

/**
 * Caches the results of `make` for up to `limit` texts. Only for pure functions with results that can be shared. When
 * full, the cache is cleared: an export with a million different values must not fill the memory.
 */
export function memoize<T>(make: (text: string) => T, limit = 10_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    // Long texts rarely repeat, and without this check a limit on entries would not limit memory.
    if (text.length > 64) return made;
    if (known.size >= limit) known.clear();
    known.set(text, made);
    return made;
  };
}

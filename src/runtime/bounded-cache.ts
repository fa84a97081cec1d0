/**
 * Remembers what `make` returned for up to `limit` texts. Only for pure functions whose result is shared safely.
 * When full it starts anew: an export of a million different values must not fill the memory with them.
 */
export function memoize<T>(make: (text: string) => T, limit = 10_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    // A long text is rare, seldom comes twice, and would make the bound on entries no bound on memory.
    if (text.length > 64) return made;
    if (known.size >= limit) known.clear();
    known.set(text, made);
    return made;
  };
}

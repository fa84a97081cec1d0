/** A source of numbers in [0, 1); passed in as a parameter, so that a seed reproduces a run exactly. */
export type Random = () => number;

/** Mulberry32: 32 bits of state, fast, sufficient for test data and faults; never for secrets. */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A separate seed for one purpose (`parts`), so that results do not depend on the order of calls. */
export function seedFor(seed: number, ...parts: readonly (number | string)[]): number {
  let hash = Math.imul(seed ^ 0x811c9dc5, 0x01000193);
  for (const part of parts) {
    if (typeof part === 'number') hash = Math.imul(hash ^ part, 0x01000193);
    else for (let at = 0; at < part.length; at++) hash = Math.imul(hash ^ part.charCodeAt(at), 0x01000193);
    // FNV alone maps adjacent numbers to adjacent hashes: rows 1 and 2 would get similar people.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash | 0;
}

/** One of the list, each as likely as the others. */
export function pickOne<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}

/** A whole number from `from` to `to`, both included. */
export function randomInteger(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** A new array in another order (each item draws a number). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** A UUID (version 4 layout) from seeded numbers: unique within a run, reproducible, not secret. */
export function seededUuid(random: Random): string {
  let hex = '';
  for (let word = 0; word < 4; word++) {
    hex += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

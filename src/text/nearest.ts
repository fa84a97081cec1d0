/**
 * The candidate closest to `name`, or null if none is close. Case, `_`, `-` and spaces are
 * ignored, and a candidate may also match by its last dotted part (`postal_code` → `address.postal_code`).
 */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  const wanted = stripped(name);
  let best: string | null = null;
  // A third of the letters may differ, but at least two: beyond that, a suggestion misleads more than it helps.
  let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const whole = distance(wanted, stripped(candidate), bestDistance);
    const tail = candidate.slice(candidate.lastIndexOf('.') + 1);
    const part = tail === candidate ? whole : distance(wanted, stripped(tail), bestDistance) + 0.5;
    const found = Math.min(whole, part);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** ` Did you mean "x"?` if a candidate is close, else an empty string; to append to a sentence. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const found = nearest(name, candidates);
  return found === null ? '' : ` Did you mean "${found}"?`;
}

function stripped(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

/** Levenshtein distance in which a swap of neighbours counts as one; returns `limit` as soon as it cannot stay below. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}

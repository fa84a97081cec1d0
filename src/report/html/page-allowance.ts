/**
 * Chooses the first rows of each kind, at most `most` in total. `totals` says how many rows of each kind there are.
 */
export interface RowAllowance {
  /** Whether the page holds a row of this kind; call it once for each row, in row order. */
  takes(kind: string): boolean;
  /** How many more rows the page holds. */
  left(): number;
}

export function rowAllowance(totals: { readonly [kind: string]: number }, most: number): RowAllowance {
  const given = allowances(Object.values(totals), most);
  const allowed = new Map(Object.keys(totals).map((kind, index) => [kind, given[index] ?? 0]));
  let left = given.reduce((sum, count) => sum + count, 0);
  return {
    takes(kind) {
      const count = allowed.get(kind) ?? 0;
      if (count === 0) return false;
      allowed.set(kind, count - 1);
      left--;
      return true;
    },
    left: () => left,
  };
}

/**
 * How many rows of each kind are shown, with at most `most` in total: all rows of the rarer kinds, so that ten failed rows are
 * shown next to a million unsent ones; the others share the rest equally.
 */
export function allowances(wanted: readonly number[], most: number): number[] {
  const given = wanted.map(() => 0);
  const rarestFirst = [...wanted.entries()].sort(([, a], [, b]) => a - b);
  let left = most;
  for (const [place, [kind, rows]] of rarestFirst.entries()) {
    const share = Math.min(rows, Math.floor(left / (wanted.length - place)));
    given[kind] = share;
    left -= share;
  }
  return given;
}

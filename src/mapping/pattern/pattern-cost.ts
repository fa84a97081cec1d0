/**
 * In how many ways a backtracking engine can try a part of a pattern on a text of n characters: at most
 * `factor × (n + 1) ^ degree`. Infinite when nothing useful is known.
 */
export interface Cost {
  readonly factor: number;
  readonly degree: number;
}

export const NO_CHOICE: Cost = { factor: 1, degree: 0 };
const UNKNOWN: Cost = { factor: Number.POSITIVE_INFINITY, degree: 0 };

/** A choice among as many places as the text has, to the power of `degree`. */
export function times(degree: number): Cost {
  return { factor: 1, degree };
}

export function inSequence(costs: readonly Cost[]): Cost {
  return costs.reduce(
    (all, { factor, degree }) => ({ factor: all.factor * factor, degree: all.degree + degree }),
    NO_CHOICE,
  );
}

export function oneOf(costs: readonly Cost[]): Cost {
  return costs.reduce((all, { factor, degree }) => ({
    factor: all.factor + factor,
    degree: Math.max(all.degree, degree),
  }));
}

/**
 * A part that is repeated. A group that repeats is not bounded here, and what can be empty is not either: there, the two engines
 * set groups differently.
 */
export function repeated(once: Cost, min: number, max: number, isGroup: boolean, canBeEmpty: boolean): Cost {
  if (isGroup) return min === 0 && max === 1 && !canBeEmpty ? oneOf([NO_CHOICE, once]) : UNKNOWN;
  if (max === Number.POSITIVE_INFINITY) return times(1);
  return { factor: max - min + 1, degree: 0 };
}

/** Steps on a text of this length. */
export function steps({ factor, degree }: Cost, length: number): number {
  return factor * (length + 1) ** degree;
}

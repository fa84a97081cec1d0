/** A number of rows, or a percentage of them. */
export type Limit =
  | { readonly kind: 'count'; readonly rows: number }
  | { readonly kind: 'percent'; readonly percent: number };

/** How many of `rows` a limit allows. */
export function allowed(limit: Limit, rows: number): number {
  return limit.kind === 'count' ? limit.rows : Math.floor((rows * limit.percent) / 100);
}

/** The limit in the form of the input: `10` or `20%`. */
export function limitText(limit: Limit): string {
  return limit.kind === 'count' ? String(limit.rows) : `${limit.percent}%`;
}

/** A number of rows, or a share of them. */
export type Limit =
  | { readonly kind: 'count'; readonly rows: number }
  | { readonly kind: 'percent'; readonly percent: number };

/** How many of `rows` a limit allows. */
export function allowed(limit: Limit, rows: number): number {
  return limit.kind === 'count' ? limit.rows : Math.floor((rows * limit.percent) / 100);
}

/** As the user would write it. */
export function limitText(limit: Limit): string {
  return limit.kind === 'count' ? String(limit.rows) : `${limit.percent}%`;
}

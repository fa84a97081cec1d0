/** A number of rows, or a percentage of them. */
export type Limit =
  | { readonly kind: 'count'; readonly rows: number }
  | { readonly kind: 'percent'; readonly percent: number };

/** How many of `rows` a limit allows. */
export function allowed(limit: Limit, rows: number): number {
  return limit.kind === 'count' ? limit.rows : Math.floor((rows * limit.percent) / 100);
}

/**
 * The limit in the form of the input: `500` or `20%`. Up to 100, a number may be a share whose sign was forgotten: then it also
 * says how that is written.
 */
export function limitText(limit: Limit): string {
  if (limit.kind === 'percent') return `${limit.percent}%`;
  const mayBeShare = limit.rows > 0 && limit.rows <= 100;
  return mayBeShare ? `${limit.rows}, a number; as a share, write ${limit.rows}%` : String(limit.rows);
}

import type { Evaluated } from '../mapping/compile/evaluate-expression.ts';

/** What main.ts is started with to serve expressions. */
export const EXPRESSIONS = 'expressions';

/** What the run asks: every expression for each input. */
export interface ExpressionQuestion {
  readonly expressions: readonly string[];
  readonly inputs: readonly object[];
  /** Whether inputs have marks in place of values that cannot be read. */
  readonly hasMarks: boolean;
}

/** Results of the next inputs, or that questions can be asked. */
export type ExpressionReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'results'; readonly results: readonly (readonly Evaluated[])[] };

const UNREADABLE = Symbol('unreadable');

/** The value with dates in place of symbols, which stand for what cannot be read and cannot be sent: records have no dates. */
export function marked(value: unknown): unknown {
  if (typeof value === 'symbol') return new Date(0);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(marked);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
}

export function unmarked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return UNREADABLE;
  if (Array.isArray(value)) return value.map(unmarked);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unmarked(inner)]));
}

import type { Mapping } from '../mapping/mapping.ts';
import { InputError } from '../runtime/input-error.ts';
import { didYouMean } from '../text/nearest.ts';
import type { CodeEntry } from './code-entry.ts';
import { PROBLEM_CODES } from './problem-codes.ts';

/** @throws InputError when a mapping uses an unknown code, or lowers the severity of a fixed one. */
export function checkSeverities({ severities }: Mapping): void {
  const codes: { readonly [code: string]: CodeEntry } = PROBLEM_CODES;
  const problems = [...severities].flatMap(([code, { severity, at }]) => {
    const entry = Object.hasOwn(codes, code) ? codes[code] : undefined;
    if (entry === undefined) return [`${at}: rules.${code}: unknown code.${didYouMean(code, Object.keys(codes))}`];
    if (entry.fixed !== true || severity === 'error') return [];
    return [`${at}: rules.${code}: this code always makes the row invalid. ${entry.hint}`];
  });
  if (problems.length > 0) throw new InputError(problems);
}

import { alternatives, type FieldRule } from '../field-rule.ts';
import type { LinearEngine } from '../pattern/compile-pattern.ts';
import { hasCostlyPattern } from '../pattern/pattern.ts';
import { PARSED_HERE } from './date-format.ts';
import type { Jsonata } from './evaluate-expression.ts';

export type Luxon = typeof import('luxon');
export type Phones = typeof import('libphonenumber-js/max');

/** Libraries that only some mappings need; null when they are not loaded. */
export interface Libraries {
  readonly luxon: Luxon | null;
  readonly phones: Phones | null;
  readonly jsonata: Jsonata | null;
  readonly re2: LinearEngine | null;
}

/** Loads what these rules and the patterns of `whole` need. Formats that are parsed here (ISO with an offset, epochs) need no library. */
export async function loadLibraries(rules: readonly FieldRule[], whole: unknown): Promise<Libraries> {
  const all = rules.flatMap(alternatives);
  const [luxon, phones, jsonata, re2] = await Promise.all([
    all.some(needsLuxon) ? import('luxon') : null,
    all.some((rule) => rule.change?.kind === 'phone') ? import('libphonenumber-js/max') : null,
    all.some((rule) => rule.source.kind === 'expr') ? import('jsonata').then((module) => module.default) : null,
    hasCostlyPattern(whole) ? import('re2js').then(({ RE2JS }) => RE2JS) : null,
  ]);
  return { luxon, phones, jsonata, re2 };
}

function needsLuxon({ change }: FieldRule): boolean {
  if (change?.kind === 'instant' && change.zone !== null) return true;
  if (change?.kind !== 'date' && change?.kind !== 'instant') return false;
  return change.formats.some((format) => !PARSED_HERE.includes(format));
}

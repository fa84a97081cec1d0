import { alternatives, type FieldRule } from '../field-rule.ts';
import { PARSED_HERE } from './date-format.ts';

export type Luxon = typeof import('luxon');
export type Phones = typeof import('libphonenumber-js/max');
export type Jsonata = typeof import('jsonata');

/** Libraries that only some mappings need; null when they are not loaded. */
export interface Libraries {
  readonly luxon: Luxon | null;
  readonly phones: Phones | null;
  readonly jsonata: Jsonata | null;
}

/** Loads what these rules need. Formats that are parsed here (ISO with an offset, epochs) need no library. */
export async function loadLibraries(rules: readonly FieldRule[]): Promise<Libraries> {
  const all = rules.flatMap(alternatives);
  const [luxon, phones, jsonata] = await Promise.all([
    all.some(needsLuxon) ? import('luxon') : null,
    all.some((rule) => rule.change?.kind === 'phone') ? import('libphonenumber-js/max') : null,
    all.some((rule) => rule.source.kind === 'expr') ? import('jsonata').then((module) => module.default) : null,
  ]);
  return { luxon, phones, jsonata };
}

function needsLuxon({ change }: FieldRule): boolean {
  if (change?.kind === 'instant' && change.zone !== null) return true;
  if (change?.kind !== 'date' && change?.kind !== 'instant') return false;
  return change.formats.some((format) => !PARSED_HERE.includes(format));
}

import type { Problem } from '../../source/record.ts';
import type { Mapping } from '../mapping.ts';
import type { FieldError } from './field-error.ts';

/** What is left of the findings about a row once the mapping's severities are applied. */
export interface Judged {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const NOTHING_FOUND: Judged = { errors: [], warnings: [] };

/** Whoever leaves one of these out by mistake lets somebody in, or locks somebody out: no severity changes that. */
const ALWAYS_REFUSED = /^(?:userStatus|sub|password_hash_info(?:\..+)?|password\..+|join\..+)$/;

/**
 * Sorts findings by the mapping's severities. A value that could not be made and is tolerated leaves its field out; a row with
 * errors is invalid.
 */
export function applySeverities(
  severities: Mapping['severities'],
): (refused: readonly FieldError[], warnings: readonly Problem[]) => Judged {
  return (refused, warnings) => {
    if (refused.length === 0 && warnings.length === 0) return NOTHING_FOUND;
    const judged = { errors: [] as Problem[], warnings: [] as Problem[] };
    for (const { problem } of refused) {
      const severity = ALWAYS_REFUSED.test(problem.field ?? '') ? 'error' : severities.get(problem.code)?.severity;
      if (severity === 'warn') judged.warnings.push(problem);
      else if (severity !== 'off') judged.errors.push(problem);
    }
    for (const warning of warnings) {
      const severity = severities.get(warning.code)?.severity;
      if (severity === 'error') judged.errors.push(warning);
      else if (severity !== 'off') judged.warnings.push(warning);
    }
    return judged;
  };
}

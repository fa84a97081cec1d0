import type { Problem } from '../../source/record.ts';
import type { Mapping, RuleSeverity } from '../mapping.ts';
import type { FieldError } from './field-error.ts';

/** The problems of a row after the mapping's severities are applied. */
export interface SortedProblems {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

const NO_PROBLEMS: SortedProblems = { errors: [], warnings: [] };

/** A value that was not read loses somebody, or a way to log in. */
const NEEDED = /^(?:email|username|mobile_number|identities\[.*)$/;

/** Leaving one of these out by mistake would let somebody in or lock somebody out: no severity changes that. */
const ALWAYS_ERROR = /^(?:userStatus|sub|password_hash_info(?:\..+)?|password(?:\..+)?|join\..+)$/;

/**
 * Sorts problems by the mapping's severities. A field error that is only a warning, or off, leaves its field out; a row with
 * errors is invalid.
 */
export function applySeverities(
  severities: Mapping['severities'],
): (fieldErrors: readonly FieldError[], warnings: readonly Problem[]) => SortedProblems {
  return (fieldErrors, warnings) => {
    if (fieldErrors.length === 0 && warnings.length === 0) return NO_PROBLEMS;
    const sorted = { errors: [] as Problem[], warnings: [] as Problem[] };
    for (const { problem } of fieldErrors) {
      const severity = severityOf(problem, severities);
      if (severity === 'warn') sorted.warnings.push(problem);
      else if (severity !== 'off') sorted.errors.push(problem);
    }
    for (const warning of warnings) {
      const severity = severities.get(warning.code)?.severity;
      if (severity === 'error') sorted.errors.push(warning);
      else if (severity !== 'off') sorted.warnings.push(warning);
    }
    return sorted;
  };
}

function severityOf({ code, field }: Problem, severities: Mapping['severities']): RuleSeverity {
  const name = field ?? '';
  if (ALWAYS_ERROR.test(name)) return 'error';
  if (code !== 'value.unread') return severities.get(code)?.severity ?? 'error';
  return NEEDED.test(name) ? 'error' : (severities.get(code)?.severity ?? 'warn');
}

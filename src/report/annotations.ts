import type { ProblemCode as RuleCode } from '../mapping/compile/field-error.ts';
import { type PlanCode, PROBLEM_CODES } from '../plan/problem-codes.ts';
import type { Outcome } from '../plan/row.ts';
import { escapeControlChars, shorten } from '../text/escape.ts';
import { count, counted } from '../text/number-text.ts';
import { type FailureGroup, firstOf } from './failure-tally.ts';
import { NO_PLACES, type Place, type Places } from './places.ts';
import type { IdentifierLevel, ReportHead } from './report-data.ts';

/** A note that GitHub shows on the run's page, and beside a line when it has a place. Both texts are one line, escaped. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly place?: Place;
  readonly title: string;
  readonly message: string;
}
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** GitHub shows ten of each kind a step; the error that fails the step is one of them, and the log needs some warnings. */
const LIMITS: { readonly [level in AnnotationLevel]: number } = { error: 9, warning: 7, notice: 7 };
const MESSAGE_CHARACTERS = 4096;

/**
 * One annotation for each reason that rows failed for, largest first, then one for each kind of warning; what does not
 * fit GitHub's limits is summed up in the last one of its kind.
 */
export function annotations(
  head: ReportHead,
  groups: readonly FailureGroup[],
  level: IdentifierLevel,
  fileNames: readonly string[],
  places: Places = NO_PLACES,
): readonly Annotation[] {
  const byReason = groups.map((group) => {
    const place = placeOf(group, fileNames, places);
    return { ...groupAnnotation(head, group, level, fileNames), ...(place !== null && { place }) };
  });
  // It counts paths and not rows, and each was said when the plan was made.
  const ofRows = Object.entries(head.warnings).filter(([code]) => code !== 'path.unseen');
  const byWarning = ofRows.map(([code, rows]): Annotation => {
    return annotation('warning', code, `${counted(rows, 'row')}, sent all the same${explained(code)}`);
  });
  const all = [...byReason, ...byWarning];
  return (['error', 'warning', 'notice'] as const).flatMap((kind) =>
    limited(
      all.filter((one) => one.level === kind),
      kind,
    ),
  );
}

function groupAnnotation(
  head: ReportHead,
  group: FailureGroup,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Annotation {
  const rows = counted(group.count, `${group.outcome} row`);
  return annotation(severity(group.outcome, head), group.code, `${rows}, ${firstOf(group, level, fileNames)}`);
}

/** What the mapping's rules cannot make of a value is corrected in the mapping as a rule, everything else in the export. */
const BY_RULES = {
  'boolean.invalid': true,
  'date.ambiguous': true,
  'date.invalid': true,
  'expr.failed': true,
  'field.unknown': true,
  'hash.missing': true,
  'hash.no_verifier': true,
  'hash.unrecognised': true,
  'instant.invalid': true,
  'json.invalid': true,
  'number.imprecise': true,
  'number.invalid': true,
  'phone.invalid': true,
  'type.invalid': true,
  'value.missing': true,
  'value.unknown': true,
} as const satisfies { readonly [code in RuleCode]: true };

function placeOf(
  { code, first }: FailureGroup,
  fileNames: readonly string[],
  { mapping, ruleLines, exported }: Places,
): Place | null {
  const rule = Object.hasOwn(BY_RULES, code) ? ruleLines[first.field ?? ''] : undefined;
  if (rule !== undefined && mapping !== null) return { file: mapping, line: rule };
  const file = exported(fileNames[first.file] ?? '');
  return file === null ? null : { file, line: first.line };
}

/** A run that succeeded tolerated these rows: nothing in it is an error. */
function severity(outcome: Outcome, head: ReportHead): AnnotationLevel {
  switch (outcome) {
    case 'invalid':
    case 'failed':
    case 'unknown':
      return head.outcome === 'succeeded' ? 'warning' : 'error';
    case 'duplicate':
      return 'warning';
    default:
      return 'notice';
  }
}

/** What the code of a warning means, and what to do. */
function explained(code: string): string {
  const entry = Object.hasOwn(PROBLEM_CODES, code) ? PROBLEM_CODES[code as PlanCode] : null;
  return entry === null ? '' : `: ${entry.meaning} ${entry.hint}`;
}

function annotation(level: AnnotationLevel, code: string, message: string): Annotation {
  return {
    level,
    title: escapeControlChars(shorten(code, 100)),
    message: shorten(escapeControlChars(message), MESSAGE_CHARACTERS),
  };
}

function limited(all: readonly Annotation[], level: AnnotationLevel): readonly Annotation[] {
  const limit = LIMITS[level];
  if (all.length <= limit) return all;
  const shown = all.slice(0, limit - 1);
  const rest = all.length - shown.length;
  return [
    ...shown,
    { level, title: 'More', message: `${count(rest)} more kinds of ${level}; the report has them all` },
  ];
}

import type { ProblemCode as RuleCode } from '../mapping/compile/field-error.ts';
import { type PlanCode, PROBLEM_CODES } from '../plan/problem-codes.ts';
import type { Outcome } from '../plan/row.ts';
import { escapeControlChars, shorten } from '../text/escape.ts';
import { count, counted } from '../text/number-text.ts';
import { type FailureGroup, firstOf } from './failure-tally.ts';
import type { IdentifierLevel, ReportHead } from './report-data.ts';
import { NO_REPOSITORY_FILES, type RepositoryFiles, type RepositoryLine } from './repository-files.ts';

/** A note that GitHub shows on the run's page and, when `line` is set, next to that line. Both texts are one line, escaped. */
export interface Annotation {
  readonly level: AnnotationLevel;
  readonly line?: RepositoryLine;
  readonly title: string;
  readonly message: string;
}
export type AnnotationLevel = 'error' | 'warning' | 'notice';

/** GitHub shows ten of each level per step; the error that fails the step is one of them, and the log needs some warnings. */
const LIMITS: { readonly [level in AnnotationLevel]: number } = { error: 9, warning: 7, notice: 7 };
const MAX_MESSAGE_CHARACTERS = 4096;

/**
 * One annotation for each reason for which rows failed, largest group first, then one for each kind of warning. What exceeds
 * GitHub's limits is counted in the last annotation of its level.
 */
export function annotations(
  head: ReportHead,
  groups: readonly FailureGroup[],
  level: IdentifierLevel,
  fileNames: readonly string[],
  repository: RepositoryFiles = NO_REPOSITORY_FILES,
): readonly Annotation[] {
  const byReason = groups.map((group) => {
    const line = lineOf(group, fileNames, repository);
    return { ...groupAnnotation(head, group, level, fileNames), ...(line !== null && { line }) };
  });
  // `path.unseen` counts paths, not rows, and the plan has logged each of them.
  const ofRows = Object.entries(head.warnings).filter(([code]) => code !== 'path.unseen');
  const byWarning = ofRows.map(([code, rows]): Annotation => {
    return annotation('warning', code, `${counted(rows, 'row')}, sent anyway${explanation(code)}`);
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

/** Failures of a mapping rule, which are usually fixed in the mapping; all others are fixed in the export. */
const RULE_CODES = {
  'boolean.invalid': true,
  'date.ambiguous': true,
  'date.invalid': true,
  'expr.failed': true,
  'expr.limit': true,
  'field.unknown': true,
  'hash.left_out': true,
  'hash.missing': true,
  'hash.no_verifier': true,
  'hash.unrecognised': true,
  'instant.invalid': true,
  'json.invalid': true,
  'number.imprecise': true,
  'number.invalid': true,
  'pattern.limit': true,
  'phone.assumed-country': true,
  'phone.invalid': true,
  'type.invalid': true,
  'value.missing': true,
  'value.too_long': true,
  'value.unknown': true,
  'value.unread': true,
} as const satisfies { readonly [code in RuleCode]: true };

function lineOf(
  { code, first }: FailureGroup,
  fileNames: readonly string[],
  { mapping, ruleLines, exported }: RepositoryFiles,
): RepositoryLine | null {
  const rule = Object.hasOwn(RULE_CODES, code) ? ruleLines[first.field ?? ''] : undefined;
  if (rule !== undefined && mapping !== null) return { file: mapping, line: rule };
  const file = exported(fileNames[first.file] ?? '');
  return file === null ? null : { file, line: first.line };
}

/** A run that succeeded tolerated its failed rows, so they are not errors. */
function severity(outcome: Outcome, head: ReportHead): AnnotationLevel {
  switch (outcome) {
    case 'invalid':
    case 'failed':
    case 'unknown':
      return head.outcome === 'succeeded' ? 'warning' : 'error';
    case 'duplicate':
      return 'warning';
    case 'created':
    case 'updated':
    case 'unchanged':
    case 'skipped':
    case 'unsent':
    case 'planned':
      return 'notice';
  }
}

/** What the code of a warning means, and what to do. */
function explanation(code: string): string {
  const entry = Object.hasOwn(PROBLEM_CODES, code) ? PROBLEM_CODES[code as PlanCode] : null;
  return entry === null ? '' : `: ${entry.meaning} ${entry.hint}`;
}

function annotation(level: AnnotationLevel, code: string, message: string): Annotation {
  return {
    level,
    title: escapeControlChars(shorten(code, 100)),
    message: shorten(escapeControlChars(message), MAX_MESSAGE_CHARACTERS),
  };
}

function limited(all: readonly Annotation[], level: AnnotationLevel): readonly Annotation[] {
  const limit = LIMITS[level];
  if (all.length <= limit) return all;
  const shown = all.slice(0, limit - 1);
  const rest = all.length - shown.length;
  return [
    ...shown,
    { level, title: 'More', message: `${count(rest)} more kinds of ${level}; the report lists all of them` },
  ];
}

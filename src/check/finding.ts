/** A result of the tenant check, or something it could not check. Never contains data of a user. */
export interface Finding {
  /** `error`: users would lose data or be rejected; `warning`: should be reviewed; `notice`: information only. */
  readonly severity: FindingSeverity;
  readonly code: FindingCode;
  /** What it concerns: a field (`customFields.customer_no`), a role, a group, a part of the setup. */
  readonly subject: string;
  /** What is wrong, in one or two sentences. */
  readonly message: string;
  /** What to do next, in one sentence; empty when there is nothing to do. */
  readonly hint: string;
}

export type FindingSeverity = 'error' | 'warning' | 'notice';

/** All codes of findings. Stable: workflows filter by them. `docs/check.md` explains each. */
export const FINDING_CODES = [
  'scope.missing',
  'scope.unnamed',
  'field.disabled',
  'field.undefined',
  'field.unlisted',
  'field.type',
  'field.option',
  'field.required',
  'consent.undefined',
  'role.undefined',
  'group.undefined',
  'group.role',
  'setup.unread',
  'setup.incomplete',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

const RANK: { readonly [severity in FindingSeverity]: number } = { error: 0, warning: 1, notice: 2 };

/** The findings, most severe first; stable within a severity. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

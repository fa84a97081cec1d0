import type { Mapped } from '../mapping/mapped.ts';
import type { Problem, SourceRecord } from '../source/record.ts';
import type { CidaasUser, Identifiers } from '../user/cidaas-user.ts';
import { identifiersOf } from '../user/identifiers.ts';
import { identityKeys, keyHash, subOf } from '../user/identity-keys.ts';
import { cleanUser } from './clean-user.ts';
import type { PlanCounts } from './plan-counts.ts';
import { PROBLEM_CODES } from './problem-codes.ts';
import type { PlannedRow } from './row.ts';
import type { RulePolicy } from './rule-policy.ts';

/** What the decision about a row depends on. */
export interface RowRules {
  readonly validate: (user: CidaasUser) => { errors: readonly Problem[]; warnings: readonly Problem[] };
  /** Severities of warnings that do not come from a rule. */
  readonly severities?: RulePolicy['severities'];
  /** Whether hashes count that the mapping puts into `password_hash_info` itself. */
  readonly countDeclaredHashes?: boolean;
  /** Fingerprint of the JSON text of a user, stored with its row; null when no state is kept. */
  readonly fingerprint: ((body: string) => string) | null;
}

/**
 * Decides one row by itself, as if there were no others. `mapped`: what the mapping made of its record. `counts` counts the user of
 * a planned row.
 */
export function decideRow(
  record: SourceRecord,
  mapped: Mapped,
  { validate, severities, fingerprint }: RowRules,
  counts: PlanCounts | null,
): PlannedRow {
  const { row, file, line } = record;
  switch (mapped.kind) {
    case 'skipped': {
      const reason = { code: 'skipped', field: null, message: mapped.reason, hint: '' };
      return { row, file, line, outcome: 'skipped', reason, identifiers: mapped.identifiers };
    }
    case 'invalid':
      return invalid(record, mapped.problems, mapped.identifiers);
    case 'user': {
      const { user, removed } = cleanUser(mapped.user);
      const found = validate(user);
      const missingSub = subOf(user) === undefined ? (severities?.get('sub.missing') ?? 'warn') : 'off';
      const removal = severities?.get('text.invisible') ?? 'warn';
      const errors = [
        ...found.errors,
        ...(missingSub === 'error' ? [SUB_MISSING] : []),
        ...(removal === 'error' ? removed : []),
      ];
      if (errors.length > 0) return invalid(record, errors, identifiersOf(user));
      const keys = identityKeys(user);
      const places = removal === 'warn' ? [...mapped.warnings, ...removed] : mapped.warnings;
      const warnings = [...places, ...found.warnings, ...(missingSub === 'warn' ? [SUB_MISSING] : [])];
      const { password, status } = mapped;
      counts?.add({ user, record, password, status, places, warnings });
      const body = JSON.stringify(user);
      const stored = {
        body,
        fingerprint: fingerprint?.(body) ?? null,
        keys: keys.map(keyHash),
        identifiers: identifiersOf(user),
      };
      return { row, file, line, outcome: 'planned', status: user.userStatus ?? 'VERIFIED', warnings, ...stored };
    }
  }
}

const SUB_MISSING: Problem = {
  code: 'sub.missing',
  field: 'sub',
  message: PROBLEM_CODES['sub.missing'].meaning,
  hint: PROBLEM_CODES['sub.missing'].hint,
};

/** A row has one reason in the report; its message lists the other problems, so that all can be corrected at once. */
function invalid(
  { row, file, line }: SourceRecord,
  problems: readonly Problem[],
  identifiers: Identifiers,
): PlannedRow {
  const [first, ...others] = problems;
  if (first === undefined) throw new Error(`row ${row} is invalid without a problem`);
  const also = [...new Set(others.map(({ code, field }) => (field === null ? code : `${field}: ${code}`)))].join(', ');
  const reason = also === '' ? first : { ...first, message: `${first.message} Also: ${also}.` };
  return { row, file, line, outcome: 'invalid', reason, identifiers };
}

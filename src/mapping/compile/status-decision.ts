import type { CidaasUser } from '../../user/cidaas-user.ts';
import type { Condition, FieldRule } from '../field-rule.ts';
import type { StatusDecision } from '../mapped.ts';
import type { CompiledField } from './compile-field.ts';

/** Of users whose address is not verified, when the mapping sets `unverified-email: PENDING`. */
export const UNVERIFIED_STATUS: StatusDecision = { status: 'PENDING', reason: 'unverified-email' };

/** cidaas takes a user without a status for verified. */
const NO_RULE: StatusDecision = { status: 'VERIFIED', reason: 'no userStatus: the user can log in' };

/** Prepares telling which rule gave a user the status. To be asked after the fields of the user are made. */
export function statusDecider(fields: readonly CompiledField[]): (user: CidaasUser) => StatusDecision {
  const field = fields.find(({ rule }) => rule.field === 'userStatus');
  if (field === undefined) return () => NO_RULE;
  const byRule = new Map<FieldRule, Map<string, StatusDecision>>();
  return ({ userStatus }) => {
    const rule = field.lastRule();
    if (typeof userStatus !== 'string' || rule === null) return NO_RULE;
    const known = byRule.get(rule) ?? new Map<string, StatusDecision>();
    byRule.set(rule, known);
    const decision = known.get(userStatus) ?? { status: userStatus, reason: reasonOf(rule) };
    // A mapping without a table can give any text; the rules make such a row invalid.
    if (known.size < 10) known.set(userStatus, decision);
    return decision;
  };
}

/** Of a record that names its fields after cidaas's own. */
export function ownStatus({ userStatus }: CidaasUser): StatusDecision {
  return typeof userStatus === 'string' ? { status: userStatus, reason: 'userStatus of the record' } : NO_RULE;
}

/** `lock_expires (preset magento:27)`. */
function reasonOf({ at, source, when }: FieldRule): string {
  const columns = [
    ...('refs' in source ? source.refs.map(({ text }) => text) : []),
    ...(when === null ? [] : readBy(when)),
  ];
  const what =
    columns.length === 0 ? (source.kind === 'expr' ? 'expression' : 'all others') : [...new Set(columns)].join(', ');
  return `${what} (${at})`;
}

function readBy(condition: Condition): string[] {
  return 'conditions' in condition ? condition.conditions.flatMap(readBy) : [condition.ref.text];
}

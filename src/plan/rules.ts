import type { Problem } from '../source/record.ts';
import { isObject } from '../text/is-object.ts';
import { USER_FIELDS } from '../user/cidaas-fields.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { looksLikeHash } from '../user/hash-shape.ts';
import { DEFAULT_POLICY, type RulePolicy } from './rule-policy.ts';
import { Findings } from './rules-findings.ts';
import { checkPasswordHash } from './rules-hash.ts';
import { checkIdentity, checkText, expectText, hasIdentifier } from './rules-identity.ts';
import { checkConsents, checkGroups, checkRoles, isUtcInstant } from './rules-lists.ts';
import { checkCustomFields, checkWellFormed } from './rules-text.ts';

/** Problems of a user. With errors it is not sent. Messages never contain values of the user. */
export interface Validation {
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** The rules as of `now` (ms since 1970). */
export function userRules(now: number, policy: RulePolicy): (user: CidaasUser) => Validation {
  const today = new Date(now).toISOString().slice(0, 10);
  return (user) => validateUser(user, today, policy);
}

/** Validates a user for the bulk API and returns all problems. `today` is YYYY-MM-DD. */
export function validateUser(user: CidaasUser, today: string, policy: RulePolicy = DEFAULT_POLICY): Validation {
  const findings = new Findings(policy);
  checkIdentity(user, '', today, findings);
  checkAccount(user, today, findings);
  if (user.identities !== undefined) checkIdentities(user, today, findings);
  checkWellFormed(user, findings);
  if (!hasIdentifier(user) && !identityList(user).some(hasIdentifier)) findings.add('identifier.missing', null);
  return findings;
}

const STATUSES: readonly string[] = ['VERIFIED', 'PENDING', 'DECLINED'];
const SYSTEM_STATUSES: readonly string[] = ['DELETED', 'LOCKED', 'COMBINED', 'BLOCKED'];

function checkAccount(user: CidaasUser, today: string, findings: Findings): void {
  const { userStatus, mfa_enabled: mfa, customFields } = user;
  if (userStatus !== undefined && userStatus !== null && expectText(userStatus, 'userStatus', findings)) {
    if (SYSTEM_STATUSES.includes(userStatus)) findings.add('userStatus.refused', 'userStatus');
    else if (!STATUSES.includes(userStatus)) findings.add('userStatus.invalid', 'userStatus');
  }
  checkText(user.user_status_reason, 'user_status_reason', looksLikeHash, findings);
  if (mfa !== undefined && mfa !== null && typeof mfa !== 'boolean') findings.add('type.invalid', 'mfa_enabled');
  if (customFields !== undefined) {
    if (isObject(customFields)) checkCustomFields(customFields, findings);
    else findings.add('type.invalid', 'customFields');
  }
  if (user.password_hash_info !== undefined) checkPasswordHash(user.password_hash_info, findings);
  if (user.roles !== undefined) checkRoles(user.roles, 'roles', findings);
  if (user.groups !== undefined) checkGroups(user.groups, user.sub, findings);
  if (user.consents !== undefined) checkConsents(user.consents, findings);
  checkInstant(user.createdTime, 'createdTime', today, findings);
  checkInstant(user.lastLoggedInTime, 'lastLoggedInTime', today, findings);
}

function checkInstant(value: string | null | undefined, field: string, today: string, findings: Findings): void {
  if (value === undefined || value === null) return;
  if (!isUtcInstant(value)) findings.add('instant.invalid', field);
  else if (value < '1990' || value.slice(0, 10) > today) findings.add('instant.implausible', field);
}

function checkIdentities(user: CidaasUser, today: string, findings: Findings): void {
  if (!Array.isArray(user.identities) || !user.identities.every(isObject)) {
    findings.add('type.invalid', 'identities');
    return;
  }
  for (const [index, identity] of user.identities.entries()) {
    checkIdentity(identity, `identities[${index}].`, today, findings);
  }
  if (user.identities.length === 0) return;
  for (const key of Object.keys(user)) {
    if (key === 'address' || USER_FIELDS[key]?.level === 'identity') findings.add('identities.mixed', key);
  }
}

function identityList(user: CidaasUser) {
  return Array.isArray(user.identities) ? user.identities.filter(isObject) : [];
}

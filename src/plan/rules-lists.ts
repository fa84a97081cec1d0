import { isObject } from '../text/is-object.ts';
import type { Consent, Group } from '../user/cidaas-user.ts';
import type { Findings } from './rules-findings.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
/** Members can change the tenant itself. Source: docs.cidaas.com, built-in groups. */
const ADMIN_GROUPS: readonly string[] = ['CIDAAS_ADMINS'];
const CONSENT_STATES: readonly unknown[] = ['ACCEPTED', 'REVOKED', 'SKIPPED'];

/** Role names: a list of strings, or null. */
export function checkRoles(roles: unknown, field: string, findings: Findings): void {
  if (roles !== null && !isTexts(roles)) findings.add('type.invalid', field);
}

/** Memberships. Source: OpenAPI of the migration API (sub and groupId are required). */
export function checkGroups(groups: readonly Group[] | null, sub: string | undefined, findings: Findings): void {
  if (groups === null) return;
  if (!Array.isArray(groups)) {
    findings.add('type.invalid', 'groups');
    return;
  }
  for (const [index, group] of (groups as readonly unknown[]).entries()) {
    const field = `groups[${index}]`;
    if (!isObject(group)) findings.add('type.invalid', field);
    else if (!isFilled(group.groupId)) findings.add('group.incomplete', `${field}.groupId`);
    else if (!isFilled(group.sub)) findings.add('group.incomplete', `${field}.sub`);
    else if (sub !== undefined && group.sub !== sub) findings.add('group.sub', `${field}.sub`);
    else if (group.roles !== undefined && !isTexts(group.roles)) findings.add('type.invalid', `${field}.roles`);
    else if (isAdminGroup(group.groupId) && !findings.policy.allowAdminGroups)
      findings.add('group.admin', `${field}.groupId`);
  }
}

/** Consents as in the schema, which differs from some examples. */
export function checkConsents(consents: readonly Consent[] | null, findings: Findings): void {
  if (consents === null) return;
  if (!Array.isArray(consents)) {
    findings.add('type.invalid', 'consents');
    return;
  }
  for (const [index, consent] of (consents as readonly unknown[]).entries()) {
    const field = `consents[${index}]`;
    if (!isObject(consent)) findings.add('type.invalid', field);
    else if (!isFilled(consent.fieldKey)) findings.add('consent.invalid', `${field}.fieldKey`);
    else if (!CONSENT_STATES.includes(consent.state)) findings.add('consent.invalid', `${field}.state`);
    else {
      for (const part of ['consentId', 'versionId'] as const) {
        if (consent[part] !== undefined && !isFilled(consent[part]))
          findings.add('consent.invalid', `${field}.${part}`);
      }
      if (consent.time !== undefined && !isUtcInstant(consent.time)) findings.add('instant.invalid', `${field}.time`);
    }
  }
}

/** A time in UTC with `Z`, the only unambiguous form. */
export function isUtcInstant(value: unknown): value is string {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isAdminGroup(id: unknown): boolean {
  return typeof id === 'string' && ADMIN_GROUPS.includes(id.trim().toUpperCase());
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isFilled);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

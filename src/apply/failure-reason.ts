import type { Problem } from '../source/record.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import { ownError, type TenantError } from '../tenant/tenant-error.ts';
import { say } from '../tenant/tenant-text.ts';

/** The tenant answered, but left the user out. */
export const UNCERTAIN: TenantError = ownError(
  'tenant.answer_uncertain',
  say`The tenant answered, but its answers do not show whether this user was created or updated.`,
);

/** Why the tenant refused these users, for the report. */
export function refusalReason(error: TenantError, users: readonly OutgoingUser[], door: TenantDoor): Problem {
  const message = door.describe(error, users);
  return { code: door.code(error, users), field: null, message, hint: refusalHint(error, message) };
}

/** Why these users never reached the tenant, for the report: something before it refuses what is sent about them. */
export function blockedReason(error: TenantError, users: readonly OutgoingUser[], door: TenantDoor): Problem {
  return { code: door.code(error, users), field: null, message: door.describe(error, users), hint: BLOCKED_HINT };
}

const BLOCKED_HINT =
  'A firewall or a proxy in front of the tenant rejects a value of this user. Have it allow the request, with the reference number, or correct the value; then run again.';

/** Why these users have no outcome, for the report. They were not refused, so they may be accepted later. */
export function unansweredReason(error: TenantError, users: readonly OutgoingUser[], door: TenantDoor): Problem {
  return { code: door.code(error, users), field: null, message: door.describe(error, users), hint: retryHint(error) };
}

/** 507 is the code of every failed validation; only the tenant's message shows that the e-mail address is the cause. */
const ABOUT_EMAIL = /e-?mail/i;

function refusalHint({ code }: TenantError, message: string): string {
  return code === 'tenant.507' && ABOUT_EMAIL.test(message)
    ? 'Check that the e-mail domain exists and is not a disposable one, then run again.'
    : 'Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.';
}

function retryHint({ code }: TenantError): string {
  return code === 'tenant.answer_unusable' || code === 'tenant.answer_uncertain'
    ? 'Run the same export again: create-or-update makes that safe.'
    : 'Run the same export again when the tenant is available; if the same users fail again, look for what they have in common.';
}

import { isRealDate } from '../mapping/compile/date.ts';
import { firstInvisible } from '../text/invisible.ts';
import type { Identity } from '../user/cidaas-user.ts';
import { looksLikeHash, looksLikeTaggedHash } from '../user/hash-shape.ts';
import { IDENTIFIERS } from '../user/identifiers.ts';
import { classifyEmail } from './rules-email.ts';
import type { Findings } from './rules-findings.ts';
import { checkDamage } from './rules-text.ts';

const E164 = /^\+[1-9]\d{5,14}$/;
const LOCALE = /^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;
/** The sub that cidaas returns for a failed user: it does not identify anybody. */
const ANONYMOUS_SUB = /^\s*anonymous\s*$/i;
const ZONE = /^(?:UTC|GMT|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/;

/**
 * The rules for the fields of one identity. `prefix` is its path (`identities[0].`, or empty), `today` is YYYY-MM-DD.
 * Ignores fields of the account.
 */
export function checkIdentity(identity: Identity, prefix: string, today: string, findings: Findings): void {
  for (const [key, value] of Object.entries(identity)) {
    if (value === null || value === undefined) continue;
    const field = prefix + key;
    if (IDENTIFIERS.has(key) && isInvisible(value, field, findings)) continue;
    switch (key) {
      case 'email':
        if (expectText(value, field, findings)) checkEmail(value, field, findings);
        break;
      case 'mobile_number':
        if (expectText(value, field, findings) && !E164.test(value)) {
          findings.add(looksLikeHash(value) ? 'identifier.secret' : 'phone.invalid', field);
        }
        break;
      case 'birthdate':
        if (expectText(value, field, findings)) checkBirthdate(value, field, today, findings);
        break;
      case 'locale':
        if (expectText(value, field, findings) && !LOCALE.test(value)) findings.add('locale.invalid', field);
        break;
      case 'zoneinfo':
        if (expectText(value, field, findings) && !(ZONE.test(value) && findings.policy.isZone(value)))
          findings.add('zoneinfo.invalid', field);
        break;
      case 'profile':
      case 'picture':
      case 'website':
        if (expectText(value, field, findings)) checkUrl(value, field, findings);
        break;
      case 'sub':
        if (typeof value === 'string' && ANONYMOUS_SUB.test(value)) findings.add('sub.reserved', field);
        checkText(value, field, findings.policy.isOpaque('sub') ? looksLikeTaggedHash : looksLikeHash, findings);
        break;
      case 'username':
      case 'phone_number':
      case 'given_name':
      case 'family_name':
      case 'middle_name':
      case 'nickname':
      case 'gender':
      case 'provider':
        checkText(value, field, findings.policy.isOpaque(key) ? looksLikeTaggedHash : looksLikeHash, findings);
        break;
      case 'identityId':
      case 'providerUserId':
        // Ids of other providers can be plain hex or base64.
        checkText(value, field, looksLikeTaggedHash, findings);
        break;
      case 'address':
        if (typeof value !== 'object') findings.add('type.invalid', field);
        else
          for (const part in value)
            checkText(value[part as keyof typeof value], `${field}.${part}`, looksLikeHash, findings);
        break;
    }
  }
  checkDamage(identity, prefix, findings);
}

/** Adds a problem if an identifier has an invisible character: nobody would type it at a login. */
function isInvisible(value: unknown, field: string, findings: Findings): boolean {
  const found = typeof value === 'string' ? firstInvisible(value) : null;
  if (found === null) return false;
  const code = /^U\+([0-9A-F]+)/.exec(found)?.[1] ?? '';
  findings.add(
    'identifier.invisible',
    field,
    `${field} contains ${found}.`,
    `Correct the source, or write the rule of the field in your mapping and remove the character: \`replace: { '[\\u{${code}}]': '' }\`.`,
  );
  return true;
}

/** Whether a person can log in with this identity. Custom fields of type USERNAME also count in cidaas, but are unknown here. */
export function hasIdentifier({ email, username, mobile_number }: Identity): boolean {
  return Boolean(email) || Boolean(username) || Boolean(mobile_number);
}

/** Whether a value is text; adds a problem if not. */
export function expectText(value: unknown, field: string, findings: Findings): value is string {
  if (typeof value === 'string') return true;
  findings.add('type.invalid', field);
  return false;
}

/** Checks text that must not be a secret; null clears the field. */
export function checkText(
  value: unknown,
  field: string,
  isSecret: (text: string) => boolean,
  findings: Findings,
): void {
  if (value === null || value === undefined) return;
  if (expectText(value, field, findings) && isSecret(value)) findings.add('identifier.secret', field);
}

function checkEmail(value: string, field: string, findings: Findings): void {
  if (looksLikeHash(value)) {
    findings.add('identifier.secret', field);
    return;
  }
  const kind = classifyEmail(value);
  if (kind !== 'valid') findings.add(kind === 'invalid' ? 'email.invalid' : 'email.nonascii', field);
  const domain = value.slice(value.lastIndexOf('@') + 1).toLowerCase();
  if (kind !== 'invalid' && findings.policy.isDisposable(domain)) findings.add('email.disposable', field);
}

function checkBirthdate(value: string, field: string, today: string, findings: Findings): void {
  const found = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (found === null || !isRealDate(Number(found[1]), Number(found[2]), Number(found[3]))) {
    findings.add('birthdate.invalid', field);
  } else if (value > today) findings.add('birthdate.future', field);
  else if (value < '1900') findings.add('birthdate.implausible', field);
}

function checkUrl(value: string, field: string, findings: Findings): void {
  if (looksLikeTaggedHash(value)) findings.add('identifier.secret', field);
  else if (!/^https?:\/\/\S+$/i.test(value) || !URL.canParse(value)) findings.add('url.invalid', field);
}

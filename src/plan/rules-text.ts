import type { Address, CidaasUser, Identity } from '../user/cidaas-user.ts';
import type { Findings } from './rules-findings.ts';

/** UTF-8 read as Windows-1252 (`Ã¤`, `â€™`), and the replacement character for undecodable bytes. */
const MOJIBAKE = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|â€|\ufffd/;
/** How spreadsheets show, and then save, a number with twelve digits or more. */
const EXPONENT = /^\d(?:[.,]\d{1,15})?[eE]\+\d{2,3}$/;
/** How data tools write a whole number in a column with gaps; of a custom field it may be an amount. */
const DECIMALS = /^\d+\.0$/;
const GERMANY = /^(?:de|deu|d|germany|deutschland|\+?49)$/i;

const NAME_FIELDS = ['given_name', 'family_name', 'middle_name', 'nickname'] as const;
const NUMBER_FIELDS = ['sub', 'username', 'phone_number', 'providerUserId', 'identityId'] as const;

/** Detects damage by wrong encodings and spreadsheets, which cannot be repaired here. */
export function checkDamage(identity: Identity, prefix: string, findings: Findings): void {
  for (const name of NAME_FIELDS) {
    const value = identity[name];
    if (typeof value === 'string' && MOJIBAKE.test(value)) findings.add('text.mojibake', prefix + name);
  }
  for (const name of NUMBER_FIELDS) checkNumber(identity[name], prefix + name, findings);
  if (typeof identity.address === 'object' && identity.address !== null)
    checkAddress(identity.address, `${prefix}address`, findings);
}

/** A lone surrogate can be sent, but the tenant would store a different text. */
export function checkWellFormed(user: CidaasUser, findings: Findings): void {
  for (const field in user) {
    const value = user[field as keyof CidaasUser];
    if (!isWellFormed(value)) findings.add('text.broken', brokenPath(field, value));
  }
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isWellFormed);
  // Not with Object.entries, for speed: this checks every text of every user.
  for (const key in value) if (!key.isWellFormed() || !isWellFormed(value[key as keyof typeof value])) return false;
  return true;
}

/** The path of the broken text. Limited to field names: deeper keys, and keys that are broken themselves, may be data. */
function brokenPath(place: string, value: unknown, levels = 2): string {
  if (levels === 0 || typeof value !== 'object' || value === null) return place;
  const [key, inner] = Object.entries(value).find(([name, each]) => name.isWellFormed() && !isWellFormed(each)) ?? [];
  if (key === undefined) return place;
  return brokenPath(Array.isArray(value) ? `${place}[${key}]` : `${place}.${key}`, inner, levels - 1);
}

/** Checks custom fields: customer numbers are what spreadsheets damage most. */
export function checkCustomFields(fields: { readonly [key: string]: unknown }, findings: Findings): void {
  for (const key in fields) {
    const [value, field] = [fields[key], `customFields.${key}`];
    checkNumber(value, field, findings);
    if (typeof value === 'string' && MOJIBAKE.test(value)) findings.add('text.mojibake', field);
  }
}

function checkAddress(address: Address, prefix: string, findings: Findings): void {
  for (const part in address) {
    const value = address[part as keyof Address];
    if (typeof value === 'string' && MOJIBAKE.test(value)) findings.add('text.mojibake', `${prefix}.${part}`);
  }
  const { postal_code: postalCode, country } = address;
  if (typeof postalCode !== 'string') return;
  checkNumber(postalCode, `${prefix}.postal_code`, findings);
  if (/^\d{4}$/.test(postalCode) && typeof country === 'string' && GERMANY.test(country))
    findings.add('spreadsheet.zeros', `${prefix}.postal_code`);
}

function checkNumber(value: unknown, field: string, findings: Findings): void {
  if (typeof value !== 'string') return;
  if (EXPONENT.test(value)) findings.add('spreadsheet.exponent', field);
  else if (DECIMALS.test(value) && !field.includes('customFields.')) findings.add('spreadsheet.decimals', field);
}

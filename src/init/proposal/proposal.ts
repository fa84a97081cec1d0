import { NO, YES } from '../../mapping/unread/state-words.ts';
import { share } from '../../text/number-text.ts';
import { findField } from '../../user/cidaas-fields.ts';
import type { ColumnProfile, ExportProfile } from './column-profile.ts';
import { type ColumnRole, isProviderName } from './column-roles.ts';
import { fieldPart } from './field-part.ts';
import { flagCondition } from './flag-condition.ts';
import { passwordPart } from './password-part.ts';
import type { ChosenColumns, LoginRole, MappingPart, OpenDecision, Proposal, UnmappedColumn } from './proposal-part.ts';
import { hasStatusWords, statusPart } from './status-part.ts';
import { subPart } from './sub-part.ts';
import { undecidedStates } from './undecided-states.ts';

/** In the order of the proposal. */
const FIELDS: readonly string[] = [
  ...[
    'email',
    'username',
    'mobile_number',
    'phone_number',
    'given_name',
    'middle_name',
    'family_name',
    'nickname',
    'gender',
  ],
  ...['birthdate', 'locale', 'zoneinfo', 'address.street_address', 'address.postal_code', 'address.locality'],
  ...['address.region', 'address.country', 'website', 'picture', 'profile', 'createdTime', 'lastLoggedInTime'],
];

/**
 * Proposes a mapping: finds roles by column names first, then by the format of values. Guesses only where a wrong guess
 * cannot grant access or mix up people.
 *
 * @param namespace of the version 5 UUIDs for subs
 */
export function propose(
  profile: ExportProfile,
  roleOf: (ref: string, name: string) => ColumnRole | null,
  namespace: string,
): Proposal {
  const unmapped: UnmappedColumn[] = [];
  const leaveOut = (column: ColumnProfile, note: string | null): void => void unmapped.push({ column, note });
  const loginColumns: { role: LoginRole; column: ColumnProfile }[] = [];
  const others = [...profile.columns.values()].filter((column) => {
    const role = loginRole(roleOf(column.ref, column.name), column);
    const isLoginColumn = isLoginRole(role) && column.filled > 0 && column.lists === 0 && !isRegion(column);
    if (isLoginColumn) loginColumns.push({ role, column });
    return !isLoginColumn;
  });
  const byRole = assign(others, roleOf, leaveOut);
  adjustRoles(byRole);
  const chosen: ChosenColumns = { records: profile.records, byRole, loginColumns, leaveOut, namespace };
  const status = statusPart(chosen);
  const sub = subPart(chosen);
  const more = [...byRole.keys()].filter((role) => findField('user', role) !== undefined && !FIELDS.includes(role));
  const named = [...FIELDS, ...more].map((field) => fieldPart(field, chosen));
  const fields = [sub, status.part, ...named].filter((part) => part !== null);
  const password = passwordPart(chosen);
  const blocks = [...flagParts(chosen), ...(password === null ? [] : [password])];
  const leftOut = new Set(unmapped.map(({ column }) => column));
  for (const [role, column] of byRole) {
    const isUsed = [...fields, ...blocks].some(({ value }) => usesColumn(value, column.ref));
    if (!isUsed && !leftOut.has(column)) leaveOut(column, role === 'whole name' ? WHOLE_NAME : null);
  }
  const placed = new Set(loginColumns.map(({ column }) => column));
  const left = unmapped.filter(({ column }) => !placed.has(column));
  const open = undecidedStates(left, profile.records, status.part !== null);
  const warnings = [...identifierWarnings(fields), ...status.warnings, ...open];
  return { blocks, fields, unmapped, warnings };
}

const WHOLE_NAME = 'contains full names: split them with `replace` or `expr`';

/** Some names depend on the other columns. */
function adjustRoles(byRole: Map<ColumnRole, ColumnProfile>): void {
  const move = (from: ColumnRole, to: ColumnRole): void => {
    const column = byRole.get(from);
    if (column === undefined || byRole.has(to)) return;
    byRole.delete(from);
    byRole.set(to, column);
  };
  // Files with given names often name the family name just "Name".
  if (byRole.has('given_name')) move('whole name', 'family_name');
  move('status', 'address.region');
}

/** A column that is named after active accounts, but says neither yes nor no, needs a table of its words. */
function loginRole(role: ColumnRole | null, { words }: ColumnProfile): ColumnRole | null {
  const isFlag = [...(words?.keys() ?? [])].some((word) => YES.includes(word) || NO.includes(word));
  return role === 'active' && !isFlag ? 'status' : role;
}

function isLoginRole(role: ColumnRole | null): role is LoginRole {
  return role === 'status' || role === 'active' || role === 'blocked';
}

/** Whether the column `state` is a region rather than the state of the account. */
function isRegion(column: ColumnProfile): boolean {
  return column.name.toLowerCase() === 'state' && !hasStatusWords(column);
}

/** Whether a rule reads this column. */
export function usesColumn(value: unknown, ref: string): boolean {
  if (typeof value !== 'object' || value === null) return value === ref;
  return Object.values(value).some((inner) => usesColumn(inner, ref));
}

/** The best column for each role: the one with most values, or the first of them. */
function assign(
  columns: readonly ColumnProfile[],
  roleOf: (ref: string, name: string) => ColumnRole | null,
  leaveOut: ChosenColumns['leaveOut'],
): Map<ColumnRole, ColumnProfile> {
  const byRole = new Map<ColumnRole, ColumnProfile>();
  const nameless: ColumnProfile[] = [];
  for (const column of columns) {
    const role = roleOf(column.ref, column.name);
    if (role === null) nameless.push(column);
    else if (column.filled === 0) leaveOut(column, 'is always empty');
    else if (column.lists > 0) leaveOut(column, role === 'roles' ? ROLES : 'contains lists');
    else if (role === 'roles') leaveOut(column, ROLES);
    else {
      const other = byRole.get(role);
      if (other === undefined || column.filled > other.filled) byRole.set(role, column);
      const loser = other !== undefined && column.filled > other.filled ? other : column;
      if (other !== undefined) leaveOut(loser, `may also be ${role}`);
    }
  }
  for (const column of nameless) {
    const role = column.filled === 0 || column.lists > 0 ? null : roleOfShape(column);
    if (role === null || byRole.has(role)) leaveOut(column, column.lists > 0 ? 'contains lists' : noteOf(column));
    else byRole.set(role, column);
  }
  return byRole;
}

const ROLES = 'roles and groups need a table of values: see docs/mapping.md';

const PROVIDER =
  'providers of the source are not those of the tenant: map further identities with a table, see docs/mapping.md';

function noteOf({ filled, name }: ColumnProfile): string | null {
  if (filled === 0) return 'is always empty';
  return isProviderName(name) ? PROVIDER : null;
}

const MIN_SHARE = 0.9;

function roleOfShape({ filled, shapes, hashes, repeated }: ColumnProfile): ColumnRole | null {
  if (shapes.email > filled * MIN_SHARE) return 'email';
  const known = [...hashes].filter(([name]) => !name.startsWith('?')).reduce((sum, [, count]) => sum + count, 0);
  if (known > filled * MIN_SHARE) return 'password';
  return filled > 1 && shapes.uuid === filled && repeated <= filled * (1 - MIN_SHARE) ? 'id' : null;
}

function flagParts({ byRole, records, leaveOut }: ChosenColumns): MappingPart[] {
  const parts: MappingPart[] = [];
  const add = (role: ColumnRole, make: (column: ColumnProfile, condition: object) => MappingPart): void => {
    const column = byRole.get(role);
    if (column === undefined) return;
    const condition = flagCondition(column);
    if (condition === null) leaveOut(column, 'is neither a yes/no value nor a date');
    else parts.push(make(column, condition));
  };
  add('guest', (_, when) => ({ key: 'skip', value: [{ reason: 'guest account', when }], notes: [] }));
  add('email verified', (column, when) => ({
    key: 'email-verified',
    value: when,
    notes: [
      `${share(column.filled, records)} filled. For the others, set \`unverified-email\` to VERIFIED (the default), PENDING or skip.`,
    ],
  }));
  add('second factor', (_, when) => ({
    key: 'mfa-set-up',
    value: when,
    notes: ['Second factors cannot be imported: these users are counted and must set them up again.'],
  }));
  return parts;
}

function identifierWarnings(fields: readonly MappingPart[]): OpenDecision[] {
  if (fields.some(({ key }) => key === 'email' || key === 'username' || key === 'mobile_number')) return [];
  const text =
    'No column for an e-mail address, user name or mobile number was found. Users need one of them to log in.';
  return [{ text, column: null }];
}

import { type ConfirmedFields, fieldFindings, undefinedFields } from '../check/field-findings.ts';
import { bySeverity, type Finding } from '../check/finding.ts';
import { consentFindings, groupFindings, groupRoleFindings, roleFindings } from '../check/group-findings.ts';
import type { NamePolicy } from '../check/name-policy.ts';
import { isPlainName, SetupUse } from '../check/setup-use.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { plannedUsers } from '../ledger/planned-users.ts';
import type { MappingUse } from '../mapping/file/mapping-use.ts';
import type { CheckReport } from '../report/report-data.ts';
import { type AccountChange, CHANGE_SCOPES } from '../tenant/account-changer.ts';
import type { SetupReader, TenantField, TenantGroup } from '../tenant/setup.ts';
import type { Reading } from '../tenant/setup-request.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { TenantWords } from '../tenant/tenant-words.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';

/** What is compared with the tenant's set-up. */
export interface CheckSubject {
  /** Holds the users that would be sent; null when there is no export. */
  readonly ledger: Ledger | null;
  /** What the mapping can send; null without a mapping. */
  readonly mapping: MappingUse | null;
  /** In mode check no users are sent afterwards, so the tenant's answer to them cannot confirm a doubtful finding. */
  readonly mode: 'check' | 'apply';
  /** What the run may do to accounts that are missing from the export; null: nothing. */
  readonly change: AccountChange | null;
}

const SCOPE = 'cidaas:bulk_user_create';
/** A group that exists in every tenant. Source: OpenAPI of the migration API. */
const BUILT_IN_GROUP = 'CIDAAS_USERS';
/** Fields, and groups, that are looked up one by one. */
const MAX_LOOK_UPS = 100;

/**
 * Compares what would be sent with the tenant's set-up, as far as the app may read it. Changes nothing in the tenant and sends
 * no user data, only names of fields and groups.
 *
 * @throws TenantRefused or TenantUnavailable when no access token can be obtained.
 */
export async function collectSetupFindings(
  setup: SetupReader,
  subject: CheckSubject,
  door: TenantDoor,
  signal: AbortSignal,
): Promise<CheckReport> {
  const scopes = await setup.scopes(signal);
  const checks = new FindingCollector();
  checks.done('token', []);
  if (scopes === null) checks.add(...scopeFindings(scopes));
  else {
    checks.done('scope', scopeFindings(scopes));
    if (subject.change !== null && !scopes.has(CHANGE_SCOPES[subject.change]))
      checks.add(changeScopeMissing(subject.change, subject.mode));
  }

  const fields = await setup.fields(signal);
  const use = await collectUse(subject, fields.kind === 'read' ? fields.value : [], signal);
  const naming: NamePolicy = {
    isSafeToPrint: (name) => subject.mapping?.words.has(name) ?? false,
    printed: door.name,
  };
  const isAboutUsers = subject.ledger !== null || subject.mapping !== null;
  if (checks.read('fields', 'The field setup', fields) && isAboutUsers) {
    const confirmed = await lookUpFields(setup, undefinedFields(use), signal);
    checks.add(...fieldFindings(use, fields.value, confirmed, naming));
    checks.add(...consentFindings(use, fields.value, naming));
  }
  const namesRoles = use.roles.size > 0 || [...use.groups.values()].some(({ roles }) => roles.size > 0);
  if (namesRoles || subject.mode === 'check') {
    const roles = await setup.roles(signal);
    if (checks.read('roles', 'The list of roles', roles)) checks.add(...roleFindings(use, roles.value, naming));
  }
  if (use.groups.size > 0) await checkGroups(setup, use, naming, checks, signal);
  if (use.notCompared.users > 0) checks.add(INCOMPLETE);
  return checks.report();
}

/** Collects findings, and which parts of the set-up were checked. */
class FindingCollector {
  readonly #checked: string[] = [];
  readonly #findings: Finding[] = [];

  add(...findings: readonly Finding[]): void {
    this.#findings.push(...findings);
  }

  done(what: string, findings: readonly Finding[]): void {
    this.#checked.push(what);
    this.add(...findings);
  }

  /** Adds a part to those that were checked, or a notice that says why it could not be read. */
  read<T>(what: string, name: string, reading: Reading<T>): reading is Extract<Reading<T>, { kind: 'read' }> {
    if (reading.kind === 'read') this.done(what, []);
    else
      this.add({
        severity: 'notice',
        code: 'setup.unread',
        subject: what,
        message: `${name} was not checked: ${reading.why}.`,
        hint:
          reading.scope === null
            ? 'Check it manually in the tenant.'
            : `Give the app the scope ${reading.scope} to include it in the check; some tenants also require a role in CIDAAS_ADMINS.`,
      });
    return reading.kind === 'read';
  }

  report(): CheckReport {
    return { checked: this.#checked, findings: bySeverity(this.#findings) };
  }
}

const SCOPE_UNNAMED: Finding = {
  severity: 'notice',
  code: 'scope.unnamed',
  subject: 'scope',
  message: `The token does not name its scopes, so ${SCOPE} was not checked: the first request that sends users shows whether it is granted.`,
  hint: '',
};

const SCOPE_MISSING: Finding = {
  severity: 'error',
  code: 'scope.missing',
  subject: 'scope',
  message: `The token does not name the scope ${SCOPE}: the tenant will probably reject users.`,
  hint: "Allow the scope in the app's settings; on some versions cidaas support has to enable it.",
};

/** Whether the token names the scope of the import; null: it names none at all. */
export function scopeFindings(scopes: TenantWords | null): readonly Finding[] {
  if (scopes === null) return [SCOPE_UNNAMED];
  return scopes.has(SCOPE) ? [] : [SCOPE_MISSING];
}

/** The scope of a deletion is not documented, so without it a deletion may work anyway. */
function changeScopeMissing(change: AccountChange, mode: CheckSubject['mode']): Finding {
  return {
    severity: mode === 'check' && change === 'block' ? 'error' : 'warning',
    code: 'scope.missing',
    subject: 'scope',
    message: `The token does not name the scope ${CHANGE_SCOPES[change]}: the tenant will probably not let this app ${change} missing users.`,
    hint: `Allow the scope in the app's settings, or set \`missing-users: report\`. Some tenants also require a role in CIDAAS_ADMINS.`,
  };
}

const INCOMPLETE: Finding = {
  severity: 'notice',
  code: 'setup.incomplete',
  subject: 'users',
  message:
    'Not everything was compared: the users have too many different names of fields, roles or groups, or names that look like data.',
  hint: 'Write a mapping that names the fields, and map roles and groups with a `table`.',
};

/** Lists whose entries are compared by name. */
const COMPARED_LISTS = ['roles', 'groups', 'consents'];

async function collectUse(
  { ledger, mapping }: CheckSubject,
  fields: readonly TenantField[],
  signal: AbortSignal,
): Promise<SetupUse> {
  const use = new SetupUse(fields, new Set(mapping?.fields.keys()), mapping?.words ?? new Set());
  for (const [name, values] of mapping?.fields ?? []) use.addMapped(name, ledger === null ? values : []);
  if (ledger === null) {
    for (const role of mapping?.roles ?? []) use.addRole(role, null);
    for (const { id, roles } of mapping?.groups ?? []) use.addGroup(id, roles, null);
    for (const key of mapping?.consents ?? []) use.addConsent(key, null);
    return use;
  }
  // Most apps may only import. Without the tenant's fields and without lists there is nothing to read the users again for.
  if (fields.length === 0 && mapping?.hasLists === false) return use;
  for await (const chunk of plannedUsers(ledger, fields.length === 0 ? COMPARED_LISTS : [])) {
    signal.throwIfAborted();
    for (const { row, body } of chunk) use.addUser(row, JSON.parse(body) as CidaasUser);
  }
  return use;
}

/** The list of fields may be only its first page, and an error stops the run, so each missing field is looked up by its key. */
async function lookUpFields(
  setup: SetupReader,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ConfirmedFields> {
  const confirmed = new Map<string, Reading<TenantField | null>>();
  for (const key of keys.slice(0, MAX_LOOK_UPS)) {
    const reading = await setup.field(key, signal);
    // An app that may not read one field may read none of them.
    if (reading.kind === 'unread') break;
    confirmed.set(key, reading);
  }
  return confirmed;
}

async function checkGroups(
  setup: SetupReader,
  use: SetupUse,
  naming: NamePolicy,
  checks: FindingCollector,
  signal: AbortSignal,
): Promise<void> {
  // When the tenant hides even this group, an answer "not found" means nothing for the others.
  const builtIn = await setup.group(BUILT_IN_GROUP, signal);
  const isHidden = builtIn.kind === 'read' && builtIn.value === null;
  let last: Reading<TenantGroup | null> = isHidden ? { ...GROUPS_HIDDEN, kind: 'unread' } : builtIn;
  const groups = new Map<string, TenantGroup | null>();
  for (const id of use.groups.keys()) {
    // An app that may not read one group may read none of them, and a tenant in trouble gets no further requests.
    if (last.kind === 'unread') break;
    if (groups.size >= MAX_LOOK_UPS || !(naming.isSafeToPrint(id) || isPlainName(id))) {
      use.notCompared.users += 1;
      continue;
    }
    last = await setup.group(id, signal);
    if (last.kind === 'read') groups.set(id, last.value);
  }
  const isRead = checks.read('groups', groups.size === 0 ? 'The setup of groups' : 'The setup of some groups', last);
  if (!isRead && groups.size === 0) return;
  checks.add(...groupFindings(use, groups, naming));
  const types = await setup.groupTypes(signal);
  if (checks.read('group types', 'Which roles the group types allow', types))
    checks.add(...groupRoleFindings(use, groups, types.value, naming));
}

const GROUPS_HIDDEN = {
  why: `the tenant does not show this app any group, not even ${BUILT_IN_GROUP}`,
  scope: 'cidaas:groups_read',
};

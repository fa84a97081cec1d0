import { type ConfirmedFields, fieldFindings, undefinedFields } from '../check/field-findings.ts';
import { bySeverity, type Finding } from '../check/finding.ts';
import {
  consentFindings,
  groupFindings,
  groupRoleFindings,
  type NamePolicy,
  roleFindings,
} from '../check/group-findings.ts';
import { isPlainName, SetupUse } from '../check/setup-use.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { plannedUsers } from '../ledger/planned-users.ts';
import type { MappingUse } from '../mapping/file/mapping-use.ts';
import type { CheckReport } from '../report/report-data.ts';
import type { SetupReader, TenantField, TenantGroup } from '../tenant/setup.ts';
import type { Reading } from '../tenant/setup-request.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';

/** What is compared with the tenant. */
export interface CheckSubject {
  /** Holds the users that would be sent; null when there is no export. */
  readonly ledger: Ledger | null;
  /** What the mapping can send; null without a mapping. */
  readonly mapping: MappingUse | null;
  /** In mode check the tenant's answer to a request with users does not follow to say what is certain. */
  readonly mode: 'check' | 'apply';
}

const SCOPE = 'cidaas:bulk_user_create';
/** A group that every tenant has. Source: OpenAPI of the migration API. */
const BUILT_IN_GROUP = 'CIDAAS_USERS';
/** Fields and groups that are asked for one by one. */
const MOST_LOOK_UPS = 100;

/**
 * Compares what would be sent with what the tenant is set up for, as far as the app may read it. Changes nothing in the tenant
 * and sends nothing of any user: what leaves are the names of fields and groups.
 *
 * @throws TenantRefused or TenantUnavailable when there is no token to ask with.
 */
export async function checkTenant(
  setup: SetupReader,
  subject: CheckSubject,
  signal: AbortSignal,
): Promise<CheckReport> {
  const scopes = await setup.scopes(signal);
  const checks = new Checks();
  checks.done('token', []);
  if (scopes === null) checks.add(SCOPE_UNNAMED);
  else checks.done('scope', scopes.includes(SCOPE) ? [] : [scopeMissing(subject.mode)]);

  const fields = await setup.fields(signal);
  const use = await gather(subject, fields.kind === 'read' ? fields.value : [], signal);
  const naming: NamePolicy = { isSafeToPrint: (name) => subject.mapping?.words.has(name) ?? false };
  const isAboutUsers = subject.ledger !== null || subject.mapping !== null;
  if (checks.read('fields', 'The field setup', fields) && isAboutUsers) {
    checks.add(...fieldFindings(use, fields.value, await confirm(setup, undefinedFields(use), signal)));
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

/** Findings as they come in, and what was looked at. */
class Checks {
  readonly #checked: string[] = [];
  readonly #findings: Finding[] = [];

  add(...findings: readonly Finding[]): void {
    this.#findings.push(...findings);
  }

  done(what: string, findings: readonly Finding[]): void {
    this.#checked.push(what);
    this.add(...findings);
  }

  /** Notes that a part could be read; or, for people, that and why it could not. */
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
            ? 'Look at it by hand in the tenant.'
            : `Give the app the scope ${reading.scope} to have it checked; some tenants ask for a role in CIDAAS_ADMINS as well.`,
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
  message: `The token does not name its scopes, so ${SCOPE} was not checked: only a request with users tells.`,
  hint: '',
};

/** The claim may be tailored, so an apply goes on: the tenant's 403 to its first request would stop it. */
function scopeMissing(mode: CheckSubject['mode']): Finding {
  return {
    severity: mode === 'check' ? 'error' : 'warning',
    code: 'scope.missing',
    subject: 'scope',
    message: `The token does not name the scope ${SCOPE}: the tenant will probably refuse to take users.`,
    hint: "Allow the scope in the app's settings; on some versions cidaas support has to enable it.",
  };
}

const INCOMPLETE: Finding = {
  severity: 'notice',
  code: 'setup.incomplete',
  subject: 'users',
  message:
    'Not everything was compared: the users have too many different names of fields, roles or groups, or some that look like data.',
  hint: 'Write a mapping that names the fields, and map roles and groups with a `table`.',
};

/** What is compared besides fields: names of roles, groups and consents. */
const NAMED_IN_LISTS = ['roles', 'groups', 'consents'];

async function gather(
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
  // Most apps may only import: then there is nothing to compare the fields with, and a million users need not be read again.
  if (fields.length === 0 && mapping?.hasLists === false) return use;
  for await (const chunk of plannedUsers(ledger, fields.length === 0 ? NAMED_IN_LISTS : [])) {
    signal.throwIfAborted();
    for (const { row, body } of chunk) use.addUser(row, JSON.parse(body) as CidaasUser);
  }
  return use;
}

/** A list may be a page of one, and an error holds users back: each field is asked for by its key as well. */
async function confirm(setup: SetupReader, keys: readonly string[], signal: AbortSignal): Promise<ConfirmedFields> {
  const confirmed = new Map<string, Reading<TenantField | null>>();
  for (const key of keys.slice(0, MOST_LOOK_UPS)) {
    const reading = await setup.field(key, signal);
    // Whoever may not read one field may read none of them.
    if (reading.kind === 'unread') break;
    confirmed.set(key, reading);
  }
  return confirmed;
}

async function checkGroups(
  setup: SetupReader,
  use: SetupUse,
  naming: NamePolicy,
  checks: Checks,
  signal: AbortSignal,
): Promise<void> {
  // When even this one is not there, "there is none" says nothing about the others.
  const builtIn = await setup.group(BUILT_IN_GROUP, signal);
  const isTold = builtIn.kind === 'read' && builtIn.value === null;
  const control: typeof builtIn = isTold ? { ...NO_GROUPS, kind: 'unread' } : builtIn;
  let last: Reading<TenantGroup | null> = control;
  const groups = new Map<string, TenantGroup | null>();
  for (const id of use.groups.keys()) {
    // Whoever may not read one group may read none of them, and a tenant in trouble is left alone.
    if (last.kind === 'unread') break;
    if (groups.size >= MOST_LOOK_UPS || !(naming.isSafeToPrint(id) || isPlainName(id))) {
      use.notCompared.users += 1;
      continue;
    }
    last = await setup.group(id, signal);
    if (last.kind === 'read') groups.set(id, last.value);
  }
  const isRead = checks.read('groups', groups.size === 0 ? 'The set-up of groups' : 'The set-up of some groups', last);
  if (!isRead && groups.size === 0) return;
  checks.add(...groupFindings(use, groups, naming));
  const types = await setup.groupTypes(signal);
  if (checks.read('group types', 'Which roles the types of the groups allow', types))
    checks.add(...groupRoleFindings(use, groups, types.value, naming));
}

const NO_GROUPS = {
  why: `the tenant does not show this app any group, not even ${BUILT_IN_GROUP}`,
  scope: 'cidaas:groups_read',
};

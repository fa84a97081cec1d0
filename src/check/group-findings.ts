import type { TenantField, TenantGroup, TenantGroupType } from '../tenant/setup.ts';
import type { TenantWords } from '../tenant/tenant-words.ts';
import { count } from '../text/number-text.ts';
import type { Finding, FindingCode } from './finding.ts';
import type { NamePolicy } from './name-policy.ts';
import { affectedUsers, quotedList } from './occurrence-text.ts';
import type { GroupUse, Occurrences, SetupUse } from './setup-use.ts';

/** A name that users refer to and the tenant does not have. */
interface Missing {
  readonly name: string;
  readonly occurrences: Occurrences;
}

/** Roles of users and of their groups that the tenant does not have. */
export function roleFindings(use: SetupUse, roles: TenantWords, naming: NamePolicy): Finding[] {
  const inGroups = [...use.groups.values()].flatMap((group) => [...group.roles]);
  const missing = mergeByName([...use.roles, ...inGroups].filter(([role]) => !roles.has(role)));
  return missingFindings(missing, naming, use, {
    severity: 'error',
    code: 'role.undefined',
    kind: 'role',
    hint: ({ name }) => {
      const other = roles.inOtherCase(name);
      if (other === null) return 'Create the role in the tenant, or map to an existing role with a `table`.';
      const printed = naming.printed(other);
      return `Write it ${printed === null ? 'as the tenant does' : `"${printed}"`}: role names are case-sensitive.`;
    },
  });
}

/** Groups that the tenant does not have: their value in `groups` is null. */
export function groupFindings(
  use: SetupUse,
  groups: ReadonlyMap<string, TenantGroup | null>,
  naming: NamePolicy,
): Finding[] {
  const missing = [...use.groups].filter(([id]) => groups.get(id) === null);
  return missingFindings(
    missing.map(([name, { occurrences }]) => ({ name, occurrences })),
    naming,
    use,
    {
      severity: 'error',
      code: 'group.undefined',
      kind: 'group',
      hint: () => 'Create the group in the tenant, or map to an existing group with a `table`.',
    },
  );
}

/** Roles of group members that the type of the group does not allow. */
export function groupRoleFindings(
  use: SetupUse,
  groups: ReadonlyMap<string, TenantGroup | null>,
  types: readonly TenantGroupType[],
  naming: NamePolicy,
): Finding[] {
  return [...use.groups].flatMap(([id, group]) => {
    const own = groups.get(id)?.type ?? null;
    const type = own === null ? undefined : types.find((each) => each.type.matches(own));
    const problem = type === undefined ? null : roleProblem(group, type, naming);
    if (problem === null) return [];
    const subject = naming.isSafeToPrint(id) ? `group ${id}` : 'groups';
    const where = naming.isSafeToPrint(id) ? `group "${id}"` : 'a group';
    return [
      {
        severity: 'error',
        code: 'group.role',
        subject,
        message: `${affectedUsers(problem.seen, use.users)}: the membership in ${where} ${problem.what}.`,
        hint: 'Change the roles in the mapping, or the type of the group in the tenant.',
      } as const,
    ];
  });
}

function roleProblem(
  group: GroupUse,
  type: TenantGroupType,
  naming: NamePolicy,
): { seen: Occurrences; what: string } | null {
  const first = [...group.roles.values()][0];
  const printed = naming.printed(type.type);
  const ofType = printed === null ? 'groups of its type' : `groups of type "${printed}"`;
  switch (type.roleMode) {
    case 'no_roles':
      return first === undefined ? null : { seen: first, what: `has roles, but ${ofType} do not have roles` };
    case 'roles_required':
      if (group.withoutRoles.users === 0) return null;
      return { seen: group.withoutRoles, what: `has no role, but ${ofType} require one` };
    case 'allowed_roles': {
      const wrong = [...group.roles].filter(([role]) => !type.allowedRoles.has(role));
      const [one] = wrong;
      if (one === undefined) return null;
      const names = wrong.map(([role]) => role).filter(naming.isSafeToPrint);
      const which = names.length === 0 ? 'a role' : `the role ${quotedList(names)}`;
      return { seen: one[1], what: `has ${which}, which ${ofType} do not allow` };
    }
    case 'any_roles':
    case null:
      return null;
  }
}

/**
 * Consents for fields that the tenant does not have. Newer versions of cidaas store consents elsewhere, so a missing field
 * means something only if the tenant has any consent fields.
 */
export function consentFindings(use: SetupUse, fields: readonly TenantField[], naming: NamePolicy): Finding[] {
  const known = fields.filter(({ dataType }) => dataType === 'CONSENT');
  if (known.length === 0) return [];
  const missing = [...use.consents].filter(([name]) => !known.some(({ key }) => key.equals(name)));
  return missingFindings(
    missing.map(([name, occurrences]) => ({ name, occurrences })),
    naming,
    use,
    {
      severity: 'warning',
      code: 'consent.undefined',
      kind: 'consent field',
      hint: () => 'Check the key in the field setup of the tenant; newer versions of cidaas store consents elsewhere.',
    },
  );
}

interface Wording {
  readonly severity: Finding['severity'];
  readonly code: FindingCode;
  readonly kind: string;
  readonly hint: (missing: Missing) => string;
}

/** One finding for each printable name, and one for all others. */
function missingFindings(
  missing: readonly Missing[],
  { isSafeToPrint }: NamePolicy,
  use: SetupUse,
  wording: Wording,
): Finding[] {
  const { severity, code, kind, hint } = wording;
  const named = missing.filter(({ name }) => isSafeToPrint(name));
  const others = missing.filter(({ name }) => !isSafeToPrint(name));
  const found = named.map((one): Finding => {
    const message = `${affectedUsers(one.occurrences, use.users)}: the tenant has no ${kind} "${one.name}".`;
    return { severity, code, subject: `${kind} ${one.name}`, message, hint: hint(one) };
  });
  const [first] = others.toSorted((a, b) => (a.occurrences.row ?? 0) - (b.occurrences.row ?? 0));
  if (first === undefined) return found;
  const message = `${affectedUsers(first.occurrences, use.users)}: the tenant does not have the ${kind} of this user; ${count(others.length)} ${kind}s of the export are missing in the tenant.`;
  return [...found, { severity, code, subject: `${kind}s`, message, hint: hint({ ...first, name: '' }) }];
}

/** Merges entries with the same name. */
function mergeByName(entries: readonly (readonly [string, Occurrences])[]): Missing[] {
  const byName = new Map<string, { users: number; row: number | null }>();
  for (const [name, { users, row }] of entries) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { users, row });
    else {
      known.users += users;
      known.row = known.row === null || row === null ? (known.row ?? row) : Math.min(known.row, row);
    }
  }
  return [...byName].map(([name, occurrences]) => ({ name, occurrences }));
}

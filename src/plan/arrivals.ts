import { isObject } from '../text/is-object.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';

/** A name and the users who have it. */
export interface Share {
  readonly name: string;
  readonly users: number;
}

/** What the planned users bring to cidaas. Lists are sorted, most users first. Names can be data of the export. */
export interface ArrivalCounts {
  readonly users: number;
  /** Users with a value, by dotted field; of lists whether they have an entry. */
  readonly fields: readonly Share[];
  readonly statuses: readonly Share[];
  /** By the algorithm's id in cidaas; `none` for users without a password. */
  readonly passwords: readonly Share[];
  readonly groups: readonly Share[];
  readonly roles: readonly Share[];
  /** By the key of the consent. */
  readonly consents: readonly Share[];
}

/** Different names of each list that are counted; a custom field or a role may be data. */
const MAX_NAMES = 500;

const LISTS = ['fields', 'statuses', 'passwords', 'groups', 'roles', 'consents'] as const;

/** What some of the users bring, as plain data. */
export type CountedArrivals = { readonly users: number } & {
  readonly [list in (typeof LISTS)[number]]: readonly CountedName[];
};
type CountedName = readonly [prefix: string, name: string, users: number];

/** Counts what users bring, while they are planned. */
export class Arrivals {
  readonly #names = {
    fields: new NameCounts(),
    statuses: new NameCounts(),
    passwords: new NameCounts(),
    groups: new NameCounts(),
    roles: new NameCounts(),
    consents: new NameCounts(),
  };
  #users = 0;

  add(user: CidaasUser): void {
    this.#count(user, 1);
  }

  /** Takes back a user who turned out to be in the plan twice. */
  remove(user: CidaasUser): void {
    this.#count(user, -1);
  }

  /** Adds what was counted over later rows. */
  addAll(counted: CountedArrivals): void {
    this.#users += counted.users;
    for (const list of LISTS)
      for (const [prefix, name, users] of counted[list]) this.#names[list].add(name, users, prefix);
  }

  /** What was counted, in the order in which it was found. */
  counted(): CountedArrivals {
    return this.#ofEach((names) => names.counted());
  }

  list(): ArrivalCounts {
    return this.#ofEach((names) => names.list());
  }

  #ofEach<T>(of: (names: NameCounts) => T) {
    const { fields, statuses, passwords, groups, roles, consents } = this.#names;
    return {
      users: this.#users,
      ...{ fields: of(fields), statuses: of(statuses), passwords: of(passwords) },
      ...{ groups: of(groups), roles: of(roles), consents: of(consents) },
    };
  }

  #count(user: CidaasUser, by: 1 | -1): void {
    const { fields, statuses, passwords, groups, roles, consents } = this.#names;
    this.#users += by;
    countFields(user, '', fields, by);
    statuses.add(user.userStatus ?? 'VERIFIED', by);
    passwords.add(user.password_hash_info?.algorithmTypeId ?? 'none', by);
    if (user.groups)
      groups.addEach(
        user.groups.map(({ groupId }) => groupId),
        by,
      );
    if (user.roles) roles.addEach(user.roles, by);
    if (user.consents)
      consents.addEach(
        user.consents.map(({ fieldKey }) => fieldKey),
        by,
      );
  }
}

/** Objects whose keys are counted one by one. */
const NESTED: ReadonlySet<string> = new Set(['address', 'customFields']);

/** Counts the dotted names of the fields that have a value. */
function countFields(object: object, prefix: string, counts: NameCounts, by: 1 | -1): void {
  // Not with Object.entries, for speed: this looks at every field of every user.
  for (const key in object) {
    const value: unknown = object[key as keyof typeof object];
    if (typeof value === 'string') {
      if (value !== '') counts.add(key, by, prefix);
    } else if (key === 'identities' && Array.isArray(value)) countIdentities(value, counts, by);
    else if (NESTED.has(key) && isObject(value)) countFields(value, `${prefix}${key}.`, counts, by);
    else if (isFilled(value)) counts.add(key, by, prefix);
  }
}

/** Their fields count once, however many identities have them. */
function countIdentities(identities: readonly unknown[], counts: NameCounts, by: 1 | -1): void {
  const found = new NameCounts();
  for (const identity of identities) countFields(identity as object, 'identities.', found, 1);
  counts.addEach(
    found.list().map(({ name }) => name),
    by,
  );
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

class NameCounts {
  /** By prefix and name: putting the two together for every user would take longer than counting. */
  readonly #users = new Map<string, Map<string, number>>();
  #size = 0;

  addEach(names: readonly string[], by: number): void {
    for (const name of new Set(names)) this.add(name, by);
  }

  add(name: string, by: number, prefix = ''): void {
    const users = this.#users.get(prefix) ?? new Map<string, number>();
    const known = users.get(name);
    if (known === undefined) {
      if (this.#size >= MAX_NAMES) return;
      this.#size += 1;
      this.#users.set(prefix, users);
    }
    users.set(name, (known ?? 0) + by);
  }

  counted(): CountedName[] {
    return [...this.#users].flatMap(([prefix, names]) =>
      [...names].map(([name, users]): CountedName => [prefix, name, users]),
    );
  }

  list(): Share[] {
    const shares = this.counted().flatMap(([prefix, name, users]) =>
      users > 0 ? [{ name: prefix + name, users }] : [],
    );
    return shares.sort((a, b) => b.users - a.users || (a.name < b.name ? -1 : 1));
  }
}

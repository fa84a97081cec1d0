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

/** Counts what users bring, while they are planned. */
export class Arrivals {
  readonly #fields = new NameCounts();
  readonly #statuses = new NameCounts();
  readonly #passwords = new NameCounts();
  readonly #groups = new NameCounts();
  readonly #roles = new NameCounts();
  readonly #consents = new NameCounts();
  #users = 0;

  add(user: CidaasUser): void {
    this.#count(user, 1);
  }

  /** Takes back a user who turned out to be in the plan twice. */
  remove(user: CidaasUser): void {
    this.#count(user, -1);
  }

  list(): ArrivalCounts {
    return {
      users: this.#users,
      fields: this.#fields.list(),
      statuses: this.#statuses.list(),
      passwords: this.#passwords.list(),
      groups: this.#groups.list(),
      roles: this.#roles.list(),
      consents: this.#consents.list(),
    };
  }

  #count(user: CidaasUser, by: 1 | -1): void {
    this.#users += by;
    this.#fields.add(filledFields(user), by);
    this.#statuses.add([user.userStatus ?? 'VERIFIED'], by);
    this.#passwords.add([user.password_hash_info?.algorithmTypeId ?? 'none'], by);
    this.#groups.add(
      (user.groups ?? []).map(({ groupId }) => groupId),
      by,
    );
    this.#roles.add(user.roles ?? [], by);
    this.#consents.add(
      (user.consents ?? []).map(({ fieldKey }) => fieldKey),
      by,
    );
  }
}

/** Objects whose keys are counted one by one. */
const NESTED: ReadonlySet<string> = new Set(['address', 'customFields']);

/** The dotted names of the fields that have a value; those of identities count once, however many have them. */
function filledFields(user: CidaasUser): string[] {
  const names: string[] = [];
  const walk = (object: object, prefix: string): void => {
    for (const [key, value] of Object.entries(object)) {
      if (key === 'identities' && Array.isArray(value)) for (const one of value) walk(one as object, 'identities.');
      else if (NESTED.has(key) && isObject(value)) walk(value, `${prefix}${key}.`);
      else if (isFilled(value)) names.push(prefix + key);
    }
  };
  walk(user, '');
  return names;
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

class NameCounts {
  readonly #users = new Map<string, number>();

  add(names: readonly string[], by: 1 | -1): void {
    for (const name of new Set(names)) {
      const known = this.#users.get(name);
      if (known !== undefined || this.#users.size < MAX_NAMES) this.#users.set(name, (known ?? 0) + by);
    }
  }

  list(): Share[] {
    const shares = [...this.#users].map(([name, users]) => ({ name, users })).filter(({ users }) => users > 0);
    return shares.sort((a, b) => b.users - a.users || (a.name < b.name ? -1 : 1));
  }
}

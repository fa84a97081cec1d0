import { type TenantKey, tenantKey } from '../plan/tenant-key.ts';
import type { TenantField } from '../tenant/setup.ts';
import { USER_FIELDS } from '../user/cidaas-fields.ts';
import type { CidaasUser, Identity } from '../user/cidaas-user.ts';
import { type Verdict, valueJudge } from './value-judge.ts';

/** How many users something is about, and in which row it first is; no row when only the mapping speaks of it. */
export interface Seen {
  users: number;
  row: number | null;
}

/** What is sent to one field of the tenant. */
export interface FieldUse {
  /** Dotted, as mappings and reports have it. */
  readonly name: string;
  readonly key: TenantKey;
  /** By the mapping, whatever the users have. */
  mapped: boolean;
  /** Values, null included, which asks to clear the field. */
  readonly sent: Seen;
  readonly filled: Seen;
  readonly wrong: { readonly [verdict in Exclude<Verdict, 'fits'>]: Seen };
  /** Of the values that are no option, those that the mapping itself writes. */
  readonly words: Set<string>;
}

export interface GroupUse {
  readonly seen: Seen;
  readonly roles: Map<string, Seen>;
  readonly withoutRoles: Seen;
}

/** Different names of a kind that are kept apart; no memory may grow with the export. */
const MOST_NAMES = 200;
const MOST_FIELDS = 1_000;

/**
 * Everything in the users that the tenant's set-up has a say in, counted while they pass by. Values are judged at once and
 * not kept.
 */
export class SetupUse {
  readonly fields = new Map<string, FieldUse>();
  readonly roles = new Map<string, Seen>();
  readonly groups = new Map<string, GroupUse>();
  readonly consents = new Map<string, Seen>();
  /** What is not compared: names beyond the ones that are kept apart, and keys that may be data. */
  readonly beyond: Seen = unseen();
  users = 0;
  readonly #judges = new Map<string, ((value: unknown) => Verdict) | null>();
  readonly #setup: ReadonlyMap<string, TenantField>;
  readonly #names: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;

  /**
   * @param fields of the tenant; empty when they cannot be read
   * @param names of fields that the mapping or a header has: such a name is nobody's data
   * @param words that the mapping writes into fields: neither are these
   */
  constructor(fields: readonly TenantField[], names: ReadonlySet<string>, words: ReadonlySet<string>) {
    this.#setup = new Map(fields.map((field) => [`${field.kind} ${field.key}`, field]));
    this.#names = names;
    this.#words = words;
  }

  /** The field as the tenant has set it up. */
  setupOf({ kind, key }: Pick<TenantKey, 'kind' | 'key'>): TenantField | undefined {
    return this.#setup.get(`${kind} ${key}`);
  }

  /** To be called for each user that would be sent, in row order. */
  see(row: number, user: CidaasUser): void {
    this.users += 1;
    this.#identity(user, row);
    for (const identity of user.identities ?? []) this.#identity(identity, row);
    for (const [key, value] of Object.entries(user.customFields ?? {})) {
      const name = `customFields.${key}`;
      if (this.#names.has(name) || isPlainName(key)) this.#value(name, value, row);
      else count(this.beyond, row);
    }
    for (const name of ['createdTime', 'lastLoggedInTime'] as const) {
      if (user[name] !== undefined) this.#value(name, user[name], row);
    }
    for (const role of user.roles ?? []) this.#name(this.roles, role, row);
    for (const { fieldKey } of user.consents ?? []) this.#name(this.consents, fieldKey, row);
    for (const { groupId, roles } of user.groups ?? []) this.seeGroup(groupId, roles ?? [], row);
  }

  /** Values that the mapping can write into a field, without a user who has them. */
  expect(name: string, values: readonly unknown[]): void {
    const use = this.#fieldUse(name);
    if (use === null) return;
    use.mapped = true;
    for (const value of values) this.#judge(use, value, null);
  }

  seeRole(role: string, row: number | null): void {
    this.#name(this.roles, role, row);
  }

  seeConsent(fieldKey: string, row: number | null): void {
    this.#name(this.consents, fieldKey, row);
  }

  seeGroup(id: string, roles: readonly string[], row: number | null): void {
    const group = kept(this.groups, id, () => ({ seen: unseen(), roles: new Map(), withoutRoles: unseen() }));
    if (group === null) {
      count(this.beyond, row);
      return;
    }
    count(group.seen, row);
    if (roles.length === 0) count(group.withoutRoles, row);
    for (const role of roles) this.#name(group.roles, role, row);
  }

  #identity(identity: Identity, row: number): void {
    for (const [key, value] of Object.entries(identity)) {
      if (key === 'address')
        for (const [part, text] of Object.entries(value ?? {})) this.#value(`address.${part}`, text, row);
      else if (USER_FIELDS[key]?.level === 'identity') this.#value(key, value, row);
    }
  }

  #value(name: string, value: unknown, row: number): void {
    const use = this.#fieldUse(name);
    if (use === null) return;
    count(use.sent, row);
    if (value === null || value === undefined) return;
    count(use.filled, row);
    this.#judge(use, value, row);
  }

  #judge(use: FieldUse, value: unknown, row: number | null): void {
    const verdict = this.#judges.get(use.name)?.(value) ?? 'fits';
    if (verdict === 'fits') return;
    count(use.wrong[verdict], row);
    if (verdict !== 'option') return;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const isOption = this.setupOf(use.key)?.options?.some((option) => option === one) ?? false;
      if (!isOption && typeof one === 'string' && this.#words.has(one)) use.words.add(one);
    }
  }

  #fieldUse(name: string): FieldUse | null {
    const known = this.fields.get(name);
    if (known !== undefined) return known;
    const key = tenantKey(name);
    if (key === null) return null;
    if (this.fields.size >= MOST_FIELDS) {
      count(this.beyond, null);
      return null;
    }
    const wrong = { type: unseen(), option: unseen() };
    const use = { name, key, mapped: false, sent: unseen(), filled: unseen(), wrong, words: new Set<string>() };
    this.fields.set(name, use);
    const field = this.setupOf(key);
    this.#judges.set(name, field === undefined ? null : valueJudge(field));
    return use;
  }

  #name(names: Map<string, Seen>, name: unknown, row: number | null): void {
    if (typeof name !== 'string') return;
    count(kept(names, name, unseen) ?? this.beyond, row);
  }
}

/** What is kept under a name; null when the name is new and no more are kept. */
function kept<T>(names: Map<string, T>, name: string, make: () => T): T | null {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) return null;
  const made = make();
  names.set(name, made);
  return made;
}

/**
 * Does this text look like a name that somebody gave to a thing, and not like data? E-mail addresses, numbers, dates, hashes
 * and sentences do not.
 */
export function isPlainName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(text) && !/\d{4}|[\da-f]{16}/i.test(text);
}

function unseen(): Seen {
  return { users: 0, row: null };
}

/** Rows come in order: the first one stays. */
function count(seen: Seen, row: number | null): void {
  seen.users += 1;
  seen.row ??= row;
}

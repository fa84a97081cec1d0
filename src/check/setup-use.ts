import { type TenantKey, tenantKey } from '../plan/tenant-key.ts';
import type { TenantField } from '../tenant/setup.ts';
import { USER_FIELDS } from '../user/cidaas-fields.ts';
import type { CidaasUser, Identity } from '../user/cidaas-user.ts';
import { type ValueFit, valueCheck } from './value-fit.ts';

/** The number of affected users and the first row; no row if it comes only from the mapping. */
export interface Occurrences {
  users: number;
  row: number | null;
}

/** Values sent to one field of the tenant. */
export interface FieldUse {
  /** Dotted, as in mappings and reports. */
  readonly name: string;
  readonly key: TenantKey;
  /** Whether the mapping fills the field, regardless of the users. */
  mapped: boolean;
  /** Values, including null, which clears the field. */
  readonly sent: Occurrences;
  readonly filled: Occurrences;
  readonly wrong: { readonly [verdict in Exclude<ValueFit, 'fits'>]: Occurrences };
  /** Values that are not an option of the field and are written in the mapping. */
  readonly words: Set<string>;
}

export interface GroupUse {
  readonly occurrences: Occurrences;
  readonly roles: Map<string, Occurrences>;
  readonly withoutRoles: Occurrences;
}

/** Maximum number of different names of each kind, so that memory does not grow with the export. */
const MAX_NAMES = 200;
const MAX_FIELDS = 1_000;

/**
 * Counts everything in the users that depends on the setup of the tenant. Values are checked immediately and not stored.
 */
export class SetupUse {
  readonly fields = new Map<string, FieldUse>();
  readonly roles = new Map<string, Occurrences>();
  readonly groups = new Map<string, GroupUse>();
  readonly consents = new Map<string, Occurrences>();
  /** What was not compared: names over the limit, and keys that may be data. */
  readonly notCompared: Occurrences = noOccurrences();
  users = 0;
  readonly #checks = new Map<string, ((value: unknown) => ValueFit) | null>();
  readonly #setup: readonly TenantField[];
  /** What was looked up, by kind and key. */
  readonly #found = new Map<string, TenantField | undefined>();
  readonly #names: ReadonlySet<string>;
  readonly #words: ReadonlySet<string>;

  /**
   * @param fields of the tenant; empty if they cannot be read
   * @param names of fields in the mapping or a header, which are not personal data
   * @param words that the mapping writes into fields, which are not personal data either
   */
  constructor(fields: readonly TenantField[], names: ReadonlySet<string>, words: ReadonlySet<string>) {
    this.#setup = fields;
    this.#names = names;
    this.#words = words;
  }

  /** The field setup of the tenant for a field. */
  setupOf({ kind, key }: Pick<TenantKey, 'kind' | 'key'>): TenantField | undefined {
    const name = `${kind} ${key}`;
    if (!this.#found.has(name))
      this.#found.set(
        name,
        this.#setup.find((field) => field.kind === kind && field.key.equals(key)),
      );
    return this.#found.get(name);
  }

  /** Call for each user that would be sent, in row order. */
  addUser(row: number, user: CidaasUser): void {
    this.users += 1;
    this.#identity(user, row);
    for (const identity of user.identities ?? []) this.#identity(identity, row);
    for (const [key, value] of Object.entries(user.customFields ?? {})) {
      const name = `customFields.${key}`;
      if (this.#names.has(name) || isPlainName(key)) this.#value(name, value, row);
      else countOne(this.notCompared, row);
    }
    for (const name of ['createdTime', 'lastLoggedInTime'] as const) {
      if (user[name] !== undefined) this.#value(name, user[name], row);
    }
    for (const role of user.roles ?? []) this.#name(this.roles, role, row);
    for (const { fieldKey } of user.consents ?? []) this.#name(this.consents, fieldKey, row);
    for (const { groupId, roles } of user.groups ?? []) this.addGroup(groupId, roles ?? [], row);
  }

  /** Adds values that the mapping can write into a field, without a user. */
  addMapped(name: string, values: readonly unknown[]): void {
    const use = this.#fieldUse(name);
    if (use === null) return;
    use.mapped = true;
    for (const value of values) this.#check(use, value, null);
  }

  addRole(role: string, row: number | null): void {
    this.#name(this.roles, role, row);
  }

  addConsent(fieldKey: string, row: number | null): void {
    this.#name(this.consents, fieldKey, row);
  }

  addGroup(id: string, roles: readonly string[], row: number | null): void {
    const group = getOrAdd(this.groups, id, () => ({
      occurrences: noOccurrences(),
      roles: new Map(),
      withoutRoles: noOccurrences(),
    }));
    if (group === null) {
      countOne(this.notCompared, row);
      return;
    }
    countOne(group.occurrences, row);
    if (roles.length === 0) countOne(group.withoutRoles, row);
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
    countOne(use.sent, row);
    if (value === null || value === undefined) return;
    countOne(use.filled, row);
    this.#check(use, value, row);
  }

  #check(use: FieldUse, value: unknown, row: number | null): void {
    const verdict = this.#checks.get(use.name)?.(value) ?? 'fits';
    if (verdict === 'fits') return;
    countOne(use.wrong[verdict], row);
    if (verdict !== 'option') return;
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      const isOption = this.setupOf(use.key)?.options?.has(one) ?? false;
      if (!isOption && typeof one === 'string' && this.#words.has(one)) use.words.add(one);
    }
  }

  #fieldUse(name: string): FieldUse | null {
    const known = this.fields.get(name);
    if (known !== undefined) return known;
    const key = tenantKey(name);
    if (key === null) return null;
    if (this.fields.size >= MAX_FIELDS) {
      countOne(this.notCompared, null);
      return null;
    }
    const wrong = { type: noOccurrences(), option: noOccurrences() };
    const use = {
      name,
      key,
      mapped: false,
      sent: noOccurrences(),
      filled: noOccurrences(),
      wrong,
      words: new Set<string>(),
    };
    this.fields.set(name, use);
    const field = this.setupOf(key);
    this.#checks.set(name, field === undefined ? null : valueCheck(field));
    return use;
  }

  #name(names: Map<string, Occurrences>, name: unknown, row: number | null): void {
    if (typeof name !== 'string') return;
    countOne(getOrAdd(names, name, noOccurrences) ?? this.notCompared, row);
  }
}

/** The value of a name, created if new; null if the limit is reached. */
function getOrAdd<T>(names: Map<string, T>, name: string, make: () => T): T | null {
  const known = names.get(name);
  if (known !== undefined) return known;
  if (names.size >= MAX_NAMES) return null;
  const made = make();
  names.set(name, made);
  return made;
}

/**
 * Whether a text looks like the name of a thing rather than data: e-mail addresses, numbers, dates, hashes and sentences do
 * not.
 */
export function isPlainName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(text) && !/\d{4}|[\da-f]{16}/i.test(text);
}

function noOccurrences(): Occurrences {
  return { users: 0, row: null };
}

/** Counts one user; rows are passed in order, so the first one is kept. */
function countOne(seen: Occurrences, row: number | null): void {
  seen.users += 1;
  seen.row ??= row;
}

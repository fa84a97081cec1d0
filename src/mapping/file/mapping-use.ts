import { alternatives, type Constant, type FieldRule } from '../field-rule.ts';
import type { ListEntry, Mapping } from '../mapping.ts';

/** What a mapping can send, as far as its file alone shows. */
export interface MappingUse {
  /** The user's fields that it fills, by dotted name, each with values that it would write itself. */
  readonly fields: ReadonlyMap<string, readonly unknown[]>;
  readonly roles: readonly string[];
  /** Groups by id, with the roles in them. */
  readonly groups: readonly { readonly id: string; readonly roles: readonly string[] }[];
  /** Field keys of consents. */
  readonly consents: readonly string[];
  /** Can it send roles, groups or consents at all? */
  readonly hasLists: boolean;
  /** Every text that it writes into a field itself: not data of a user. */
  readonly words: ReadonlySet<string>;
}

/** Collects what a mapping can send, whatever the export contains. */
export function mappingUse({ fields, identities, groups, consents }: Mapping): MappingUse {
  const all = [...fields, ...identities.flatMap(({ rules }) => rules)];
  const values = new Map<string, unknown[]>();
  for (const rule of all) values.set(rule.field, [...(values.get(rule.field) ?? []), ...valuesOf(rule)]);
  const lists = [...groups, ...consents].flatMap(({ rules }) => rules);
  return {
    fields: values,
    roles: fields.filter(({ field }) => field === 'roles').flatMap(texts),
    groups: groups.flatMap((entry) => textsOf(entry, 'groupId').map((id) => ({ id, roles: textsOf(entry, 'roles') }))),
    consents: consents.flatMap((entry) => textsOf(entry, 'fieldKey')),
    hasLists: lists.length > 0 || fields.some(({ field }) => isList(field)),
    words: new Set([...all, ...lists].flatMap(texts)),
  };
}

/** The same for columns that are named after fields. */
export function headerUse(columns: readonly string[]): MappingUse {
  return {
    fields: new Map(columns.map((column) => [column, []])),
    roles: [],
    groups: [],
    consents: [],
    hasLists: columns.some(isList),
    words: new Set(),
  };
}

function isList(field: string): boolean {
  return field === 'roles' || field === 'groups' || field === 'consents';
}

/** Values as the field gets them; for a type that the mapping names, one value of that type represents all. */
function valuesOf(rule: FieldRule): unknown[] {
  switch (rule.type) {
    case 'number':
      return [0];
    case 'boolean':
      return [true];
    case 'list': {
      const items = constants(rule);
      return items.length === 0 ? [[]] : items.map((item) => (Array.isArray(item) ? item : [item]));
    }
    case 'json':
      return [];
    case 'string':
      return constants(rule).map(String);
    case null:
      // Only custom fields keep numbers and yes-or-no as they are.
      return rule.field.startsWith('customFields.') ? constants(rule) : constants(rule).flat().map(String);
  }
}

/** The values that the rule and its alternatives contain themselves. */
function constants(rule: FieldRule): Constant[] {
  return alternatives(rule).flatMap(({ source, change, empty }) => [
    ...(source.kind === 'value' ? [source.value] : []),
    ...(change?.kind === 'table'
      ? [...change.table.values(), change.otherwise ?? null].filter((value) => value !== null)
      : []),
    ...(empty?.kind === 'default' ? [empty.value] : []),
  ]);
}

function textsOf({ rules }: ListEntry, field: string): string[] {
  return rules.filter((rule) => rule.field === field).flatMap(texts);
}

function texts(rule: FieldRule): string[] {
  return constants(rule).flat().map(String);
}

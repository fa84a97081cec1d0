import type { TenantField } from '../tenant/setup.ts';
import type { Reading } from '../tenant/setup-request.ts';
import { didYouMean } from '../text/nearest.ts';
import { count, counted } from '../text/number-text.ts';
import type { Finding } from './finding.ts';
import type { NamePolicy } from './name-policy.ts';
import { affectedUsers, quotedList } from './occurrence-text.ts';
import type { FieldUse, SetupUse } from './setup-use.ts';
import { acceptedValues } from './value-fit.ts';

/** Fields that the tenant does not list, requested by key. */
export type ConfirmedFields = ReadonlyMap<string, Reading<TenantField | null>>;

/** Keys of used custom fields that the tenant does not list: request them before users are held back. */
export function undefinedFields(use: SetupUse): string[] {
  return [...use.fields.values()]
    .filter(({ key }) => key.kind === 'custom' && use.setupOf(key) === undefined)
    .map(({ key }) => key.key);
}

/** Compares the values of fields with the field setup of the tenant; `fields` are all fields that it lists. */
export function fieldFindings(
  use: SetupUse,
  fields: readonly TenantField[],
  confirmed: ConfirmedFields,
  naming: NamePolicy,
): Finding[] {
  const found = [...use.fields.values()].flatMap((one) => {
    const field = use.setupOf(one.key);
    if (field !== undefined) return ofField(one, field, use);
    if (one.key.kind === 'system') return [unlisted(one, use)];
    const asked = confirmed.get(one.key.key);
    if (asked?.kind !== 'read' || asked.value === null) return [notDefined(one, use, fields, naming)];
    return [asked.value.enabled ? unlisted(one, use) : disabled(one, use, one.name)];
  });
  return [...found, ...requiredOnes(use, fields, naming)];
}

function ofField(one: FieldUse, field: TenantField, use: SetupUse): Finding[] {
  const { group } = one.key;
  const around = group === null ? undefined : use.setupOf({ kind: 'system', key: group });
  if (!field.enabled) return [disabled(one, use, one.name)];
  if (around?.enabled === false) return [disabled(one, use, group ?? one.name)];
  const found: Finding[] = [];
  const { type, option } = one.wrong;
  if (field.isGroup && one.key.kind === 'custom') {
    found.push({
      ...lost(one, use),
      code: 'field.type',
      message: `${fills(one, use)} ${one.name}, which is a group of fields in the tenant and has no value of its own.`,
      hint: 'Map the fields of the group instead.',
    });
  } else if (type.users > 0) {
    found.push({
      severity: 'error',
      code: 'field.type',
      subject: one.name,
      message: `${affectedUsers(type, use.users)}: the value of ${one.name} has the wrong type or format. The field of the tenant accepts ${acceptedValues(field)}.`,
      hint: 'Convert the value in the mapping (`type`, `date`, `instant`, `split`, `table`).',
    });
  }
  if (option.users > 0) {
    const words = one.words.size === 0 ? '' : `: ${quotedList([...one.words])}`;
    found.push({
      severity: 'error',
      code: 'field.option',
      subject: one.name,
      message: `${affectedUsers(option, use.users)}: the value of ${one.name} is none of the ${count(field.options?.size ?? 0)} options that the tenant's field has${words}.`,
      hint: 'Add the option to the field in the tenant, or map to its options with a `table`.',
    });
  }
  return found;
}

function disabled(one: FieldUse, use: SetupUse, what: string): Finding {
  return {
    ...lost(one, use),
    code: 'field.disabled',
    message: `${fills(one, use)} ${one.name}, but ${what} is disabled in the tenant, so cidaas ignores it without an error.`,
    hint: "Enable the field in the tenant's field setup, or leave it out of the mapping.",
  };
}

function notDefined(one: FieldUse, use: SetupUse, fields: readonly TenantField[], naming: NamePolicy): Finding {
  const custom = fields.filter(({ kind }) => kind === 'custom').map(({ key }) => naming.printed(key));
  return {
    ...lost(one, use),
    code: 'field.undefined',
    message: `${fills(one, use)} ${one.name}, but the tenant has no such field, so cidaas ignores it without an error.${didYouMean(
      one.key.key,
      custom.filter((key) => key !== null),
    )}`,
    hint: 'Create the field in the tenant with exactly this key, or leave it out of the mapping.',
  };
}

function unlisted(one: FieldUse, use: SetupUse): Finding {
  return {
    severity: 'warning',
    code: 'field.unlisted',
    subject: one.name,
    message: `${fills(one, use)} ${one.name}, which the field setup of the tenant does not list, so it was not checked.`,
    hint: 'Check this field of a user after a small first run.',
  };
}

/** Required fields that no user has were probably forgotten; the tenant decides whether cidaas asks for them at login. */
function requiredOnes(use: SetupUse, fields: readonly TenantField[], naming: NamePolicy): Finding[] {
  const filled = new Set<TenantField | undefined>();
  for (const { key, filled: seen, mapped } of use.fields.values()) {
    if (seen.users > 0 || (mapped && use.users === 0)) filled.add(use.setupOf(key));
  }
  const isAsked = ({ required, enabled, isGroup, isPassword, dataType }: TenantField) =>
    required && enabled && !isGroup && !isPassword && dataType !== 'PASSWORD' && dataType !== 'CONSENT';
  const missing = fields.filter((field) => isAsked(field) && !filled.has(field));
  const named = missing.flatMap(({ kind, key }) => {
    const name = naming.printed(key);
    return name === null ? [] : [kind === 'custom' ? `customFields.${name}` : name];
  });
  const found = named.map((name) => requiredField(name, name, use));
  const rest = missing.length - named.length;
  if (rest === 0) return found;
  return [...found, requiredField('fields', `${counted(rest, 'field')} whose names are not shown`, use)];
}

function requiredField(subject: string, what: string, { users }: SetupUse): Finding {
  return {
    severity: 'warning',
    code: 'field.required',
    subject,
    message: `The tenant requires ${what}, but ${users === 0 ? 'the mapping does not fill it' : 'no user has a value for it'}.`,
    hint: 'Map the field; otherwise cidaas may reject these users or ask them for it at the first login.',
  };
}

/** Only a warning if no user of this export has the field. */
function lost(one: FieldUse, { users }: SetupUse): Pick<Finding, 'severity' | 'subject'> {
  return { severity: one.sent.users > 0 || users === 0 ? 'error' : 'warning', subject: one.name };
}

function fills(one: FieldUse, { users }: SetupUse): string {
  if (one.sent.users > 0) return `${affectedUsers(one.sent, users)} ${one.sent.users === 1 ? 'has' : 'have'}`;
  return users === 0 ? 'The mapping fills' : 'No user has a value for it yet, but the mapping fills';
}

import { jsonReply, noContentReply, type Reply } from './reply.ts';
import { type SandboxTenant, serviceError } from './tenant.ts';
import { allFields, BUILT_IN_GROUPS, type FieldDataType, type FieldSetup } from './tenant-setup.ts';

/** `POST /fieldsetup-srv/graph/fields` and the older `GET /registration-setup-srv/fields/list`. */
export function answerFields(tenant: SandboxTenant): Reply {
  if (tenant.setup.fields === null) return notServed(tenant);
  return list(allFields(tenant.setup).map(fieldRow));
}

/** `GET /fieldsetup-srv/fields/{fieldKey}` */
export function answerField(tenant: SandboxTenant, fieldKey: string): Reply {
  const field = allFields(tenant.setup).find((one) => one.fieldKey === fieldKey);
  if (field === undefined) return serviceError(tenant, 404, 404, 'field not found');
  return jsonReply(200, { success: true, status: 200, data: fieldRow(field) });
}

/** `POST /groups-srv/graph/roles`, in older versions `GET`. */
export function answerRoles(tenant: SandboxTenant): Reply {
  if (tenant.setup.roles === null) return notServed(tenant);
  return list(tenant.setup.roles.map((role) => ({ role, name: role, description: '' })));
}

/** `POST /groups-srv/graph/usergroups`: all groups, without hierarchy. */
export function answerGroups(tenant: SandboxTenant): Reply {
  if (tenant.setup.groups === null) return notServed(tenant);
  const groups = tenant.setup.groups.map((group) => ({ ...group, groupName: group.groupId }));
  return groups.length === 0 ? noContentReply() : jsonReply(200, { success: true, status: 200, data: { groups } });
}

/** `GET /groups-srv/usergroups/{groupId}` */
export function answerGroup(tenant: SandboxTenant, groupId: string): Reply {
  if (tenant.setup.groups === null) return notServed(tenant);
  const group = [...BUILT_IN_GROUPS, ...tenant.setup.groups].find((one) => one.groupId === groupId);
  if (group === undefined) return noContentReply();
  return jsonReply(200, { success: true, status: 200, data: { ...group, groupName: group.groupId } });
}

/** `POST /groups-srv/graph/grouptypes` */
export function answerGroupTypes(tenant: SandboxTenant): Reply {
  if (tenant.setup.groupTypes === null) return notServed(tenant);
  return list(tenant.setup.groupTypes);
}

/** A sandbox that accepts everything has no setup to return, like a version without this endpoint. */
function notServed(tenant: SandboxTenant): Reply {
  return serviceError(tenant, 404, 404, 'no such service');
}

function list(data: readonly unknown[]): Reply {
  return data.length === 0 ? noContentReply() : jsonReply(200, { success: true, status: 200, data });
}

function fieldRow({ options, ...field }: FieldSetup): unknown {
  return {
    ...field,
    baseDataType: BASE_TYPES[field.dataType],
    required: field.required ?? false,
    ...(options === undefined ? {} : { fieldDefinition: { attributesKeys: options } }),
  };
}

/** Source of the base types: Cidaas/terraform-provider-cidaas; the mapping from data types is an assumption. */
const BASE_TYPES: { readonly [dataType in FieldDataType]: string } = {
  TEXT: 'string',
  TEXTAREA: 'string',
  NUMBER: 'double',
  SELECT: 'string',
  MULTISELECT: 'array',
  RADIO: 'string',
  CHECKBOX: 'bool',
  DATE: 'datetime',
  DAYDATE: 'datetime',
  URL: 'string',
  EMAIL: 'string',
  MOBILE: 'string',
  CONSENT: 'bool',
  JSON_STRING: 'string',
  USERNAME: 'string',
  ARRAY: 'array',
  GROUPING: 'string',
};

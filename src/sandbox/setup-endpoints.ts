import { json, noContent, type Reply } from './reply.ts';
import { serviceError, type Tenant } from './tenant.ts';
import { allFields, type FieldSetup } from './tenant-setup.ts';

/** `POST /fieldsetup-srv/graph/fields` and the older `GET /registration-setup-srv/fields/list`. */
export function answerFields(tenant: Tenant): Reply {
  return list(allFields(tenant.setup).map(fieldRow));
}

/** `GET /fieldsetup-srv/fields/{fieldKey}` */
export function answerField(tenant: Tenant, fieldKey: string): Reply {
  const field = allFields(tenant.setup).find((one) => one.fieldKey === fieldKey);
  if (field === undefined) return serviceError(tenant, 404, 404, 'field not found');
  return json(200, { success: true, status: 200, data: fieldRow(field) });
}

/** `POST /groups-srv/graph/roles` */
export function answerRoles(tenant: Tenant): Reply {
  return list((tenant.setup.roles ?? []).map((role) => ({ role, name: role, description: '' })));
}

/** `POST /groups-srv/graph/usergroups`: all groups, as if every one stood at the root. */
export function answerGroups(tenant: Tenant): Reply {
  const groups = (tenant.setup.groups ?? []).map((group) => ({ ...group, groupName: group.groupId }));
  return groups.length === 0 ? noContent() : json(200, { success: true, status: 200, data: { groups } });
}

/** `GET /groups-srv/usergroups/{groupId}` */
export function answerGroup(tenant: Tenant, groupId: string): Reply {
  const group = tenant.setup.groups?.find((one) => one.groupId === groupId);
  if (group === undefined) return noContent();
  return json(200, { success: true, status: 200, data: { ...group, groupName: group.groupId } });
}

function list(data: readonly unknown[]): Reply {
  return data.length === 0 ? noContent() : json(200, { success: true, status: 200, data });
}

function fieldRow({ options, ...field }: FieldSetup): unknown {
  return {
    ...field,
    required: field.required ?? false,
    ...(options === undefined ? {} : { fieldDefinition: { attributesKeys: options } }),
  };
}

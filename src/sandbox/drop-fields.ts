import type { CidaasUser } from '../user/cidaas-user.ts';
import type { Fault } from './fault.ts';

/** The user without the fields that faults drop (`groups`, `customFields.x`). */
export function dropFields(user: CidaasUser, faults: readonly Fault[]): unknown {
  let left: unknown = user;
  for (const fault of faults) {
    if (fault.kind !== 'drop-fields' || !fault.hits(user)) continue;
    for (const field of fault.fields) left = without(left, field.split('.'));
  }
  return left;
}

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { [key]: part, ...others } = value as Record<string, unknown>;
  return rest.length === 0 || part === undefined ? others : { ...others, [key]: without(part, rest) };
}

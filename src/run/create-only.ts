import type { Mapping } from '../mapping/mapping.ts';
import { CREATE_ONLY } from '../plan/known-user.ts';

/** Fields that are only sent for users who are new to the tenant. */
export function createOnlyOf(mapping: Mapping | null): readonly string[] {
  return mapping?.createOnly ?? CREATE_ONLY;
}

import type { TenantText } from '../tenant/tenant-text.ts';

/** Which names of fields, roles, groups and consents may appear in findings: they can be data of the export, or secrets. */
export interface NamePolicy {
  /** Whether a name of the export may be printed: only names written in the mapping are certainly not personal data. */
  readonly isSafeToPrint: (name: string) => boolean;
  /** A name of the tenant as it may be printed; null when it may not. */
  readonly printed: (name: TenantText) => string | null;
}

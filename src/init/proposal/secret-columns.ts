import { isSecretName } from '../../password/secret-name.ts';
import type { ColumnProfile } from './column-profile.ts';

const HIDDEN = '***';

/** Whether a column must not be mapped: its name means a secret, or its values are hashes. */
export function isSecretColumn({ ref, hashes }: ColumnProfile): boolean {
  return isSecretName(ref) || [...hashes.keys()].some((name) => !name.startsWith('?'));
}

/**
 * The samples of a column that may be written to a file that others read. Hides passwords completely, and also columns with
 * some hashes, since their other values may be passwords in clear text.
 */
export function printableSamples(column: ColumnProfile): readonly string[] {
  if (column.samples.length === 0) return [];
  return column.hashes.size > 0 || isSecretColumn(column) ? [HIDDEN] : column.samples;
}

import type { ColumnProfile } from './column-profile.ts';
import type { ChosenColumns, MappingPart } from './proposal-part.ts';

/** A column that is unique in fewer rows is not an id, but for example a customer group. */
const MIN_SHARE = 0.9;

/**
 * The rule for `sub`, from a unique id. If a few rows have no id or share one, the reader decides. Identifiers of the user
 * (e-mail, user name) are not ids.
 */
export function subPart({ records, byRole, leaveOut, namespace }: ChosenColumns): MappingPart | null {
  const column = byRole.get('id');
  if (column === undefined) return null;
  const missing = records - column.filled;
  if (missing + column.repeated > records * (1 - MIN_SHARE)) {
    leaveOut(column, 'may be an id, but is missing in some rows or not unique');
    return null;
  }
  const decision = decisionText(column, missing, records);
  const part: MappingPart =
    column.shapes.uuid === column.filled
      ? { key: 'sub', value: column.ref, notes: [] }
      : {
          key: 'sub',
          value: { from: column.ref, uuid5: namespace },
          notes: [
            'The same id always results in the same sub. Never change this namespace: a different one creates different users.',
          ],
        };
  return decision === null ? part : { ...part, decision };
}

function decisionText({ ref, repeated }: ColumnProfile, missing: number, records: number): string | null {
  if (repeated === 0 && missing === 0) return null;
  const reasons = [
    ...(repeated === 0
      ? []
      : [`${repeated} of ${records} records ${repeated === 1 ? 'repeats' : 'repeat'} another's value`]),
    ...(missing === 0 ? [] : [`${missing} of ${records} records ${missing === 1 ? 'has' : 'have'} none`]),
  ].join(' and ');
  const then = [
    ...(repeated === 0 ? [] : ['of records with the same sub, only the first is imported, the others are duplicates']),
    ...(missing === 0 ? [] : ['records without an id are imported without a sub']),
  ].join('; ');
  return `${JSON.stringify(ref)} may be an id of users, but ${reasons}. Correct the export, or use the line anyway: ${then}.`;
}

import { affectedUserCount, OTHER_REASONS, type RowMove } from '../compare/compare.ts';
import type { Comparison } from '../report/comparison.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';
import { counted } from '../text/number-text.ts';

/**
 * Fails a plan whose mapping changes more than `max-newly-invalid` and `fail-on` allow; null when it does not, or when there
 * was nothing to compare with, as for the change that adds the mapping. `rows`: all rows of the export.
 */
export function refuseChanges(
  { maxNewlyInvalid, failOn }: Pick<Settings, 'maxNewlyInvalid' | 'failOn'>,
  comparison: Comparison,
  rows: number,
): EarlyEnd | null {
  if (comparison.problems.length > 0) return null;
  const problems: string[] = [];
  const invalid = rowsOf(comparison.moves.filter(({ kind }) => kind === 'newly invalid'));
  if (invalid > allowed(maxNewlyInvalid, rows))
    problems.push(
      `${counted(invalid, 'row is', 'rows are')} newly invalid, more than max-newly-invalid (${limitText(maxNewlyInvalid)}) allows.`,
    );
  const changed = [
    ...failOn.fields.flatMap((field) => changedUsers(field, comparison)),
    ...failOn.codes.flatMap((code) => changedRows(code, comparison)),
  ];
  if (changed.length > 0)
    problems.push(
      `Compared with ${comparison.base.name}, this mapping changes what \`fail-on\` names: ${changed.join('; ')}. If that is meant, take the name out of \`fail-on\` for this change.`,
    );
  return problems.length === 0 ? null : { outcome: 'failed', message: problems.join('\n') };
}

/** `sub of 12 users`, for every field that the name covers. */
function changedUsers(name: string, { fields }: Comparison): string[] {
  return fields
    .filter(({ field }) => field === OTHER_REASONS || isPartOf(field, name))
    .map((change) => `${change.field} of ${counted(affectedUserCount(change), 'user')}`);
}

/** `email` covers that of identities too, `address` all of its parts, `password` the hash with its parameters. */
function isPartOf(field: string, name: string): boolean {
  const covered = name === 'password' ? 'password_hash_info' : name;
  return (
    field === covered ||
    field.startsWith(`${covered}.`) ||
    field.startsWith(`${covered}[`) ||
    field.endsWith(`].${covered}`)
  );
}

/** Rows that are newly invalid for this reason, and rows that have a warning more or less. */
function changedRows(code: string, { moves, warnings }: Comparison): string[] {
  const invalid = rowsOf(
    moves.filter(({ from, to }) => to?.outcome === 'invalid' && isReason(to.why, code) && from?.why !== code),
  );
  const warned = warnings.find((one) => one.code === code);
  return [
    ...(invalid === 0 ? [] : [`${code} makes ${counted(invalid, 'row')} invalid`]),
    ...(warned === undefined ? [] : [`${code} warns of ${counted(warned.after, 'row')} instead of ${warned.before}`]),
  ];
}

/** Reasons beyond those that are counted apart could be any. */
function isReason(why: string | null, code: string): boolean {
  return why === code || why === OTHER_REASONS;
}

function rowsOf(moves: readonly RowMove[]): number {
  return moves.reduce((sum, { rows }) => sum + rows, 0);
}

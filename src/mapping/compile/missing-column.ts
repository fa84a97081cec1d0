import { didYouMean } from '../../text/nearest.ts';
import type { MappingLocation, SourceRef } from '../field-rule.ts';

/** The sentences about a column that the export must have, with the line of mapping that decides what its absence means. */
export function missingColumn(
  { at, text, field }: SourceRef,
  presence: 'required' | 'column',
  columns: readonly string[],
): string {
  const suggestion = didYouMean(text, columns);
  const what = `${at}: the export has no column "${text}".${suggestion}`;
  if (presence === 'column') return `${what} ${decisionFor(field ?? '')}`;
  return suggestion === '' ? `${what} Correct the name, or write \`source: { columns: optional }\`.` : what;
}

/** What to do when an export lacks what a preset needs for a field. */
export function decisionFor(field: string): string {
  const constant = field === 'userStatus' ? 'VERIFIED' : '…';
  return `Export it, or decide in your mapping what holds for all users: \`fields: { ${field}: { value: ${constant} } }\`.`;
}

/** Who may log in is decided for all users of an export that does not say it; other values have a default. */
export function missingValueHint(field: string, at: MappingLocation): string {
  if (field !== 'userStatus')
    return `Fill it in the source, or say in the mapping what an empty value means: \`default: …\` (${at}).`;
  return `Fill it in the source (${at}); if the export does not say who is blocked, decide it in the mapping: \`fields: { userStatus: { value: VERIFIED } }\`, or \`default: VERIFIED\` for empty values.`;
}

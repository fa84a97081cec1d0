import { didYouMean } from '../../text/nearest.ts';
import type { FieldRule, MappingLocation, SourceRef } from '../field-rule.ts';
import type { FieldError, FieldErrorFactory } from './field-error.ts';

/** The sentences about a column that the export must have, with the line of mapping that decides what its absence means. */
export function missingColumn(
  { at, text, field }: SourceRef,
  presence: 'required' | 'column',
  columns: readonly string[],
): string {
  const suggestion = didYouMean(text, columns);
  const what = `${at}: the export has no column "${text}".${suggestion}`;
  if (presence === 'column') return `${what} ${decisionFor(field ?? '')}`;
  // Where a status is meant as a constant, an optional column would let everybody in.
  if (/^(?:VERIFIED|PENDING|DECLINED|[\d._]+(?:e\d+)?)$/.test(text))
    return `${what} If it is a constant, write \`{ value: ${text} }\`.`;
  return suggestion === '' ? `${what} Correct the name, or write \`source: { columns: optional }\`.` : what;
}

/** The sentences about a field that requires a value and of which the export has no column. */
export function missingSource({ at, field }: FieldRule, refs: readonly SourceRef[], statusWayOut: string): string {
  const names = refs.map(({ text }) => `"${text}"`).join(' or ');
  const wayOut = field === 'userStatus' ? `${statusWayOut}.` : decisionFor(field);
  return `${at}: the export has no column ${names}, and ${field} requires it. ${wayOut}`;
}

function decisionFor(field: string): string {
  const constant = field === 'userStatus' ? 'VERIFIED' : '…';
  return `Export it, or decide in your mapping what holds for all users: \`fields: { ${field}: { value: ${constant} } }\`.`;
}

/** The error of an empty value that the mapping refuses. `wayOut`: what decides it; null for a default of the field. */
export function missingValue(wayOut: string | null, at: MappingLocation, makeError: FieldErrorFactory): FieldError {
  const hint = wayOut ?? 'Fill it in the source, or say in the mapping what an empty value means: `default: …`';
  return makeError('value.missing', 'must have a value, but the source has none', `${hint} (${at}).`);
}

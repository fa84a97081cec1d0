import { DEFAULT_LAYOUT, type HeaderLayout, type SourceLayout } from '../../source/source-layout.ts';
import { type CellReading, PLAIN_CELLS } from '../compile/cell-reading.ts';
import type { RawJoin, RawSource } from './mapping-schema.ts';
import type { RuleContext } from './rule-context.ts';

/** What a mapping file says about how files are built; what is undefined it leaves open. */
export interface SourceParts {
  readonly format?: SourceLayout['format'];
  readonly records?: SourceLayout['records'];
  readonly header?: HeaderLayout;
  readonly unquote?: string;
  readonly nothing?: readonly string[];
}

/** Makes a `source` block uniform. */
export function sourceParts(
  raw: RawSource | NonNullable<RawJoin['source']>,
  complain: RuleContext['complain'],
): SourceParts {
  const { format, records, header, unquote, empty } = raw;
  return {
    ...(format !== undefined && { format }),
    ...(records !== undefined && { records: listOf(records).map((path) => listPath(path, complain)) }),
    ...(header !== undefined && { header: headerOf(header) }),
    ...(unquote !== undefined && { unquote }),
    ...(empty !== undefined && { nothing: listOf(empty) }),
  };
}

export function layoutOf(parts: SourceParts): SourceLayout {
  return {
    format: parts.format ?? DEFAULT_LAYOUT.format,
    records: parts.records ?? DEFAULT_LAYOUT.records,
    header: parts.header ?? DEFAULT_LAYOUT.header,
  };
}

export function cellsOf(parts: SourceParts): CellReading {
  return { unquote: parts.unquote ?? PLAIN_CELLS.unquote, nothing: parts.nothing ?? PLAIN_CELLS.nothing };
}

export function listOf<T>(oneOrMore: T | readonly T[]): readonly T[] {
  return Array.isArray(oneOrMore) ? (oneOrMore as readonly T[]) : [oneOrMore as T];
}

function headerOf(header: NonNullable<RawSource['header']>): HeaderLayout {
  return Array.isArray(header) ? { kind: 'named', columns: header } : { kind: 'with', columns: header.with };
}

/** `orgs[].users` leads to `orgs`, each of its elements, and `users` in it. */
function listPath(text: string, complain: RuleContext['complain']): string[] {
  const steps = text.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
  const path = steps[0] === '' ? steps.slice(1) : steps;
  if (path.length === 0 || path.at(-1) === '[]' || path.some((step) => !/^(?:\[\]|[^[\]"'*$]+)$/.test(step)))
    complain(
      ['records'],
      `"${text}" leads to no list: write data.users, or orgs[].users for the users of every element`,
    );
  return path;
}

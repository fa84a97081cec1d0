import { DEFAULT_LAYOUT, type HeaderLayout, type SourceLayout } from '../../source/source-layout.ts';
import { type CellReading, PLAIN_CELLS } from '../compile/cell-reading.ts';
import type { RawJoin, RawSource } from './mapping-schema.ts';
import type { RuleContext } from './rule-reader.ts';

/** The `source` block of one mapping file; what it does not mention is undefined. */
export interface SourceParts {
  readonly format?: SourceLayout['format'];
  readonly records?: SourceLayout['records'];
  readonly header?: HeaderLayout;
  readonly unquote?: string;
  readonly emptyWords?: readonly string[];
  readonly nullMarks?: boolean;
  readonly keep?: readonly string[];
}

/** Reads a `source` block. */
export function sourceParts(
  raw: RawSource | NonNullable<RawJoin['source']>,
  addProblem: RuleContext['addProblem'],
): SourceParts {
  const { format, records, header, unquote, empty } = raw;
  const nulls = 'nulls' in raw ? raw.nulls : undefined;
  return {
    ...(format !== undefined && { format }),
    ...(records !== undefined && { records: listOf(records).map((path) => listPath(path, addProblem)) }),
    ...(header !== undefined && { header: headerOf(header) }),
    ...(unquote !== undefined && { unquote }),
    ...(empty !== undefined && { emptyWords: listOf(empty) }),
    ...(nulls !== undefined && { nullMarks: nulls !== false, keep: nulls === false ? [] : listOf(nulls.keep) }),
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
  const { unquote, emptyWords, nullMarks, keep } = { ...PLAIN_CELLS, ...parts };
  return { unquote, emptyWords, nullMarks, keep };
}

export function listOf<T>(oneOrMore: T | readonly T[]): readonly T[] {
  return Array.isArray(oneOrMore) ? (oneOrMore as readonly T[]) : [oneOrMore as T];
}

function headerOf(header: NonNullable<RawSource['header']>): HeaderLayout {
  return Array.isArray(header) ? { kind: 'named', columns: header } : { kind: 'with', columns: header.with };
}

/** `orgs[].users` leads to `orgs`, each of its elements, and `users` in it. */
function listPath(text: string, addProblem: RuleContext['addProblem']): string[] {
  if (text.includes('/')) return elementPath(text, addProblem);
  const steps = text.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), '[]'] : [part]));
  const path = steps[0] === '' ? steps.slice(1) : steps;
  if (path.length === 0 || path.at(-1) === '[]' || path.some((step) => !/^(?:\[\]|[^[\]"'*$]+)$/.test(step)))
    addProblem(
      ['records'],
      `"${text}" does not lead to a list: write data.users, or orgs[].users for the users of every element`,
    );
  return path;
}

/** `customers/customer` leads from the root element of an XML document to its records. */
function elementPath(text: string, addProblem: RuleContext['addProblem']): string[] {
  const path = text.split('/');
  if (path.some((name) => !/^[^\s<>"'=&@[\]]+$/.test(name)))
    addProblem(['records'], `"${text}" is not a path of elements: write it from the root, such as users/user`);
  return path;
}

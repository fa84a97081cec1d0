import type * as z from 'zod';
import { didYouMean } from './nearest.ts';

/** One thing that is wrong with a mapping file, and where in its values. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const TOP_KEYS = ['skip', 'fields', 'identities', 'groups', 'consents'];
const SKIP_KEYS = ['reason', 'when'];
const CONDITION_KEYS = ['from', 'is', 'not', 'empty', 'matches', 'any'];
const RULE_KEYS = [
  ...['from', 'first', 'concat', 'separator', 'value', 'when', 'trim', 'case', 'split', 'table', 'else'],
  ...['date', 'instant', 'zone', 'phone', 'uuid5', 'type', 'default', 'empty'],
];

/** zod's issues in the mapping author's words; of a union only what is wrong with the alternative that was meant. */
export function schemaProblems(
  issues: readonly z.core.$ZodIssue[],
  base: readonly PropertyKey[] = [],
): SchemaProblem[] {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    switch (issue.code) {
      case 'invalid_union': {
        const meant = issue.errors
          .filter(
            (alternative) => !alternative.some((inner) => inner.path.length === 0 && inner.code === 'invalid_type'),
          )
          .sort((a, b) => a.length - b.length)[0];
        return meant === undefined ? [{ path, message: describeUnion(issue) }] : schemaProblems(meant, path);
      }
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({
          path: [...path, key],
          message: `"${key}" is not known here.${didYouMean(key, keysAt(path))}`,
        }));
      case 'invalid_type':
        return [
          {
            path,
            message:
              issue.input === undefined && isMissing(issue) ? 'is missing' : `must be ${inWords(issue.expected)}`,
          },
        ];
      case 'too_small':
        return [{ path, message: 'must not be empty' }];
      case 'invalid_value':
        return [{ path, message: `must be ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}` }];
      case 'invalid_format':
        return [{ path, message: describeFormat(issue) }];
      default:
        return [{ path, message: issue.message }];
    }
  });
}

function describeFormat({ format, pattern }: z.core.$ZodIssueInvalidStringFormat): string {
  if (format === 'guid') return 'must be a UUID';
  return pattern === '/\\S/' ? 'must not be empty' : 'must be two capital letters, such as DE';
}

function inWords(expected: string): string {
  switch (expected) {
    case 'record':
    case 'object':
      return 'a map of keys';
    case 'array':
      return 'a list';
    case 'string':
      return 'text';
    case 'boolean':
      return 'true or false';
    default:
      return expected;
  }
}

function isMissing(issue: z.core.$ZodIssueInvalidType): boolean {
  return issue.message.endsWith('received undefined');
}

function describeUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const kinds = issue.errors.flatMap((alternative) =>
    alternative.flatMap((inner) =>
      inner.code === 'invalid_type' && inner.path.length === 0 ? [inWords(inner.expected)] : [],
    ),
  );
  return kinds.length === 0 ? 'is of the wrong kind' : `must be ${[...new Set(kinds)].join(' or ')}`;
}

function keysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return TOP_KEYS;
  if (path.includes('when')) return CONDITION_KEYS;
  return path[0] === 'skip' ? SKIP_KEYS : RULE_KEYS;
}

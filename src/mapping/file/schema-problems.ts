import type * as z from 'zod';
import { didYouMean } from '../../text/nearest.ts';

/** One thing that is wrong with a mapping file, and where in its values. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const TOP_KEYS = [
  ...['source', 'join', 'duplicates', 'rules', 'allow-admin-groups', 'email-verified', 'unverified-email'],
  ...['mfa-set-up', 'password', 'skip', 'fields', 'identities', 'groups', 'consents', 'create-only'],
];
const SOURCE_KEYS = ['format', 'records', 'header', 'columns', 'unquote', 'empty'];
const JOIN_KEYS = ['file', 'source', 'key', 'equals', 'many'];
const PASSWORD_KEYS = [
  ...['from', 'first', 'concat', 'separator', 'expr', 'json', 'replace', 'when', 'algorithm', 'salt', 'saltEncoding'],
  ...['saltPosition', 'passwordEncoding', 'iterations', 'firebase', 'verifier', 'ids', 'optional'],
];
const SKIP_KEYS = ['reason', 'when'];
const CONDITION_KEYS = ['from', 'is', 'not', 'empty', 'matches', 'has', 'lacks', 'future', 'any'];
const RULE_KEYS = [
  ...['from', 'first', 'concat', 'separator', 'value', 'expr', 'json', 'replace', 'when', 'trim', 'case', 'split'],
  ...['table', 'else', 'date', 'instant', 'zone', 'phone', 'uuid5', 'type', 'default', 'empty', 'column'],
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

/** Problems as sentences in the order of their lines: `mapping.yml:12: fields.email.table: must not be empty.` */
export function inFileOrder(
  problems: readonly SchemaProblem[],
  name: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): string[] {
  return problems
    .map(({ path, message }) => ({ line: lineOf(path), text: [pathText(path), message].filter((part) => part !== '') }))
    .sort((a, b) => a.line - b.line)
    .map(({ line, text }) => `${name}:${line}: ${text.join(': ').replace(/[^.?]$/, '$&.')}`);
}

/** `fields.email.table`, `identities[0].provider`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : (index > 0 ? '.' : '') + String(key)))
    .join('');
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
  const [top, , third] = path;
  if (top === undefined) return TOP_KEYS;
  if (path.includes('when') || top === 'email-verified' || top === 'mfa-set-up') return CONDITION_KEYS;
  if (top === 'password') return path.length === 1 ? PASSWORD_KEYS : RULE_KEYS;
  if (top === 'source') return SOURCE_KEYS;
  if (top === 'join') return third === undefined ? JOIN_KEYS : third === 'source' ? SOURCE_KEYS : RULE_KEYS;
  return top === 'skip' ? SKIP_KEYS : RULE_KEYS;
}

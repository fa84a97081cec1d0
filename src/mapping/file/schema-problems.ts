import * as z from 'zod';
import { didYouMean } from '../../text/nearest.ts';

/** One thing that is wrong with a mapping file, and where in its values. */
export interface SchemaProblem {
  readonly path: readonly PropertyKey[];
  /** A clause about the value at `path`. */
  readonly message: string;
}

/** Every way in which a value does not have the shape of `schema`. */
export function schemaProblems(schema: z.core.$ZodType, value: unknown): SchemaProblem[] {
  const result = z.safeParse(schema, value, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, [], schema));
}

/** An issue of zod as clauses; of a union only what is wrong with the alternative that was meant. */
function problemsOf(issue: z.core.$ZodIssue, base: readonly PropertyKey[], schema: z.core.$ZodType): SchemaProblem[] {
  const path = [...base, ...issue.path];
  const problem = (message: string): SchemaProblem[] => [{ path, message }];
  switch (issue.code) {
    case 'invalid_union': {
      const [meant] = issue.errors
        .filter((alternative) => !alternative.some(isOtherKind))
        .sort((a, b) => a.length - b.length);
      return (
        meant?.flatMap((inner) => problemsOf(inner, path, schema)) ??
        problem(describeUnion(issue) + constantHint(issue.input, knownKeys(schema, path)))
      );
    }
    case 'unrecognized_keys': {
      const known = knownKeys(schema, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `"${key}" is not known here.${didYouMean(key, known)}`,
      }));
    }
    case 'invalid_type':
      if (issue.input === undefined) return problem('is missing');
      return problem(`must be ${describeType(issue.expected)}${columnHint(issue.input, knownKeys(schema, path))}`);
    case 'too_small':
      if (issue.origin === 'number') return problem(`must be ${issue.minimum} or more`);
      return problem(issue.minimum === 1 ? 'must not be empty' : `must have at least ${issue.minimum} entries`);
    case 'too_big':
      return problem(
        issue.origin === 'string'
          ? `must have at most ${issue.maximum} characters`
          : `must be ${issue.maximum} or less`,
      );
    case 'invalid_value':
      return problem(`must be ${issue.values.map((value) => `"${String(value)}"`).join(' or ')}`);
    case 'invalid_key':
      return issue.issues.flatMap((inner) => problemsOf({ ...inner, path: [] }, path, schema));
    // The schema has a message of its own for each format.
    case 'invalid_format':
    case 'custom':
    case 'not_multiple_of':
    case 'invalid_element':
      return problem(issue.message);
  }
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

/** The value is of another type than this alternative, so this alternative was not meant. */
function isOtherKind(issue: z.core.$ZodIssue): boolean {
  return issue.path.length === 0 && issue.code === 'invalid_type';
}

function describeUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const kinds = issue.errors.flatMap((alternative) =>
    alternative.flatMap((inner) =>
      inner.code === 'invalid_type' && inner.path.length === 0 ? [describeType(inner.expected)] : [],
    ),
  );
  return kinds.length === 0 ? 'has the wrong type' : `must be ${[...new Set(kinds)].join(' or ')}`;
}

/** How a number is written where a rule can have a constant. */
function constantHint(given: unknown, keys: readonly string[]): string {
  const isConstant = typeof given === 'number' || typeof given === 'boolean';
  return isConstant && keys.includes('value') ? `; a constant is written { value: ${given} }` : '';
}

/** How a column is named where a rule can only be a map. */
function columnHint(given: unknown, keys: readonly string[]): string {
  return typeof given === 'string' && keys.includes('from') ? `; a column is written { from: ${given} }` : '';
}

function describeType(expected: string): string {
  switch (expected) {
    case 'record':
    case 'object':
      return 'a map of keys';
    case 'array':
      return 'a list';
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'int':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    default:
      return expected;
  }
}

/** The keys that an object at `path` may have, by the schema; of a union those of all alternatives. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  return schemasAt(schema, path).flatMap((found) => (found instanceof z.ZodObject ? Object.keys(found.shape) : []));
}

function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return schemasAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => schemasAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  if (schema instanceof z.ZodArray) return schemasAt(schema.element, rest);
  if (schema instanceof z.ZodRecord) return schemasAt(schema.valueType, rest);
  const inner = schema instanceof z.ZodObject ? schema.shape[String(key)] : undefined;
  return inner === undefined ? [] : schemasAt(inner, rest);
}

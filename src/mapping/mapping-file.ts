import { InputError } from '../input-error.ts';
import { explainUnknown, findField, type Shape } from './cidaas-fields.ts';
import { conditionRule } from './condition-rule.ts';
import { fieldRule, type RuleContext } from './field-rule.ts';
import type { FieldRule, Mapping, SkipRule } from './mapping.ts';
import { mappingSchemas } from './mapping-schema.ts';
import { type SchemaProblem, schemaProblems } from './schema-problems.ts';
import { readYaml } from './yaml-lines.ts';

export type { Mapping } from './mapping.ts';

/**
 * Reads a mapping file. `name` is what messages call it.
 *
 * @throws InputError with every problem, each as `mapping.yml:12: …`, in the order of the lines.
 */
export function parseMapping(text: string, name: string): Mapping {
  const yaml = readYaml(text.replace(/^\uFEFF/, ''));
  if (yaml.errors.length > 0) {
    throw new InputError(yaml.errors.map(({ line, message }) => `${name}:${line}: ${message.replace(/\.?$/, '.')}`));
  }
  const { value, lineOf } = yaml;
  if (!isObject(value)) throw new InputError([`${name}:1: a mapping file must have the key fields or identities.`]);

  const schemas = mappingSchemas();
  const shape = schemas.mapping.safeParse(value);
  const problems: SchemaProblem[] = shape.success ? [] : schemaProblems(shape.error.issues);
  const contextAt = (path: readonly PropertyKey[]): RuleContext => ({
    at: (...inner) => `${name}:${lineOf([...path, ...inner])}`,
    complain: (inner, message) => problems.push({ path: [...path, ...inner], message }),
  });

  const rules = (raw: unknown, kind: Shape, path: readonly PropertyKey[]): FieldRule[] => {
    if (!isObject(raw)) return [];
    return Object.entries(raw).flatMap(([key, value]) => {
      const context = contextAt([...path, key]);
      const field = findField(kind, key);
      if (field === undefined) context.complain([], explainUnknown(kind, key));
      else if (field.type === 'identities') context.complain([], 'goes next to `fields`, as a list of entries');
      // What has the wrong shape was reported above; the rest is looked at all the same, so that all is said at once.
      const rule = schemas.rule.safeParse(value);
      return field === undefined || !rule.success ? [] : [fieldRule(field, rule.data, context)];
    });
  };
  const entries = (key: 'identities' | 'groups' | 'consents', kind: Shape): FieldRule[][] => {
    const raw = value[key];
    return Array.isArray(raw) ? raw.map((entry: unknown, index) => rules(entry, kind, [key, index])) : [];
  };
  const skips = (raw: unknown): SkipRule[] => {
    if (!Array.isArray(raw)) return [];
    return raw.flatMap((each: unknown, index) => {
      const rule = schemas.skipRule.safeParse(each);
      if (!rule.success) return [];
      return [{ reason: rule.data.reason, when: conditionRule(rule.data.when, ['when'], contextAt(['skip', index])) }];
    });
  };

  const createOnly = (): string[] | null => {
    const listed = schemas.createOnly.safeParse(value['create-only']);
    if (value['create-only'] === undefined || !listed.success) return null;
    for (const [index, field] of listed.data.entries()) {
      if (findField('user', field) === undefined)
        problems.push({ path: ['create-only', index], message: explainUnknown('user', field) });
    }
    return listed.data;
  };
  const identities = entries('identities', 'identity');
  const mapping: Mapping = {
    name,
    skip: skips(value.skip),
    fields: rules(value.fields, identities.length > 0 ? 'account' : 'user', ['fields']),
    identities,
    groups: entries('groups', 'group'),
    consents: entries('consents', 'consent'),
    createOnly: createOnly(),
  };
  for (const key of ['groups', 'consents'] as const) {
    if (mapping[key].length > 0 && mapping.fields.some((rule) => rule.field === key)) {
      problems.push({ path: ['fields', key], message: `is filled by the block \`${key}\` too: keep one of the two` });
    }
  }
  if (problems.length === 0 && mapping.fields.length === 0 && identities.length === 0) {
    problems.push({ path: [], message: 'a mapping must fill at least one field: add `fields` or `identities`' });
  }
  if (problems.length > 0) throw new InputError(sentences(problems, name, lineOf));
  return mapping;
}

function sentences(
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

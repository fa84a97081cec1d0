import { InputError } from '../../runtime/input-error.ts';
import { type CidaasField, explainUnknown, findField, type Shape } from '../../user/cidaas-fields.ts';
import type { Condition, Entry, FieldRule, Mapping, SkipRule, SourceRef } from '../mapping.ts';
import { conditionRule } from './condition-rule.ts';
import { fieldRule } from './field-rule.ts';
import type { JoinParts, MappingParts } from './mapping-parts.ts';
import { mappingSchemas } from './mapping-schema.ts';
import { passwordParts } from './password-rule.ts';
import type { RuleContext } from './rule-context.ts';
import { inFileOrder, type SchemaProblem, schemaProblems } from './schema-problems.ts';
import { listOf, sourceParts } from './source-rule.ts';
import { readYaml, type YamlWithLines } from './yaml-lines.ts';

/**
 * Reads one mapping file. One that changes a preset may leave everything to it, and may take things out of it (null).
 *
 * @throws InputError with every problem of the file, in the order of its lines.
 */
export function readParts(text: string, name: string, changesPreset: boolean): MappingParts {
  const yaml = readYaml(text.replace(/^\uFEFF/, ''));
  if (yaml.errors.length > 0) {
    throw new InputError(yaml.errors.map(({ line, message }) => `${name}:${line}: ${message.replace(/\.?$/, '.')}`));
  }
  const value = changesPreset ? (yaml.value ?? {}) : yaml.value;
  if (!isObject(value)) throw new InputError([`${name}:1: a mapping file must have the key fields or identities.`]);
  const reader = new PartsReader(value, name, yaml.lineOf, changesPreset);
  const parts = reader.read();
  if (reader.problems.length > 0) throw new InputError(inFileOrder(reader.problems, name, yaml.lineOf));
  return parts;
}

type Raw = { readonly [key: string]: unknown };
type Path = readonly PropertyKey[];

/** The key of a join is a text, made as a field's value is made. */
const KEY_FIELD = { type: 'text', level: 'account', clearable: false } as const satisfies Partial<CidaasField>;

/** What has the wrong shape is told by the schema; the rest is looked at all the same, so that all is said at once. */
class PartsReader {
  readonly problems: SchemaProblem[];
  readonly #schemas = mappingSchemas();
  readonly #value: Raw;
  readonly #name: string;
  readonly #lineOf: YamlWithLines['lineOf'];
  readonly #mayTakeOut: boolean;
  readonly #presence: SourceRef['presence'];

  constructor(value: Raw, name: string, lineOf: YamlWithLines['lineOf'], mayTakeOut: boolean) {
    this.#value = value;
    this.#name = name;
    this.#lineOf = lineOf;
    this.#mayTakeOut = mayTakeOut;
    this.#presence = this.#schemas.source.safeParse(value.source).data?.columns ?? 'required';
    const shape = this.#schemas.mapping.safeParse(value);
    this.problems = shape.success ? [] : schemaProblems(shape.error.issues);
  }

  read(): MappingParts {
    const { data } = this.#schemas.mapping.safeParse(this.#value);
    const source = this.#schemas.source.safeParse(this.#value.source).data;
    return {
      source: source === undefined ? {} : sourceParts(source, this.#context('source').complain),
      joins: this.#joins(),
      severities: this.#severities(),
      fields: this.#rules(this.#value.fields, 'user', ['fields']),
      duplicates: data?.duplicates,
      allowAdminGroups: data?.['allow-admin-groups'],
      emailVerified: this.#condition('email-verified'),
      unverifiedEmail: data?.['unverified-email'],
      mfaSetUp: this.#condition('mfa-set-up'),
      password: this.#unlessNull(this.#value.password, ['password'], (raw) => {
        const password = this.#schemas.password.safeParse(raw).data;
        return password === undefined ? {} : passwordParts(password, this.#context('password'));
      }),
      skip: this.#unlessNull(this.#value.skip, ['skip'], (raw) => this.#skips(raw)),
      identities: this.#entries('identities', 'identity'),
      groups: this.#entries('groups', 'group'),
      consents: this.#entries('consents', 'consent'),
      createOnly: this.#createOnly(),
    };
  }

  #createOnly(): readonly string[] | undefined {
    const listed = this.#schemas.createOnly.safeParse(this.#value['create-only']).data;
    for (const [index, field] of (listed ?? []).entries()) {
      const { complain } = this.#context('create-only', index);
      if (findField('user', field) === undefined) complain([], explainUnknown('user', field));
      else if (field === 'sub') complain([], 'sub cannot be create-only: it says who a user is');
      else if (field.startsWith('password_hash_info.'))
        complain([], `${field} cannot be create-only: a delta sends a password only when it changed in the source`);
    }
    return listed;
  }

  #context(...path: Path): RuleContext {
    return {
      at: (...inner) => `${this.#name}:${this.#lineOf([...path, ...inner])}`,
      complain: (inner, message) => this.problems.push({ path: [...path, ...inner], message }),
      presence: this.#presence,
    };
  }

  #unlessNull<T>(raw: unknown, path: Path, make: (raw: unknown) => T): T | null | undefined {
    if (raw === undefined) return undefined;
    if (raw !== null) return make(raw);
    if (!this.#mayTakeOut) this.#context(...path).complain([], 'is empty; null only takes out what a preset has');
    return null;
  }

  #rules(raw: unknown, shape: Shape, path: Path): Map<string, FieldRule | null> {
    const made = new Map<string, FieldRule | null>();
    for (const [key, value] of Object.entries(isObject(raw) ? raw : {})) {
      const context = this.#context(...path, key);
      const field = findField(shape, key);
      if (field === undefined) context.complain([], explainUnknown(shape, key));
      else if (field.type === 'identities') context.complain([], 'goes next to `fields`, as a list of entries');
      const rule = this.#unlessNull(value, [...path, key], () => this.#schemas.rule.safeParse(value).data);
      if (field === undefined || rule === undefined) continue;
      made.set(key, rule === null ? null : fieldRule(field, rule, context));
    }
    return made;
  }

  #entries(key: 'identities' | 'groups' | 'consents', shape: Shape): readonly Entry[] | null | undefined {
    return this.#unlessNull(this.#value[key], [key], (raw) =>
      (Array.isArray(raw) ? raw : []).map((entry: unknown, index): Entry => {
        const { each, ...fields } = isObject(entry) ? entry : {};
        const rules = [...this.#rules(fields, shape, [key, index]).values()].filter((rule) => rule !== null);
        const { at, presence } = this.#context(key, index, 'each');
        return { each: typeof each === 'string' ? { text: each, at: at(), presence } : null, rules };
      }),
    );
  }

  #condition(key: 'email-verified' | 'mfa-set-up'): Condition | null | undefined {
    return this.#unlessNull(this.#value[key], [key], (raw) => {
      const { data } = this.#schemas.when.safeParse(raw);
      return data === undefined ? null : conditionRule(data, [], this.#context(key));
    });
  }

  #skips(raw: unknown): SkipRule[] {
    return (Array.isArray(raw) ? raw : []).flatMap((each: unknown, index): SkipRule[] => {
      const { data } = this.#schemas.skipRule.safeParse(each);
      if (data === undefined) return [];
      return [{ reason: data.reason, when: conditionRule(data.when, ['when'], this.#context('skip', index)) }];
    });
  }

  #joins(): Map<string, JoinParts | null> {
    const joins = Object.entries(isObject(this.#value.join) ? this.#value.join : {});
    return new Map(
      joins.map(([name, raw]) => [name, this.#unlessNull(raw, ['join', name], () => this.#join(name, raw)) ?? null]),
    );
  }

  #join(name: string, raw: unknown): JoinParts {
    const { file, source, many, key, equals } = this.#schemas.join.safeParse(raw).data ?? {};
    const rule = (end: 'key' | 'equals', given: typeof key): FieldRule | undefined => {
      const field = { ...KEY_FIELD, name: `join.${name}.${end}`, path: [end] };
      const context = this.#context('join', name, end);
      const made = given === undefined ? undefined : fieldRule(field, given, context);
      // Keys are looked up before the record's expressions are evaluated, which may look into what was found.
      if (made?.source.kind === 'expr') context.complain(['expr'], 'does not go with the key of a join');
      return made;
    };
    const [keyRule, equalsRule] = [rule('key', key), rule('equals', equals)];
    return {
      at: this.#context('join', name).at(),
      ...(file !== undefined && { files: listOf(file) }),
      ...(source !== undefined && { source: sourceParts(source, this.#context('join', name, 'source').complain) }),
      ...(many !== undefined && { many }),
      ...(keyRule !== undefined && { key: keyRule }),
      ...(equalsRule !== undefined && { equals: equalsRule }),
    };
  }

  #severities(): Mapping['severities'] {
    const { data } = this.#schemas.severities.safeParse(this.#value.rules);
    return new Map(
      Object.entries(data ?? {}).map(([code, severity]) => [code, { severity, at: this.#context('rules', code).at() }]),
    );
  }
}

function isObject(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

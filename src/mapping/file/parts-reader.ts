import { isPlainObject } from '../../password/json-object.ts';
import { InputError } from '../../runtime/input-error.ts';
import { type CidaasField, explainUnknown, findField, type Shape } from '../../user/cidaas-fields.ts';
import { alternatives, type Condition, type FieldRule, type Presence, type SourceRef } from '../field-rule.ts';
import type { ListEntry, Mapping, SkipRule, StatusSource } from '../mapping.ts';
import type { JoinParts, MappingParts } from './mapping-parts.ts';
import { mappingSchemas } from './mapping-schema.ts';
import { passwordParts } from './password-rule.ts';
import { type RuleContext, readCondition, readRule } from './rule-reader.ts';
import { inFileOrder, type SchemaProblem, schemaProblems } from './schema-problems.ts';
import { listOf, sourceParts } from './source-rule.ts';
import { unindentedKeys } from './unindented-keys.ts';
import { readYaml, type YamlWithLines } from './yaml-lines.ts';

/**
 * Reads one mapping file. A file that changes a preset may be empty, and may remove parts of the preset (null).
 *
 * @throws InputError with every problem of the file, in the order of its lines.
 */
export function readParts(text: string, name: string, changesPreset: boolean): MappingParts {
  const yaml = readYaml(text.replace(/^\uFEFF/, ''));
  if (yaml.errors.length > 0) {
    throw new InputError(yaml.errors.map(({ line, message }) => `${name}:${line}: ${message.replace(/\.?$/, '.')}`));
  }
  const value = changesPreset ? (yaml.value ?? {}) : yaml.value;
  if (value === null)
    throw new InputError([
      `${name}: the file is empty. \`cidaas-migrate init\` proposes a first mapping for an export.`,
    ]);
  if (!isPlainObject(value))
    throw new InputError([`${name}:1: a mapping file must have the key fields or identities.`]);
  // All else that seems to be wrong then is a consequence.
  const unindented = unindentedKeys(value, new Set(Object.keys(mappingSchemas().mapping.shape)));
  if (unindented.length > 0)
    throw new InputError(unindented.map(({ path, message }) => `${name}:${yaml.lineOf(path)}: ${message}.`));
  const reader = new PartsReader(value, name, yaml.lineOf, changesPreset);
  const parts = reader.read();
  if (reader.problems.length > 0) throw new InputError(inFileOrder(reader.problems, name, yaml.lineOf));
  return parts;
}

/** Built once: that takes longer than reading a file with them, and two files are read for a mapping with a preset. */
const SCHEMAS = mappingSchemas();

type Raw = { readonly [key: string]: unknown };
type Path = readonly PropertyKey[];

/** The key of a join is a text, made like a field's value. */
const KEY_FIELD = { type: 'text', level: 'account', clearable: false } as const satisfies Partial<CidaasField>;

/** The schema reports what has the wrong shape; the parts that have the right one are read too, to report all problems at once. */
class PartsReader {
  readonly problems: SchemaProblem[];
  readonly #value: Raw;
  readonly #name: string;
  readonly #lineOf: YamlWithLines['lineOf'];
  readonly #mayRemove: boolean;
  readonly #presence: Presence;
  readonly #ruleLines: { [field: string]: number } = {};

  constructor(value: Raw, name: string, lineOf: YamlWithLines['lineOf'], mayRemove: boolean) {
    this.#value = value;
    this.#name = name;
    this.#lineOf = lineOf;
    this.#mayRemove = mayRemove;
    this.#presence = SCHEMAS.source.safeParse(value.source).data?.columns ?? 'required';
    this.problems = schemaProblems(SCHEMAS.mapping, value);
  }

  read(): MappingParts {
    const { data } = SCHEMAS.mapping.safeParse(this.#value);
    const source = SCHEMAS.source.safeParse(this.#value.source).data;
    return {
      source: source === undefined ? {} : sourceParts(source, this.#context('source').addProblem),
      joins: this.#joins(),
      severities: this.#severities(),
      fields: this.#rules(this.#value.fields, 'user', ['fields']),
      duplicates: data?.duplicates,
      allowAdminGroups: data?.['allow-admin-groups'],
      emailVerified: this.#condition('email-verified'),
      unverifiedEmail: data?.['unverified-email'],
      mfaSetUp: this.#condition('mfa-set-up'),
      phoneRegion: this.#unlessNull(this.#value['phone-region'], ['phone-region'], () => {
        const region = data?.['phone-region'];
        return region == null ? null : { region, at: this.#context('phone-region').at() };
      }),
      password: this.#unlessNull(this.#value.password, ['password'], (raw) => {
        const password = SCHEMAS.password.safeParse(raw).data;
        return password === undefined ? {} : passwordParts(password, this.#context('password'));
      }),
      skip: this.#unlessNull(this.#value.skip, ['skip'], (raw) => this.#skips(raw)),
      identities: this.#entries('identities', 'identity'),
      groups: this.#entries('groups', 'group'),
      consents: this.#entries('consents', 'consent'),
      ignore: SCHEMAS.ignore.safeParse(this.#value.ignore).data ?? [],
      statusSources: this.#statusSources(),
      createOnly: this.#createOnly(),
      ruleLines: this.#ruleLines,
    };
  }

  #createOnly(): readonly string[] | undefined {
    const listed = SCHEMAS.createOnly.safeParse(this.#value['create-only']).data;
    for (const [index, field] of (listed ?? []).entries()) {
      const { addProblem } = this.#context('create-only', index);
      if (findField('user', field) === undefined) addProblem([], explainUnknown('user', field));
      else if (field === 'sub') addProblem([], 'sub cannot be create-only: it identifies the user');
      else if (field.startsWith('password_hash_info.'))
        addProblem([], `${field} cannot be create-only: a delta sends a password only when it changed in the source`);
    }
    return listed;
  }

  #statusSources(): readonly StatusSource[] | undefined {
    const listed = SCHEMAS.statusSources.safeParse(this.#value['status-source']).data;
    return listed?.map(({ any, where = [], only = null, missing, how }, index): StatusSource => {
      const { at } = this.#context('status-source', index);
      const presence = this.#presence === 'loose' ? 'loose' : 'optional';
      const ref = (text: string): SourceRef => ({ text, at: at(), presence });
      return {
        at: at(),
        any: listOf(any).map(ref),
        where: listOf(where).map(ref),
        only,
        missing: missing ?? 'stop',
        how,
      };
    });
  }

  #context(...path: Path): RuleContext {
    return {
      at: (...inner) => `${this.#name}:${this.#lineOf([...path, ...inner])}`,
      addProblem: (inner, message) => this.problems.push({ path: [...path, ...inner], message }),
      presence: this.#presence,
      field: null,
    };
  }

  #unlessNull<T>(raw: unknown, path: Path, make: (raw: unknown) => T): T | null | undefined {
    if (raw === undefined) return undefined;
    if (raw !== null) return make(raw);
    if (!this.#mayRemove) this.#context(...path).addProblem([], 'is empty; null can only remove what a preset has');
    return null;
  }

  #rules(raw: unknown, shape: Shape, path: Path): Map<string, FieldRule | null> {
    const made = new Map<string, FieldRule | null>();
    for (const [key, value] of Object.entries(isPlainObject(raw) ? raw : {})) {
      const context = this.#context(...path, key);
      const field = findField(shape, key);
      if (field === undefined) context.addProblem([], explainUnknown(shape, key));
      else if (field.type === 'identities') context.addProblem([], 'goes next to `fields`, as a list of entries');
      const rule = this.#unlessNull(value, [...path, key], () => SCHEMAS.rule.safeParse(value).data);
      if (field === undefined || rule === undefined) continue;
      const read = rule === null ? null : readRule(field, rule, context);
      made.set(key, read);
      if (rule === null || read === null) continue;
      if (shape === 'user' && key === 'provider' && !alternatives(read).every(givesOwnWord))
        context.addProblem([], NO_PROVIDER);
      // Of several rules for the field it is the first one's line.
      this.#ruleLines[fieldPath(path, key)] = this.#lineOf([...path, key, 0]);
    }
    return made;
  }

  #entries(key: 'identities' | 'groups' | 'consents', shape: Shape): readonly ListEntry[] | null | undefined {
    return this.#unlessNull(this.#value[key], [key], (raw) =>
      (Array.isArray(raw) ? raw : []).map((entry: unknown, index): ListEntry => {
        const { each, ...fields } = isPlainObject(entry) ? entry : {};
        const rules = [...this.#rules(fields, shape, [key, index]).values()].filter((rule) => rule !== null);
        const { at, presence } = this.#context(key, index, 'each');
        return { each: typeof each === 'string' ? { text: each, at: at(), presence, field: null } : null, rules };
      }),
    );
  }

  #condition(key: 'email-verified' | 'mfa-set-up'): Condition | null | undefined {
    return this.#unlessNull(this.#value[key], [key], (raw) => {
      const { data } = SCHEMAS.when.safeParse(raw);
      return data === undefined ? null : readCondition(data, [], this.#context(key));
    });
  }

  #skips(raw: unknown): SkipRule[] {
    return (Array.isArray(raw) ? raw : []).flatMap((each: unknown, index): SkipRule[] => {
      const { data } = SCHEMAS.skipRule.safeParse(each);
      if (data === undefined) return [];
      return [{ reason: data.reason, when: readCondition(data.when, ['when'], this.#context('skip', index)) }];
    });
  }

  #joins(): Map<string, JoinParts | null> {
    const joins = Object.entries(isPlainObject(this.#value.join) ? this.#value.join : {});
    return new Map(
      joins.map(([name, raw]) => [name, this.#unlessNull(raw, ['join', name], () => this.#join(name, raw)) ?? null]),
    );
  }

  #join(name: string, raw: unknown): JoinParts {
    const { file, source, many, key, equals } = SCHEMAS.join.safeParse(raw).data ?? {};
    const rule = (end: 'key' | 'equals', given: typeof key): FieldRule | undefined => {
      const field = { ...KEY_FIELD, name: `join.${name}.${end}`, path: [end] };
      const context = this.#context('join', name, end);
      const made = given === undefined ? undefined : readRule(field, given, context);
      // Keys are looked up before the record's expressions are evaluated, which may look into what was found.
      if (made?.source.kind === 'expr') context.addProblem(['expr'], 'cannot make the key of a join');
      return made;
    };
    const [keyRule, equalsRule] = [rule('key', key), rule('equals', equals)];
    return {
      at: this.#context('join', name).at(),
      ...(file !== undefined && { files: listOf(file) }),
      ...(source !== undefined && { source: sourceParts(source, this.#context('join', name, 'source').addProblem) }),
      ...(many !== undefined && { many }),
      ...(keyRule !== undefined && { key: keyRule }),
      ...(equalsRule !== undefined && { equals: equalsRule }),
    };
  }

  #severities(): Mapping['severities'] {
    const { data } = SCHEMAS.severities.safeParse(this.#value.rules);
    return new Map(
      Object.entries(data ?? {}).map(([code, severity]) => [code, { severity, at: this.#context('rules', code).at() }]),
    );
  }
}

/** Whether a rule can only give what the mapping itself contains. */
function givesOwnWord({ source, change }: FieldRule): boolean {
  return source.kind === 'value' || change?.kind === 'table';
}

const NO_PROVIDER =
  'needs a table from words of the source to providers of the tenant, because nobody can log in with a provider that the tenant does not have';

/** The name under which problems know a field: `email` of `fields`, `identities[0].email` of an entry. */
function fieldPath([list, index]: Path, field: string): string {
  return index === undefined ? field : `${String(list)}[${String(index)}].${field}`;
}

import * as z from 'zod';
import { fieldNames, type Shape } from '../../user/cidaas-fields.ts';

/**
 * The schema of a mapping file as YAML gives it, and of its parts: the one truth about its shape, for reading it and for
 * editors. What needs more than shape (names of fields, steps that exclude each other) is looked at in `field-rule.ts`.
 */
export function mappingSchemas() {
  const plain = z.union([z.string().regex(/\S/), z.number(), z.boolean()]);
  const ref = z.string().min(1);
  const refs = z.array(ref).min(1);

  const comparison = z.strictObject({
    from: ref.describe('Column or path to look at.'),
    is: oneOrMore(plain).optional().describe('True when the trimmed text is this, or one of these.'),
    not: oneOrMore(plain).optional().describe('True when the trimmed text is none of these.'),
    empty: z.boolean().optional().describe('True when there is nothing (true) or something (false).'),
    matches: ref.optional().describe('A JavaScript regular expression that the trimmed text must match somewhere.'),
    has: oneOrMore(plain).optional().describe('True when the list has this text, or one of these.'),
    lacks: oneOrMore(plain).optional().describe('True when the list has none of these texts.'),
    future: z
      .boolean()
      .optional()
      .describe('True when the point in time lies ahead, or is none that can be read; empty is past.'),
  });
  const any = z.strictObject({
    get any() {
      return z.array(condition).min(1).describe('One of these conditions must hold.');
    },
  });
  const condition = z.union([comparison, any]);
  const when = z.union([comparison, any, z.array(condition).min(1)]);

  const formats = oneOrMore(z.string().min(1));
  const detailed = z.strictObject({
    from: ref.optional().describe('Column of a CSV export, or path into a JSON record (`profile.emails[0].value`).'),
    first: refs.optional().describe('The first of these columns or paths that is not empty.'),
    concat: refs.optional().describe('These columns or paths, put together with `separator`; empty ones are left out.'),
    expr: ref.optional().describe('A JSONata expression over the whole record.'),
    json: ref.optional().describe('The source is JSON written as text: take what stands at this path of it.'),
    replace: z
      .record(z.string().min(1), z.string())
      .optional()
      .describe('Regular expression → replacement for every match ($1 is its first group), one after the other.'),
    separator: z.string().optional().describe('Between the parts of `concat`; a space unless given.'),
    value: z
      .union([plain, z.array(plain).min(1)])
      .optional()
      .describe('A constant.'),
    when: when.optional().describe('Only then is the field filled; several conditions must all hold.'),
    trim: z.boolean().optional().describe('Remove white space at both ends; true unless given.'),
    case: z.enum(['lower', 'upper']).optional().describe('Change the letters.'),
    split: z.string().min(1).optional().describe('Separator of a list inside one cell.'),
    table: z
      .record(z.string().min(1), z.union([plain, z.array(plain).min(1), z.null()]))
      .optional()
      .describe('Value in the source → value for cidaas; null leaves the field out.'),
    else: z
      .union([plain, z.array(plain).min(1), z.null()])
      .optional()
      .describe('For values that are not in `table`; without it they make the row invalid.'),
    date: formats.optional().describe('Format of a date: `dd.MM.yyyy`, `iso`, or several of them.'),
    instant: formats
      .optional()
      .describe('Format of a point in time: `iso`, `epoch-seconds`, `epoch-milliseconds`, `dd.MM.yyyy HH:mm` …'),
    zone: ref.optional().describe('IANA zone of instants that name no offset: `Europe/Berlin`.'),
    phone: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional()
      .describe('Turn into E.164; the country (ISO 3166, two letters) of numbers without country code.'),
    uuid5: z
      .guid()
      .optional()
      .describe('Turn into a stable UUID: the namespace UUID. Choose it once, never change it.'),
    type: z.enum(['string', 'number', 'boolean', 'list', 'json']).optional().describe('Type of a custom field.'),
    default: z
      .union([plain, z.array(plain).min(1)])
      .optional()
      .describe('Taken when the source is empty.'),
    column: z
      .literal('required')
      .optional()
      .describe('A CSV file must have the columns of this rule, whatever source.columns says.'),
    empty: z
      .enum(['clear', 'refuse'])
      .optional()
      .describe('An empty source asks cidaas to clear the field, or makes the row invalid.'),
  });
  const rule = z
    .union([ref, detailed, z.array(detailed).min(1)])
    .describe('A column or path, how the field is made, or several of these: the first that gives a value counts.');
  const rules = (shape: Shape) => z.record(z.string(), z.union([rule, z.null()])).meta({ cidaasShape: shape });
  const entries = (shape: Shape) => z.array(rules(shape)).min(1).nullish();

  const source = z.strictObject({
    format: z.enum(FORMATS).optional().describe('Format of the files, as the input `format`.'),
    records: oneOrMore(ref).optional().describe('Where the list of records stands in a JSON document: `data.users`.'),
    header: z
      .union([z.array(z.string()).min(1), z.strictObject({ with: z.array(ref).min(2) })])
      .optional()
      .describe('The columns of a CSV file without header; or columns by which a header is found behind other lines.'),
    columns: z
      .enum(['required', 'optional', 'loose'])
      .optional()
      .describe('Whether the columns that this file names must be there, and whether their spelling matters.'),
    unquote: z.string().min(1).optional().describe("Taken off the beginning of every cell, such as '."),
    empty: oneOrMore(z.string().min(1)).optional().describe('Words that stand for an empty cell, such as NULL.'),
  });
  const join = z.strictObject({
    file: oneOrMore(ref).optional().describe('Path or glob in the workspace.'),
    source: source.omit({ columns: true }).optional().describe('How these files are built.'),
    key: z.union([ref, detailed]).optional().describe('Makes the key of a joined record.'),
    equals: z.union([ref, detailed]).optional().describe('Makes the key of a record of the export.'),
    many: z.boolean().optional().describe('Many joined records may belong to one record of the export: a list.'),
  });

  const skipRule = z.strictObject({ reason: z.string().min(1).describe('Stands in the report.'), when });
  const { from, first, concat, separator, expr, json, replace } = detailed.shape;
  const password = z.strictObject({
    ...{ from, first, concat, separator, expr, json, replace },
    when: when.optional().describe('Only such users have a password; the others are not missed one.'),
    algorithm: z.union([ref, detailed]).optional().describe('What the value is when it does not say so itself.'),
    salt: z.union([ref, detailed]).optional().describe('Column or path of the salt.'),
    saltEncoding: z.enum(['text', 'hex', 'base64']).optional().describe('How the salt is written; text unless given.'),
    saltPosition: z
      .enum(['prefix', 'suffix'])
      .optional()
      .describe('The salt of a digest, before or after the password.'),
    passwordEncoding: z
      .enum(['utf8', 'utf16le', 'latin1'])
      .optional()
      .describe('How the source turned passwords into bytes.'),
    iterations: z.union([ref, detailed]).optional().describe("Column or path of PBKDF2's iterations or bcrypt's cost."),
    firebase: z
      .strictObject({
        rounds: z.int().min(1).max(64),
        mem_cost: z.int().min(1).max(30),
        base64_salt_separator: z.string(),
      })
      .optional()
      .describe('Password hash parameters of the Firebase project; never its signer key.'),
    verifier: ref.optional().describe("Id of the tenant's verifier for hashes that cidaas does not check: CUSTOM_…"),
    ids: z.record(z.string(), ref).optional().describe('Ids of the tenant, by algorithm.'),
    optional: z.boolean().optional().describe('Users without a usable hash are imported without a password.'),
  });
  const severities = z
    .record(z.string(), z.enum(['error', 'warn', 'off']))
    .describe('How a problem code is taken: error makes the row invalid.');
  const createOnly = z.array(ref);
  const mapping = z
    .strictObject({
      source: source.optional().describe('How the files of the export are built.'),
      join: z
        .record(z.string().regex(JOIN_NAME), z.union([join, z.null()]))
        .optional()
        .describe('Further files, each under the name that references begin with.'),
      duplicates: z
        .enum(['first', 'last', 'error'])
        .optional()
        .describe('Which of the rows that hold the same user counts; the first unless given.'),
      rules: severities.optional(),
      'allow-admin-groups': z
        .boolean()
        .optional()
        .describe('Let users become members of groups that administrate the tenant.'),
      'email-verified': when.nullish().describe('Holds for users whose e-mail address the source has verified.'),
      'unverified-email': z
        .enum(['VERIFIED', 'PENDING', 'skip'])
        .optional()
        .describe('What becomes of users whose e-mail address is not verified.'),
      'mfa-set-up': when.nullish().describe('Holds for users who had a second factor, which cannot be imported.'),
      password: password.nullish().describe('Password hashes, recognised and carried.'),
      skip: z
        .array(skipRule)
        .nullish()
        .describe('Records that are no users to migrate; the first rule that holds gives the reason.'),
      fields: rules('user')
        .optional()
        .describe('cidaas field ← column, path or rule; null takes it out of the preset.'),
      identities: entries('identity').describe('One entry for each further identity (provider) a user may have.'),
      groups: entries('group').describe('Memberships; the sub is filled in.'),
      consents: entries('consent').describe('Consents given or revoked.'),
      'create-only': createOnly
        .optional()
        .describe('Fields that a delta sends for new users and leaves out for users that the tenant has.'),
    })
    .describe('How a record of the export becomes a cidaas user.');
  return { mapping, rule, skipRule, when, source, join, severities, password, createOnly };
}

const FORMATS = ['csv', 'ndjson', 'json', 'ldif'] as const;
/** `each` means the element of a list. */
const JOIN_NAME = /^(?!each$)[A-Za-z][A-Za-z0-9_-]{0,31}$/;

type Schemas = ReturnType<typeof mappingSchemas>;
/** A field's rule of the right shape, before it is made uniform. */
export type RawRule = z.infer<Schemas['rule']>;
type RawSkipRule = z.infer<Schemas['skipRule']>;
export type RawCondition = RawSkipRule['when'];
export type RawSource = z.infer<Schemas['source']>;
export type RawPassword = z.infer<Schemas['password']>;
export type RawJoin = z.infer<Schemas['join']>;

/** The same as JSON Schema, for editors: with the names of cidaas's fields in place of any name. */
export function mappingJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(mappingSchemas().mapping, {
    io: 'input',
    reused: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const shape = zodSchema instanceof z.ZodType ? (zodSchema.meta()?.cidaasShape as Shape | undefined) : undefined;
      if (shape === undefined) return;
      const rule = jsonSchema.additionalProperties;
      delete jsonSchema.cidaasShape;
      delete jsonSchema.propertyNames;
      if (rule === undefined) return;
      // Identities have a block of their own, next to `fields`.
      const names = fieldNames(shape).filter((name) => name !== 'identities');
      jsonSchema.properties = Object.fromEntries(names.map((name) => [name, rule]));
      if (shape === 'user') jsonSchema.patternProperties = { '^customFields\\..': rule };
      else jsonSchema.properties = { each: { type: 'string', description: EACH }, ...jsonSchema.properties };
      jsonSchema.additionalProperties = false;
    },
  });
  return { title: 'Mapping file of cidaas-migrate', ...schema };
}

const EACH = 'Path to a list, or name of a join with many: one entry for each element, which is read as `each`.';

function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)]);
}

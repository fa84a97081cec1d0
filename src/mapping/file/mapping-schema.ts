import * as z from 'zod';
import { SECRET_ID } from '../../password/secret-id.ts';
import { fieldNames, type Shape } from '../../user/cidaas-fields.ts';
import { oneOrMore, regionSchema, ruleSchemas } from './rule-schema.ts';

/**
 * The schema of a mapping file as YAML gives it, and of its parts: the only description of its shape, for reading it and for
 * editors. Each message completes "key: …".
 */
export function mappingSchemas() {
  const { rule, detailed, when, ref } = ruleSchemas();
  const rules = (shape: Shape) => z.record(z.string(), z.union([rule, z.null()])).meta({ cidaasShape: shape });
  const entries = (shape: Shape) => z.array(rules(shape)).min(1).nullish();

  const source = z.strictObject({
    format: z.enum(FORMATS).optional().describe('Format of the files, as the input `format`.'),
    records: oneOrMore(ref)
      .optional()
      .describe(
        'Path to the list of records in a JSON document, `data.users`, or to the records of an XML document: `users/user`.',
      ),
    header: z
      .union([z.array(z.string()).min(1), z.strictObject({ with: z.array(ref).min(2) })])
      .optional()
      .describe('The columns of a CSV file without header; or columns by which a header is found after other lines.'),
    columns: z
      .enum(['required', 'optional', 'loose'])
      .optional()
      .describe('Whether the columns that this file names must exist, and whether their spelling matters.'),
    unquote: z.string().min(1).optional().describe("Removed from the beginning of every cell, such as '."),
    empty: oneOrMore(z.string().min(1)).optional().describe('Words that mean an empty value, such as "-".'),
    nulls: z
      .union([z.literal(false), z.strictObject({ keep: oneOrMore(ref) })])
      .optional()
      .describe('NULL, #NV, ="…" and the like: false reads them as text everywhere, keep in these columns.'),
  });
  const join = z.strictObject({
    file: oneOrMore(ref).optional().describe('Path or glob in the workspace.'),
    source: source.omit({ columns: true, nulls: true }).optional().describe('How these files are built.'),
    key: z.union([ref, detailed]).optional().describe('Makes the key of a joined record.'),
    equals: z.union([ref, detailed]).optional().describe('Makes the key of a record of the export.'),
    many: z.boolean().optional().describe('Many joined records may belong to one record of the export: a list.'),
  });

  const skipRule = z.strictObject({ reason: z.string().min(1).describe('Shown in the report.'), when });
  const { from, first, concat, separator, expr, json, replace } = detailed.shape;
  const password = z.strictObject({
    ...{ from, first, concat, separator, expr, json, replace },
    when: when.optional().describe('Only such users have a password; others are imported without one.'),
    passwordless: when.optional().describe('Such users may have no password; of all others it is required.'),
    algorithm: z.union([ref, detailed]).optional().describe('The algorithm, for a value that does not name its own.'),
    salt: z.union([ref, detailed]).optional().describe('Column or path of the salt.'),
    saltEncoding: z.enum(['text', 'hex', 'base64']).optional().describe('How the salt is written; text unless given.'),
    saltPosition: z
      .enum(['prefix', 'suffix', 'none'])
      .optional()
      .describe('The salt of a digest, before or after the password; none: the source uses no salt.'),
    secret: z
      .string()
      .regex(SECRET_ID, 'must be a name of letters, digits, _, . and -, never the secret itself')
      .optional()
      .describe('Name of a secret of the source (pepper, system salt, cookie key) that goes into its hashes.'),
    secretPosition: z
      .enum(['prefix', 'suffix'])
      .optional()
      .describe('The secret of a digest, before or after password and salt.'),
    passwordEncoding: z
      .enum(['utf8', 'utf16le', 'latin1'])
      .optional()
      .describe('How the source turned passwords into bytes.'),
    iterations: z
      .union([ref, z.int().min(1), detailed])
      .optional()
      .describe("PBKDF2's iterations or bcrypt's cost: a number for all users, or the column or path of one."),
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
    unproven: z
      .enum(['canary', 'accept', 'none'])
      .optional()
      .describe(
        'Hashes that cidaas checks, of which nothing proves how they were made: an apply needs a password-canary (canary, unless given), or sends them all the same (accept). none: the source is known to hash the password itself.',
      ),
  });
  const severities = z
    .record(z.string(), z.enum(['error', 'warn', 'off']))
    .describe('How a problem code is taken: error makes the row invalid.');
  const createOnly = z.array(ref);
  const ignore = z.array(ref);
  const statusSources = z.array(
    z.strictObject({
      any: oneOrMore(ref).describe('Columns or paths that say who is blocked; the export must have one of them.'),
      where: oneOrMore(ref).optional().describe('Only exports that have one of these columns or paths need it.'),
      only: z.literal('csv').optional().describe('JSON leaves it out for users who are not blocked.'),
      missing: z.literal('warn').optional().describe('An export without it is planned with a warning.'),
      how: z.string().min(1).describe('How to export it, for the message: "Export the column status".'),
    }),
  );
  const mapping = z
    .strictObject({
      source: source.optional().describe('How the files of the export are built.'),
      join: z
        .record(
          z.string().regex(JOIN_NAME, 'is not a name for a join: use up to 32 letters, digits, _ and -, and not each'),
          z.union([join, z.null()]),
        )
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
      'phone-region': regionSchema()
        .nullish()
        .describe('Country of phone numbers without country code, if the record names none: DE.'),
      'mfa-set-up': when.nullish().describe('Holds for users who had a second factor, which cannot be imported.'),
      password: password.nullish().describe('Password hashes, recognised and carried.'),
      skip: z
        .array(skipRule)
        .nullish()
        .describe('Records that are not users to migrate; the first rule that holds gives the reason.'),
      fields: rules('user')
        .optional()
        .describe('cidaas field ← column, path or rule; null takes it out of the preset.'),
      identities: entries('identity').describe('One entry for each further identity (provider) a user may have.'),
      groups: entries('group').describe('Memberships; the sub is filled in.'),
      consents: entries('consent').describe('Consents given or revoked.'),
      ignore: ignore
        .optional()
        .describe('Columns or paths that are not read and are no state of an account, although they look like one.'),
      'status-source': statusSources
        .optional()
        .describe('Where the source says who is blocked: an export without it stops the plan.'),
      'create-only': createOnly
        .optional()
        .describe('Fields that a delta sends for new users and leaves out for users that the tenant has.'),
    })
    .describe('How a record of the export becomes a cidaas user.');
  return { mapping, rule, skipRule, when, source, join, severities, password, createOnly, ignore, statusSources };
}

const FORMATS = ['csv', 'ndjson', 'json', 'ldif', 'xml', 'impex'] as const;
/** `each` means the element of a list. */
const JOIN_NAME = /^(?!each$)[A-Za-z][A-Za-z0-9_-]{0,31}$/;

type Schemas = ReturnType<typeof mappingSchemas>;
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

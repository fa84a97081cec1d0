import * as z from 'zod';
import { fieldNames, type Shape } from './cidaas-fields.ts';

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
    empty: z.literal('clear').optional().describe('An empty source asks cidaas to clear the field.'),
  });
  const rule = z.union([ref, detailed]).describe('A column or path, or how the field is made.');
  const rules = (shape: Shape) => z.record(z.string(), rule).meta({ cidaasShape: shape });

  const skipRule = z.strictObject({ reason: z.string().min(1).describe('Stands in the report.'), when });
  const createOnly = z.array(ref);
  const mapping = z
    .strictObject({
      skip: z
        .array(skipRule)
        .optional()
        .describe('Records that are no users to migrate; the first rule that holds gives the reason.'),
      fields: rules('user').optional().describe('cidaas field ← column, path or rule.'),
      identities: z
        .array(rules('identity'))
        .min(1)
        .optional()
        .describe('One entry for each identity (provider) a user may have.'),
      groups: z.array(rules('group')).min(1).optional().describe('Memberships; the sub is filled in.'),
      consents: z.array(rules('consent')).min(1).optional().describe('Consents given or revoked.'),
      'create-only': createOnly
        .optional()
        .describe('Fields that a delta sends for new users and leaves out for users that the tenant has.'),
    })
    .describe('How a record of the export becomes a cidaas user.');
  return { mapping, rule, skipRule, createOnly };
}

type Schemas = ReturnType<typeof mappingSchemas>;
/** A field's rule of the right shape, before it is made uniform. */
export type RawRule = z.infer<Schemas['rule']>;
export type RawSkipRule = z.infer<Schemas['skipRule']>;
export type RawCondition = RawSkipRule['when'];

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
      jsonSchema.additionalProperties = false;
    },
  });
  return { title: 'Mapping file of cidaas-migrate', ...schema };
}

function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)]);
}

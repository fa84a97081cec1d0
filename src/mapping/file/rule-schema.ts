import * as z from 'zod';

/**
 * The zod schema of a field's rule and of a condition, as YAML gives them. `rule-reader.ts` makes a `FieldRule` of what fits
 * it; `rule-checks.ts` looks for what a schema cannot express. Each message completes "key: …".
 */
export function ruleSchemas() {
  const scalar = z.union([z.string().regex(/\S/, NOT_EMPTY), z.number(), z.boolean()]);
  const constant = z.union([scalar, z.array(scalar).min(1)]);
  const ref = z.string().min(1).max(1_000);
  const refs = z.array(ref).min(1);

  const listText = z
    .literal('php')
    .optional()
    .describe('The cell is a list that PHP wrote with serialize(): a:1:{i:0;s:9:"ROLE_USER";}.');

  const comparison = z.strictObject({
    from: ref.describe('Column or path to look at.'),
    json: ref.optional().describe('The source is JSON, also written as text: compare the value at this path of it.'),
    split: z.string().min(1).optional().describe('Separator of a list inside one cell, for has, lacks and the like.'),
    list: listText,
    is: oneOrMore(scalar).optional().describe('True when the trimmed text is this, or one of these.'),
    not: oneOrMore(scalar).optional().describe('True when the trimmed text is none of these.'),
    empty: z.boolean().optional().describe('True when there is nothing (true) or something (false).'),
    matches: z
      .string()
      .min(1)
      .optional()
      .describe('A JavaScript regular expression that the trimmed text must match somewhere.'),
    has: oneOrMore(scalar).optional().describe('True when the list has this text, or one of these.'),
    lacks: oneOrMore(scalar).optional().describe('True when the list has none of these texts.'),
    includes: oneOrMore(ref)
      .optional()
      .describe(
        'True when the list, also one in a cell, has the value of this column or path, or of the first of these.',
      ),
    excludes: oneOrMore(ref).optional().describe('True when the list does not have this value.'),
    future: z
      .boolean()
      .optional()
      .describe(
        'True when the point in time is in the future; an empty value is past, one that cannot be read an error.',
      ),
    unit: z.literal('days').optional().describe('With `future`: the value counts days since 1970 (shadowExpire).'),
  });
  const any = z.strictObject({
    get any() {
      return z.array(condition).min(1).describe('One of these conditions must hold.');
    },
  });
  const condition = z.union([comparison, any]);
  const when = z.union([comparison, any, z.array(condition).min(1)]);

  const region = regionSchema();
  const formats = oneOrMore(z.string().min(1));
  const detailed = z.strictObject({
    from: ref.optional().describe('Column of a CSV export, or path into a JSON record (`profile.emails[0].value`).'),
    first: refs.optional().describe('The first of these columns or paths that is not empty.'),
    concat: refs.optional().describe('These columns or paths, joined with `separator`; empty ones are left out.'),
    expr: z.string().min(1).max(20_000).optional().describe('A JSONata expression over the whole record.'),
    json: ref.optional().describe('The source is JSON written as text: take the value at this path of it.'),
    replace: z
      .record(z.string().min(1), z.string())
      .optional()
      .describe('Regular expression → replacement for every match ($1 is its first group), one after the other.'),
    separator: z.string().optional().describe('Between the parts of `concat`; a space unless given.'),
    value: constant.optional().describe('A constant.'),
    when: when.optional().describe('Only then is the field filled; several conditions must all hold.'),
    trim: z.boolean().optional().describe('Remove white space at both ends; true unless given.'),
    case: z.enum(['lower', 'upper']).optional().describe('Change the letters.'),
    split: z.string().min(1).optional().describe('Separator of a list inside one cell.'),
    list: listText,
    table: z
      .record(z.string().min(1), z.union([...constant.options, z.null()]))
      .optional()
      .describe('Value in the source → value for cidaas; null leaves the field out.'),
    else: z
      .union([...constant.options, z.null()])
      .optional()
      .describe('For values that are not in `table`; without it they make the row invalid.'),
    date: formats.optional().describe('Format of a date: `dd.MM.yyyy`, `iso`, or several of them.'),
    instant: formats
      .optional()
      .describe(
        'Format of a point in time: `iso`, `epoch`, `epoch-seconds`, `epoch-milliseconds`, `dd.MM.yyyy HH:mm` …',
      ),
    zone: ref.optional().describe('IANA zone of instants that name no offset: `Europe/Berlin`.'),
    phone: z
      .union([
        region,
        z.literal(true),
        z.strictObject({
          region: region.optional().describe('Country of numbers without country code, if the record names none.'),
          country: ref.optional().describe('Column or path of the country of the number; else that of the address.'),
        }),
      ])
      .optional()
      .describe('Turn into E.164; the country of numbers without country code if the record names none, or true.'),
    namePart: z
      .enum(['given', 'family'])
      .optional()
      .describe('Take the given names or the family name out of a full name (Ida von Berg; Berg, Ida).'),
    unread: z.literal(true).optional().describe('A value here is not imported, but counted (value.unread).'),
    uuid5: z
      .guid('must be a UUID')
      .optional()
      .describe('Turn into a stable UUID: the namespace UUID. Choose it once, never change it.'),
    opaque: z
      .literal(true)
      .optional()
      .describe('The value is an id, even if it looks like a password hash (32 hexadecimal digits).'),
    type: z.enum(['string', 'number', 'boolean', 'list', 'json']).optional().describe('Type of a custom field.'),
    default: constant.optional().describe('Taken when the source is empty.'),
    column: z
      .literal('required')
      .optional()
      .describe('A CSV file must have the columns of this rule, whatever the value of source.columns.'),
    empty: z
      .enum(['clear', 'refuse'])
      .optional()
      .describe('An empty source asks cidaas to clear the field, or makes the row invalid.'),
  });
  const rule = z
    .union([ref, detailed, z.array(detailed).min(1)])
    .describe('A column or path, how the field is made, or several of these: the first that gives a value counts.');
  return { rule, detailed, when, ref };
}

/** ISO 3166, two letters. */
export function regionSchema() {
  return z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, such as DE');
}

/** One value or a list of them. */
export function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)]);
}

const NOT_EMPTY = 'must not be empty';

type Schemas = ReturnType<typeof ruleSchemas>;
/** A field's rule of the right shape. */
export type RawRule = z.infer<Schemas['rule']>;
/** One rule with its steps as keys. */
export type DetailedRule = z.infer<Schemas['detailed']>;
export type RawCondition = z.infer<Schemas['when']>;

import type { CodeEntry } from './code-entry.ts';

/** The codes of values that are missing, left out, unwrapped or not read. */
export const VALUE_CODES = {
  'text.assumed_encoding': {
    severity: 'warning',
    meaning: 'A value of an LDIF file is not UTF-8, and was read as Windows-1252 (Latin-1).',
    hint: 'Check the umlauts of these users; export again in UTF-8 if they are wrong, and write `rules: { text.assumed_encoding: off }` if they are right.',
  },
  'value.control_characters': {
    severity: 'warning',
    meaning: 'The value begins or ends with control characters, which are removed.',
    hint: 'Export again without them; `source: { nulls: false }` keeps them.',
  },
  'value.formula': {
    severity: 'warning',
    meaning: 'The value is written as a formula (="00217"), and the text inside is taken.',
    hint: 'Nothing to do if this is intended; `source: { nulls: false }` keeps formulas as text.',
  },
  'value.missing': {
    severity: 'error',
    fixed: true,
    meaning: 'The source has no value, but the mapping requires one.',
    hint: 'Add the value to the export, or define in the mapping what an empty value means: `default: …`.',
  },
  'value.null_mark': {
    severity: 'warning',
    meaning: 'The value is a word for no value (NULL, \\N, N/A, #NV and others), and counts as empty.',
    hint: 'Nothing to do if this is right; `source: { nulls: { keep: Name } }` keeps such words of a column as text.',
  },
  'value.too_long': {
    severity: 'error',
    fixed: true,
    meaning: 'A rule makes a text of more than 1,048,576 characters, or a user of more than 16 times as many.',
    hint: "Correct the rule or the record, or leave such values out: `when: { from: …, matches: '^.{0,1000}$' }`.",
  },
  'value.unknown': {
    severity: 'error',
    meaning: 'The value is not in the table of the mapping.',
    hint: 'Add the value to the table, or say what every other value means: `else: …`.',
  },
  'value.unread': {
    severity: 'warning',
    meaning:
      'There is a value in the source that the mapping cannot read: it has another shape, is not text, or is not certain. Where it decides who the user is or may log in, the row is invalid.',
    hint: 'Write the rule of the field in the mapping with a path to where the value is, `from: path.to.value`, or correct the source.',
  },
} as const satisfies { readonly [code: string]: CodeEntry };

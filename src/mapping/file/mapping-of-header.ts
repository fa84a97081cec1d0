import { InputError } from '../../runtime/input-error.ts';
import { DEFAULT_LAYOUT } from '../../source/source-layout.ts';
import { findField } from '../../user/cidaas-fields.ts';
import { PLAIN_CELLS } from '../compile/cell-reading.ts';
import type { FieldRule } from '../field-rule.ts';
import type { Mapping } from '../mapping.ts';

/**
 * The mapping of an export whose columns are named after cidaas fields.
 *
 * @throws InputError when no column is.
 */
export function mappingOfHeader(columns: readonly string[]): Mapping {
  if (columns.every((column) => findField('user', column) === undefined))
    throw new InputError([noKnownColumn(columns)]);
  // A column without a name is empty: spreadsheets write delimiters at the end of a line.
  const named = columns.filter((column) => column !== '');
  const fields = named.map((column): FieldRule => {
    const at = `column "${column}"`;
    return {
      field: column,
      at,
      source: { kind: 'first', refs: [{ text: column, at, presence: 'required', field: column }] },
      when: null,
      json: null,
      replace: [],
      trim: true,
      case: null,
      list: null,
      change: null,
      unread: false,
      empty: null,
      opaque: false,
      type: null,
      otherwise: null,
    };
  });
  return {
    name: 'the header',
    layout: DEFAULT_LAYOUT,
    cells: PLAIN_CELLS,
    joins: [],
    unusedJoins: [],
    duplicates: 'first',
    severities: new Map(),
    allowAdminGroups: false,
    emailVerified: null,
    unverifiedEmail: 'VERIFIED',
    mfaSetUp: null,
    phoneRegion: null,
    password: null,
    // The export itself names what cidaas shall check.
    unproven: 'none',
    skip: [],
    fields,
    identities: [],
    groups: [],
    consents: [],
    ignore: [],
    statusSources: [],
    createOnly: null,
    ruleLines: {},
    written: null,
  };
}

/** Quotes no column: they may be the first record of a file without a header. */
function noKnownColumn(columns: readonly string[]): string {
  const which = columns.length === 1 ? 'The column does not have' : `None of the ${columns.length} columns has`;
  return `${which} the name of a cidaas field. Give a \`mapping\`, and check that the first line of the file is its header.`;
}

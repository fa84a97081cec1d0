import { InputError } from '../input-error.ts';
import type { RecordBody, SourceRecord } from '../source/record.ts';
import { explainUnknown, findField, type Shape } from './cidaas-fields.ts';
import type { CidaasUser } from './cidaas-user.ts';
import { type CompileContext, compileField, type FieldMaker } from './compile-field.ts';
import { compileCondition } from './condition.ts';
import { objectTaker } from './entries.ts';
import { fillLists, listMaker } from './entry-lists.ts';
import { identifiersOf } from './identifiers.ts';
import { loadLibraries } from './libraries.ts';
import type { Mapped } from './mapped.ts';
import type { FieldRule, Mapping } from './mapping.ts';
import type { Target } from './put.ts';
import { Refused } from './refused.ts';
import { columnReader, pathReader, type UnseenPath } from './source-reader.ts';

/** A `RecordMapper` that also knows what it never found. */
export interface CompiledMapper {
  (record: SourceRecord): Mapped;
  /** Paths of the mapping that no record had so far; each is a warning (`path.unseen`) once all records are read. */
  unseen(): readonly UnseenPath[];
}

/**
 * Prepares a mapping for files with one header; `columns` null means JSON records. Without a mapping, columns and keys must
 * bear cidaas's names. Libraries that only some mappings need are loaded here, so that the mapper itself is synchronous.
 *
 * @throws InputError with a sentence for each column or value that does not fit.
 */
export async function compileMapping(
  mapping: Mapping | null,
  columns: readonly string[] | null,
): Promise<CompiledMapper> {
  if (mapping !== null) return compileRules(mapping, columns);
  if (columns === null) return objectMapper();
  if (columns.every((column) => findField('user', column) === undefined))
    throw new InputError([noKnownColumn(columns)]);
  return compileRules(mappingOfHeader(columns), columns);
}

/** Names none of them: they may be the first record of a file without a header. */
function noKnownColumn(columns: readonly string[]): string {
  const which = columns.length === 1 ? 'The column does not bear' : `None of the ${columns.length} columns bears`;
  return `${which} the name of a cidaas field. Give a \`mapping\`, and check that the first line of the file is its header.`;
}

async function compileRules(mapping: Mapping, columns: readonly string[] | null): Promise<CompiledMapper> {
  const lists = [mapping.identities, mapping.groups, mapping.consents];
  const reader = columns === null ? pathReader() : columnReader(columns);
  const problems = reader.problems;
  const libraries = await loadLibraries([...mapping.fields, ...lists.flat(2)]);
  const context: CompileContext = { reader, libraries, problems };

  const skips = mapping.skip.map(({ reason, when }) => ({ reason, holds: compileCondition(when, reader) }));
  const fields = makers(mapping.fields, mapping.identities.length > 0 ? 'account' : 'user', '', context);
  const entries = (['identities', 'groups', 'consents'] as const).map((key) => {
    const shape = { identities: 'identity', groups: 'group', consents: 'consent' } as const;
    return listMaker(
      key,
      mapping[key].map((rules, index) => makers(rules, shape[key], `${key}[${index}].`, context)),
    );
  });
  if (problems.length > 0) throw new InputError([...new Set(problems)]);

  const fill = (body: RecordBody, refused: Refused[]): CidaasUser => {
    const user: Target = {};
    for (const { make, put } of fields) {
      const value = make(body);
      if (value === undefined) continue;
      if (value instanceof Refused) refused.push(value);
      else put(user, value);
    }
    for (const entry of entries) entry(body, user, refused);
    return fillLists(user);
  };
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    for (const { reason, holds } of skips) {
      if (holds(body)) return { kind: 'skipped', reason, identifiers: identifiersOf(fill(body, [])) };
    }
    const refused: Refused[] = [];
    return mapped(fill(body, refused), refused);
  };
  return Object.assign(map, { unseen: () => reader.unseen() });
}

/** JSON records that bear cidaas's names: each key is looked up, since every record may have others. */
function objectMapper(): CompiledMapper {
  const take = objectTaker('user');
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    const user: Target = {};
    const refused: Refused[] = [];
    if (body.kind === 'object') take(body.object, user, refused);
    return mapped(fillLists(user), refused);
  };
  return Object.assign(map, { unseen: () => [] });
}

function mapped(user: CidaasUser, refused: readonly Refused[]): Mapped {
  if (refused.length === 0) return { kind: 'user', user, warnings: NO_WARNINGS };
  return { kind: 'invalid', problems: refused.map(({ problem }) => problem), identifiers: identifiersOf(user) };
}

const NO_WARNINGS = [] as const;

function broken(body: Extract<RecordBody, { kind: 'broken' }>): Mapped {
  return { kind: 'invalid', problems: [body.problem], identifiers: {} };
}

function makers(rules: readonly FieldRule[], shape: Shape, prefix: string, context: CompileContext): FieldMaker[] {
  return rules.flatMap((rule) => {
    const field = findField(shape, rule.field);
    if (field === undefined) {
      context.problems.push(`${rule.at}: ${explainUnknown(shape, rule.field)}`);
      return [];
    }
    return [compileField(rule, field, prefix + field.name, context)];
  });
}

/** The mapping that takes each column for the cidaas field whose name it bears. */
function mappingOfHeader(columns: readonly string[]): Mapping {
  // A column without a name holds nothing: spreadsheets write delimiters at the end of a line.
  const named = columns.filter((column) => column !== '');
  const fields = named.map((column): FieldRule => {
    const at = `column "${column}"`;
    return {
      field: column,
      at,
      source: { kind: 'first', refs: [{ text: column, at }] },
      when: null,
      trim: true,
      case: null,
      split: null,
      change: null,
      empty: null,
      type: null,
    };
  });
  return { name: 'the header', skip: [], fields, identities: [], groups: [], consents: [], createOnly: null };
}

import { InputError } from '../../runtime/input-error.ts';
import type { RecordBody, SourceRecord } from '../../source/record.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import { identifiersOf } from '../../user/identifiers.ts';
import { mappingOfHeader } from '../file/mapping-of-header.ts';
import { passwordRules } from '../file/password-rule.ts';
import type { Mapped, RecordMapper } from '../mapped.ts';
import type { Mapping } from '../mapping.ts';
import { accountState } from './account-state.ts';
import { applySeverities } from './apply-severities.ts';
import type { CompileContext } from './compile-context.ts';
import type { FieldMaker } from './compile-field.ts';
import { compileCondition } from './condition.ts';
import { objectTaker } from './entries.ts';
import { compileEntry, makersOf } from './entry.ts';
import { fillLists, listMaker } from './entry-lists.ts';
import { Expressions } from './expressions.ts';
import { FieldError } from './field-error.ts';
import type { JoinIndex } from './join-index.ts';
import { joinScopes } from './join-scopes.ts';
import { loadLibraries } from './libraries.ts';
import { withOwnIdentity } from './own-identity.ts';
import { passwordMaker } from './password-maker.ts';
import { scopedReader } from './scoped-reader.ts';
import type { Target } from './set-path.ts';
import { ABSENT, columnReader, pathReader, type UnseenPath } from './source-reader.ts';

/** A `RecordMapper` that also knows what it never found. */
export interface CompiledMapper extends RecordMapper {
  /** Paths of the mapping that no record had so far; each is a warning (`path.unseen`) once all records are read. */
  unseen(): readonly UnseenPath[];
}

/** What a mapping needs from outside. */
export interface MappingEnvironment {
  /** There when the mapping has joins. */
  readonly joins?: JoinIndex;
  /** Milliseconds since 1970: what conditions take for the present. */
  readonly now?: number;
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
  environment: MappingEnvironment = {},
): Promise<CompiledMapper> {
  if (mapping !== null) return compileRules(mapping, columns, environment);
  return columns === null ? objectMapper() : compileRules(mappingOfHeader(columns), columns, environment);
}

async function compileRules(
  mapping: Mapping,
  columns: readonly string[] | null,
  { joins, now = 0 }: MappingEnvironment,
): Promise<CompiledMapper> {
  const lists = [mapping.identities, mapping.groups, mapping.consents];
  const rules = [
    ...mapping.fields,
    ...mapping.joins.flatMap(({ key, equals }) => [key, equals]),
    ...lists.flat().flatMap((entry) => entry.rules),
    ...passwordRules(mapping.password),
  ];
  const libraries = await loadLibraries(rules);
  const base = columns === null ? pathReader() : columnReader(columns, mapping.cells);
  const { problems } = base;
  const expressions = new Expressions(libraries.jsonata, problems);
  const plain: CompileContext = { reader: base, libraries, expressions, problems, now };
  const scopes = joinScopes(mapping.joins, joins, plain);
  const context: CompileContext = { ...plain, reader: scopedReader(base, scopes.scopes, mapping.dormantJoins) };
  const { reader } = context;

  const skips = mapping.skip.map(({ reason, when }) => ({ reason, holds: compileCondition(when, reader, now) }));
  const fields = makersOf(mapping.fields, 'user', '', context);
  const entries = (['identities', 'groups', 'consents'] as const).map((key) =>
    listMaker(
      key,
      mapping[key].map((entry, index) => compileEntry(entry, key, index, context)),
    ),
  );
  const password = passwordMaker(mapping.password, context);
  const state = accountState(mapping, context);
  if (columns !== null && problems.length === 0 && mapping.identities.length === 0)
    problems.push(...noIdentifier(mapping, fields));
  const tolerate = applySeverities(mapping.severities);
  if (problems.length > 0) throw new InputError([...new Set(problems)]);

  const fill = (body: RecordBody, refused: FieldError[]): CidaasUser => {
    const user: Target = {};
    for (const { make, put } of fields) {
      const value = make(body);
      if (value === undefined) continue;
      if (value instanceof FieldError) refused.push(value);
      else put(user, value);
    }
    for (const entry of entries) entry(body, user, refused);
    return fillLists(withOwnIdentity(user));
  };
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    const refused: FieldError[] = scopes.enter(body);
    for (const { reason, holds } of skips) {
      if (holds(body)) return { kind: 'skipped', reason, identifiers: identifiersOf(fill(body, [])) };
    }
    const user = fill(body, refused);
    const settled = state(body, user);
    if (settled.kind === 'skipped') return { ...settled, identifiers: identifiersOf(user) };
    const { sent, problem, warning } = password(body);
    if (sent !== null) user.password_hash_info = sent.info;
    const found = tolerate(refused, warning === null ? settled.warnings : [...settled.warnings, warning]);
    const errors = problem === null ? found.errors : [...found.errors, problem];
    if (errors.length === 0) return { kind: 'user', user, warnings: found.warnings, password: sent };
    return { kind: 'invalid', problems: errors, identifiers: identifiersOf(user) };
  };
  const inputOf = (body: RecordBody) => {
    if (body.kind === 'broken') return undefined;
    scopes.enter(body);
    return reader.whole(body);
  };
  const prepare = expressions.any ? (records: readonly SourceRecord[]) => expressions.prepare(records, inputOf) : null;
  return Object.assign(map, { prepare, unseen: () => reader.unseen() });
}

const IDENTIFIERS: readonly string[] = ['email', 'username', 'mobile_number'];

/** A mapping whose columns may be absent fits any file: it must not become a plan in which every row is invalid. */
function noIdentifier({ name, fields }: Mapping, made: readonly FieldMaker[]): string[] {
  const wanted = fields.filter(({ field }) => IDENTIFIERS.includes(field));
  const isThere = made.some(({ rule, make }) => IDENTIFIERS.includes(rule.field) && make !== ABSENT);
  if (isThere || wanted.length === 0) return [];
  return [
    `${name} does not fit: the export has none of the columns that it knows for e-mail address, user name or mobile number.`,
  ];
}

/** JSON records that bear cidaas's names: each key is looked up, since every record may have others. */
function objectMapper(): CompiledMapper {
  const take = objectTaker('user');
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    const user: Target = {};
    const refused: FieldError[] = [];
    if (body.kind === 'object') take(body.object, user, refused);
    const filled = fillLists(user);
    if (refused.length === 0) return { kind: 'user', user: filled, warnings: [], password: null };
    return { kind: 'invalid', problems: refused.map(({ problem }) => problem), identifiers: identifiersOf(filled) };
  };
  return Object.assign(map, { prepare: null, unseen: () => [] });
}

function broken(body: Extract<RecordBody, { kind: 'broken' }>): Mapped {
  return { kind: 'invalid', problems: [body.problem], identifiers: {} };
}

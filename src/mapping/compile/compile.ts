import { InputError } from '../../runtime/input-error.ts';
import type { RecordBody, SourceRecord } from '../../source/record.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import { reportableIdentifiers } from '../../user/identifiers.ts';
import { mappingOfHeader } from '../file/mapping-of-header.ts';
import { passwordRules } from '../file/password-rule.ts';
import type { Mapped, RecordMapper } from '../mapped.ts';
import type { Mapping } from '../mapping.ts';
import { compileAccountState } from './account-state.ts';
import { applySeverities } from './apply-severities.ts';
import type { CompileContext } from './compile-context.ts';
import { type CompiledField, compileFields } from './compile-field.ts';
import { compilePassword } from './compile-password.ts';
import { compileCondition } from './condition.ts';
import { Expressions } from './expressions.ts';
import { objectCopier } from './field-converter.ts';
import { FieldError } from './field-error.ts';
import { type JoinIndex, joinScopes } from './joins.ts';
import { loadLibraries } from './libraries.ts';
import { compileList } from './list-entries.ts';
import { withGroupSubs, withOwnIdentity } from './own-identity.ts';
import { scopedReader } from './scoped-reader.ts';
import type { Target } from './set-path.ts';
import { ABSENT, columnReader, pathReader, type UnseenPath } from './source-reader.ts';

/** A `RecordMapper` that also reports the paths that it never found. */
export interface CompiledMapper extends RecordMapper {
  /** Paths of the mapping that no record had so far; each is a warning (`path.unseen`) once all records are read. */
  unseen(): readonly UnseenPath[];
}

/** What a mapping needs from outside. */
export interface MappingEnvironment {
  /** Required when the mapping has joins. */
  readonly joins?: JoinIndex;
  /** Milliseconds since 1970: the present, for conditions. */
  readonly now?: number;
}

/**
 * Compiles a mapping for files with one header; `columns` null means JSON records. Without a mapping, columns and keys must be
 * named after cidaas fields. Libraries that only some mappings need are loaded here, so that the mapper itself is synchronous.
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
  const baseContext: CompileContext = { reader: base, libraries, expressions, problems, now };
  const scopes = joinScopes(mapping.joins, joins, baseContext);
  const context: CompileContext = { ...baseContext, reader: scopedReader(base, scopes.scopes, mapping.unusedJoins) };
  const { reader } = context;

  const skips = mapping.skip.map(({ reason, when }) => ({ reason, holds: compileCondition(when, reader, now) }));
  const fields = compileFields(mapping.fields, 'user', '', context);
  const fillLists = (['identities', 'groups', 'consents'] as const).map((key) =>
    compileList(key, mapping[key], context),
  );
  const password = compilePassword(mapping.password, context);
  const accountState = compileAccountState(mapping, context);
  if (columns !== null && problems.length === 0 && mapping.identities.length === 0)
    problems.push(...noIdentifier(mapping, fields));
  const sortProblems = applySeverities(mapping.severities);
  if (problems.length > 0) throw new InputError([...new Set(problems)]);

  const fill = (body: RecordBody, errors: FieldError[]): CidaasUser => {
    const user: Target = {};
    for (const { make, put } of fields) {
      const value = make(body);
      if (value === undefined) continue;
      if (value instanceof FieldError) errors.push(value);
      else put(user, value);
    }
    for (const fillList of fillLists) fillList(body, user, errors);
    return withGroupSubs(withOwnIdentity(user));
  };
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    const fieldErrors = scopes.enter(body);
    for (const { reason, holds } of skips) {
      if (holds(body)) return { kind: 'skipped', reason, identifiers: reportableIdentifiers(fill(body, [])) };
    }
    const user = fill(body, fieldErrors);
    const state = accountState(body, user);
    if (state.kind === 'skipped') return { ...state, identifiers: reportableIdentifiers(user) };
    const { sent, problem, warning } = password(body);
    if (sent !== null) user.password_hash_info = sent.info;
    const found = sortProblems(fieldErrors, warning === null ? state.warnings : [...state.warnings, warning]);
    const errors = problem === null ? found.errors : [...found.errors, problem];
    if (errors.length === 0) return { kind: 'user', user, warnings: found.warnings, password: sent };
    return { kind: 'invalid', problems: errors, identifiers: reportableIdentifiers(user) };
  };
  const inputOf = (body: RecordBody) => {
    if (body.kind === 'broken') return undefined;
    scopes.enter(body);
    return reader.toObject(body);
  };
  const prepare = expressions.any ? (records: readonly SourceRecord[]) => expressions.prepare(records, inputOf) : null;
  return Object.assign(map, { prepare, unseen: () => reader.unseen() });
}

const IDENTIFIERS: readonly string[] = ['email', 'username', 'mobile_number'];

/** A mapping whose columns may all be absent fits any file: this must not become a plan in which every row is invalid. */
function noIdentifier({ name, fields }: Mapping, compiled: readonly CompiledField[]): string[] {
  const wanted = fields.filter(({ field }) => IDENTIFIERS.includes(field));
  const isThere = compiled.some(({ rule, make }) => IDENTIFIERS.includes(rule.field) && make !== ABSENT);
  if (isThere || wanted.length === 0) return [];
  return [
    `${name} does not fit: the export has none of the columns that it uses for e-mail address, user name or mobile number.`,
  ];
}

/** JSON records with cidaas's names: each key is looked up, since every record may have different ones. */
function objectMapper(): CompiledMapper {
  const copyFields = objectCopier('user');
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    const user: Target = {};
    const errors: FieldError[] = [];
    if (body.kind === 'object') copyFields(body.object, user, errors);
    const filled = withGroupSubs(user);
    if (errors.length === 0) return { kind: 'user', user: filled, warnings: [], password: null };
    return {
      kind: 'invalid',
      problems: errors.map(({ problem }) => problem),
      identifiers: reportableIdentifiers(filled),
    };
  };
  return Object.assign(map, { prepare: null, unseen: () => [] });
}

function broken(body: Extract<RecordBody, { kind: 'broken' }>): Mapped {
  return { kind: 'invalid', problems: [body.problem], identifiers: {} };
}

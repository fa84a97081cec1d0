import { InputError } from '../../runtime/input-error.ts';
import type { Problem, RecordBody, SourceRecord } from '../../source/record.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import { reportableIdentifiers } from '../../user/identifiers.ts';
import { mappingOfHeader } from '../file/mapping-of-header.ts';
import { passwordRules } from '../file/password-rule.ts';
import type { Mapped, RecordMapper } from '../mapped.ts';
import type { Mapping } from '../mapping.ts';
import { compileAccountState } from './account-state.ts';
import { applySeverities } from './apply-severities.ts';
import { PLAIN_CELLS } from './cell-reading.ts';
import type { CompileContext, PhoneContext } from './compile-context.ts';
import { type CompiledField, compileFields } from './compile-field.ts';
import { compilePassword } from './compile-password.ts';
import { compileCondition, Undecided } from './condition.ts';
import type { ExpressionEvaluator } from './evaluate-expression.ts';
import { Expressions } from './expressions.ts';
import { objectCopier } from './field-converter.ts';
import { FieldError } from './field-error.ts';
import { type JoinIndex, joinScopes } from './joins.ts';
import { loadLibraries, type Phones } from './libraries.ts';
import { compileList } from './list-entries.ts';
import { Overruns } from './overruns.ts';
import { withGroupSubs, withOwnIdentity } from './own-identity.ts';
import { RecordFindings } from './record-findings.ts';
import { RecordLimit } from './record-limit.ts';
import { NO_REGION, regionOfFields, regionReader } from './record-region.ts';
import type { NoteRule } from './rule-trace.ts';
import { scopedReader } from './scoped-reader.ts';
import type { Target } from './set-path.ts';
import type { UnseenPath } from './sightings.ts';
import { ABSENT, columnReader, pathReader } from './source-reader.ts';
import { ownStatus, statusDecider, UNVERIFIED_STATUS } from './status-decision.ts';
import { missingColumns, missingStatus, type StatusReading, statusWayOut, watchStatus } from './status-reading.ts';
import { ValueCleaner } from './value-cleaner.ts';
import { WarnedValue } from './warned-value.ts';
import { WorkMeter } from './work-meter.ts';

/** A `RecordMapper` that also reports what it never found, and what it did not read. */
export interface CompiledMapper extends RecordMapper {
  /** Paths of the mapping that no record had so far; each is a warning (`path.unseen`) once all records are read. */
  unseen(): readonly UnseenPath[];
  /** What was read of the records so far, and what was not; null without a mapping, when every key must be known. */
  status(): StatusReading | null;
}

/** What a mapping needs from outside. */
export interface MappingEnvironment {
  /** Required when the mapping has joins. */
  readonly joins?: JoinIndex;
  /** Required when the mapping has expressions. */
  readonly evaluator?: ExpressionEvaluator;
  /** Counts, over all mappers of a plan, the records that need too much; without it each mapper counts its own, without time. */
  readonly overruns?: Overruns;
  /** Milliseconds since 1970: the present, for conditions. */
  readonly now?: number;
  /** Takes what each rule does with each record. */
  readonly noteRule?: NoteRule;
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
  { joins, evaluator, overruns = new Overruns(() => 0), now = 0, noteRule }: MappingEnvironment,
): Promise<CompiledMapper> {
  const lists = [mapping.identities, mapping.groups, mapping.consents];
  const rules = [
    ...mapping.fields,
    ...mapping.joins.flatMap(({ key, equals }) => [key, equals]),
    ...lists.flat().flatMap((entry) => entry.rules),
    ...passwordRules(mapping.password),
  ];
  const libraries = await loadLibraries(rules, mapping);
  const findings = new RecordFindings();
  const base = columns === null ? pathReader(mapping.cells, findings) : columnReader(columns, mapping.cells, findings);
  const { problems } = base;
  const expressions = new Expressions({ jsonata: libraries.jsonata, evaluator, problems, findings, overruns });
  const meter = new WorkMeter(overruns);
  const phone = phoneContext(mapping, libraries.phones, problems);
  const missing = columns === null ? [] : missingColumns(mapping, base).filter((source) => source.missing === 'stop');
  problems.push(...missing.map(missingStatus));
  const wayOut = { statusWayOut: statusWayOut(mapping), isStatusMissing: missing.length > 0 };
  const watched = noteRule === undefined ? {} : { noteRule };
  const places = { ...wayOut, ...watched };
  const baseContext: CompileContext = { reader: base, libraries, expressions, problems, meter, now, phone, ...places };
  const scopes = joinScopes(mapping.joins, joins, baseContext);
  const context: CompileContext = { ...baseContext, reader: scopedReader(base, scopes.scopes, mapping.unusedJoins) };
  const { reader } = context;

  const skips = mapping.skip.map(({ reason, when }) => ({
    reason,
    holds: compileCondition(when, context, 'deciding'),
  }));
  const fields = compileFields(mapping.fields, 'user', '', context);
  const regionOf = regionOfFields(fields, phone.readRegion, NO_REGION);
  const ofAccount: CompileContext = { ...context, phone: { ...phone, regionOf } };
  const fillLists = (['identities', 'groups', 'consents'] as const).map((key) =>
    compileList(key, mapping[key], ofAccount),
  );
  const password = compilePassword(mapping.password, context);
  const accountState = compileAccountState(mapping, context);
  if (columns !== null && problems.length === 0 && mapping.identities.length === 0)
    problems.push(...noIdentifier(mapping, fields));
  const statusOf = statusDecider(fields);
  const sortProblems = applySeverities(mapping.severities);
  if (problems.length > 0) throw new InputError([...new Set(problems)]);

  const statusWatch = watchStatus(mapping, reader, { isCsv: columns !== null, named: expressions.paths });

  const fill = (body: RecordBody, errors: FieldError[], warnings: Problem[]): CidaasUser => {
    const user: Target = {};
    for (const { rule, make, put } of fields) {
      const value = make(body);
      if (value === undefined) continue;
      if (value instanceof FieldError) errors.push(value);
      else if (value instanceof WarnedValue) {
        warnings.push(value.warning);
        meter.grow(value.value, rule.at);
        put(user, value.value);
      } else {
        meter.grow(value, rule.at);
        put(user, value);
      }
    }
    for (const fillList of fillLists) fillList(body, user, errors, warnings);
    return withGroupSubs(withOwnIdentity(user));
  };
  const mapBody = (body: RecordBody): Mapped => {
    findings.take();
    meter.reset();
    const fieldErrors = scopes.enter(body);
    const undecided: Problem[] = [];
    for (const { reason, holds } of skips) {
      const verdict = holds(body);
      if (verdict === true)
        return { kind: 'skipped', reason, identifiers: reportableIdentifiers(fill(body, [], [])), unwatched: true };
      if (verdict instanceof Undecided) undecided.push(undecidedSkip(reason, verdict));
    }
    const warnings: Problem[] = [];
    const user = fill(body, fieldErrors, warnings);
    const decided = statusOf(user);
    const { userStatus } = user;
    const state = accountState(body, user);
    if (state.kind === 'skipped') return { ...state, identifiers: reportableIdentifiers(user) };
    const { sent, problem, warning } = password(body);
    if (sent !== null) user.password_hash_info = sent.info;
    warnings.push(...state.warnings, ...(warning === null ? [] : [warning]), ...findings.take(), ...assumed(body));
    const found = sortProblems(fieldErrors, warnings);
    const errors = [...undecided, ...found.errors, ...(problem === null ? [] : [problem])];
    if (errors.length > 0) return { kind: 'invalid', problems: errors, identifiers: reportableIdentifiers(user) };
    const status = user.userStatus === userStatus ? decided : UNVERIFIED_STATUS;
    return { kind: 'user', user, warnings: found.warnings, password: sent, status };
  };
  const map = ({ body }: SourceRecord): Mapped =>
    body.kind === 'broken' ? broken(body) : withinLimits(() => mapBody(body));
  const inputOf = (body: RecordBody) => {
    if (body.kind === 'broken') return undefined;
    meter.reset();
    try {
      scopes.enter(body);
    } catch (error) {
      // The row is invalid for it when it is mapped.
      if (!(error instanceof RecordLimit)) throw error;
    }
    return reader.toObject(body);
  };
  const prepare = expressions.any ? (records: readonly SourceRecord[]) => expressions.prepare(records, inputOf) : null;
  const watch = ({ body }: SourceRecord): void => {
    scopes.enterAgain(body);
    statusWatch.add(body);
  };
  const { takeSightings, addSightings, unseen } = reader.sightings;
  const reports = { unseen, status: () => statusWatch.result() };
  return Object.assign(map, { prepare, watch, takeSightings, addSightings, ...reports });
}

function phoneContext({ phoneRegion }: Mapping, phones: Phones | null, problems: string[]): PhoneContext {
  const isUnknown = phoneRegion !== null && phones?.isSupportedCountry(phoneRegion.region) === false;
  if (isUnknown) problems.push(`${phoneRegion.at}: "${phoneRegion.region}" is not a country with phone numbers.`);
  const region = isUnknown ? null : (phoneRegion?.region ?? null);
  return { region, readRegion: regionReader(phones), regionOf: NO_REGION };
}

const IDENTIFIERS: readonly string[] = ['email', 'username', 'mobile_number'];

/** A mapping whose columns may all be absent fits any file: this must not become a plan in which every row is invalid. */
function noIdentifier({ name, fields }: Mapping, compiled: readonly CompiledField[]): string[] {
  const wanted = fields.filter(({ field }) => IDENTIFIERS.includes(field));
  const isThere = compiled.some(({ rule, make }) => IDENTIFIERS.includes(rule.field) && make !== ABSENT);
  if (isThere || wanted.length === 0) return [];
  return [
    `${name} does not fit: the export has none of the columns that it uses for e-mail address, user name or mobile number. Name the right one in the mapping: \`fields: { email: … }\`.`,
  ];
}

/** JSON records with cidaas's names: each key is looked up, since every record may have different ones. */
function objectMapper(): CompiledMapper {
  const copyFields = objectCopier('user');
  const findings = new RecordFindings();
  const ref = { text: '$', at: 'the record', presence: 'optional' } as const;
  const clean = new ValueCleaner(PLAIN_CELLS, findings).deepCleaning(ref);
  const map = ({ body }: SourceRecord): Mapped => {
    if (body.kind === 'broken') return broken(body);
    const user: Target = {};
    const errors: FieldError[] = [];
    findings.take();
    if (body.kind === 'object') copyFields(clean(body.object) as object, user, errors);
    const filled = withGroupSubs(user);
    const warnings = [...findings.take(), ...assumed(body)];
    if (errors.length === 0) return { kind: 'user', user: filled, warnings, password: null, status: ownStatus(filled) };
    return {
      kind: 'invalid',
      problems: errors.map(({ problem }) => problem),
      identifiers: reportableIdentifiers(filled),
    };
  };
  const nothing = { watch: () => undefined, takeSightings: () => [], addSightings: () => undefined };
  return Object.assign(map, { prepare: null, ...nothing, unseen: () => [], status: () => null });
}

/** A record that needs more than one may is an invalid row. */
function withinLimits(map: () => Mapped): Mapped {
  try {
    return map();
  } catch (error) {
    if (!(error instanceof RecordLimit)) throw error;
    return { kind: 'invalid', problems: [error.problem], identifiers: {}, unwatched: true };
  }
}

function broken(body: Extract<RecordBody, { kind: 'broken' }>): Mapped {
  return { kind: 'invalid', problems: [body.problem], identifiers: {}, unwatched: true };
}

function assumed(body: RecordBody): readonly Problem[] {
  return body.kind === 'object' ? (body.assumed ?? []) : [];
}

function undecidedSkip(reason: string, { what, hint }: Undecided): Problem {
  const message = `Whether to skip the record ("${reason}") depends on ${what}.`;
  return { code: 'value.unread', field: null, message, hint };
}

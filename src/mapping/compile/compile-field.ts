import type { RecordBody } from '../../source/record.ts';
import { type CidaasField, explainUnknown, findField, type Shape } from '../../user/cidaas-fields.ts';
import { alternatives, type Constant, type FieldRule } from '../field-rule.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition, Undecided } from './condition.ts';
import { emptyValue } from './empty-value.ts';
import { fieldConverter } from './field-converter.ts';
import { FieldError, type FieldErrorFactory, fieldErrors } from './field-error.ts';
import { readSource } from './read-source.ts';
import { oncePerRecord, REGION_FIELDS, regionOfFields } from './record-region.ts';
import { NOTHING, type RuleStep, ruleSteps, runSteps, type StepRun } from './rule-steps.ts';
import { setPath, type Target } from './set-path.ts';
import { ABSENT, type Read } from './source-reader.ts';
import { isEmpty } from './source-value.ts';

/** One rule as data: what it reads and what happens to it. `CompiledField.make` runs exactly this. */
interface CompiledRule {
  readonly rule: FieldRule;
  /** Whether the rule is for this record, or an error when that cannot be decided; null: for every one. */
  readonly applies: ((body: RecordBody) => boolean | FieldError) | null;
  /** The value before any step; `ABSENT` when the export has none of the rule's columns. */
  readonly read: Read;
  /** None for a constant, which `read` gives as the field takes it. */
  readonly steps: readonly RuleStep[];
  /** The field's value when there is nothing to read. */
  readonly empty: Read;
}

/** A field's rule, ready to run on records. */
export interface CompiledField {
  readonly rule: FieldRule;
  /** The rule and its alternatives, in the order in which they are tried. */
  readonly rules: readonly CompiledRule[];
  /** The field's value; null to clear it, undefined to leave it out, or a `FieldError`. `ABSENT` when no rule can give one. */
  readonly make: Read;
  /** The rule that gave the last value of `make`, noted for `userStatus` only; null when none did. */
  readonly lastRule: () => FieldRule | null;
  readonly put: (target: Target, value: unknown) => void;
}

/** Compiles the rules of one shape. `prefix` leads to its fields in messages. */
export function compileFields(
  rules: readonly FieldRule[],
  shape: Shape,
  prefix: string,
  context: CompileContext,
): CompiledField[] {
  const fields: CompiledField[] = [];
  const { phone } = context;
  const regionOf = regionOfFields(fields, phone.readRegion, phone.regionOf);
  for (const rule of rules) {
    const field = findField(shape, rule.field);
    if (field === undefined) context.problems.push(`${rule.at}: ${explainUnknown(shape, rule.field)}`);
    else {
      const compiled = compileField(rule, field, prefix + field.name, { ...context, phone: { ...phone, regionOf } });
      const isAskedTwice = shape === 'user' && REGION_FIELDS.includes(field.name);
      fields.push(isAskedTwice ? { ...compiled, make: oncePerRecord(compiled.make) } : compiled);
    }
  }
  return fields;
}

/** Compiles one field's rule. `name` is the field as problems call it: `identities[0].email`. */
export function compileField(
  rule: FieldRule,
  field: CidaasField,
  name: string,
  context: CompileContext,
): CompiledField {
  const all = alternatives(rule);
  const rules = all.map((each, index) => compileRule(each, field, name, context, index < all.length - 1));
  let last: FieldRule | null = null;
  const isStatus = field.name === 'userStatus';
  const makers = rules.map((each) => {
    const make = valueMaker(each);
    return isStatus ? noting(make, () => (last = each.rule)) : make;
  });
  // The next rule for a status would often let in whom an unread one blocks.
  const made = firstValue(makers, !isStatus);
  return { rule, rules, make: made, lastRule: () => last, put: setPath(field.path) };
}

function noting(make: Read, note: () => void): Read {
  if (make === ABSENT) return make;
  return (body) => {
    const value = make(body);
    if (value !== undefined) note();
    return value;
  };
}

function compileRule(
  rule: FieldRule,
  field: CidaasField,
  name: string,
  context: CompileContext,
  isFollowed: boolean,
): CompiledRule {
  const makeError = fieldErrors(name);
  const type = field.type === 'custom' ? (rule.type ?? 'custom') : field.type;
  const convert = fieldConverter(field, type, rule.trim, rule.at, makeError);
  const constant = (value: Constant): unknown => {
    const made = convert(value);
    if (!(made instanceof FieldError)) return made;
    context.problems.push(`${rule.at}: ${name}: a value in the mapping does not fit: the field ${made.reason}.`);
    return undefined;
  };
  const use = field.name === 'userStatus' ? 'deciding' : 'value';
  const read = readSource(rule, rule.source, constant, makeError, context, use);
  const isUnchanged = read === ABSENT || rule.source.kind === 'value';
  const empty = isUnchanged ? undefined : emptyValue(rule, constant, makeError, context);
  const isList = (rule.type ?? field.type) === 'list';
  const target = { convert, isList, isMobile: field.type === 'phone', makeError, constant };
  return {
    rule,
    read,
    // An absent column is not an empty cell: nothing is known of the value, so the rule's default does not replace it.
    empty:
      !isUnchanged && isFollowed && use === 'deciding' && hasOptionalDefault(rule)
        ? ifThere(rule, empty, context)
        : () => empty,
    steps: isUnchanged ? [] : ruleSteps(rule, target, context),
    applies: rule.when === null ? null : deciding(compileCondition(rule.when, context, use), makeError),
  };
}

/** Whether the rule replaces empty values of columns and keys that an export may do without. */
export function hasOptionalDefault({ source, empty }: FieldRule): boolean {
  if (empty?.kind !== 'default' || (source.kind !== 'first' && source.kind !== 'concat')) return false;
  return source.refs.every(({ presence }) => presence === 'optional' || presence === 'loose');
}

/** Of JSON only the records tell whether an export has the key: a record without it gives nothing, one with an empty value the default. */
function ifThere({ source }: FieldRule, empty: unknown, { reader }: CompileContext): Read {
  const reads = source.kind === 'first' || source.kind === 'concat' ? source.refs.map((ref) => reader.peek(ref)) : [];
  return (body) => (body.kind !== 'object' || reads.some((read) => read(body) !== undefined) ? empty : undefined);
}

/** A rule whose condition cannot be decided gives an error. */
function deciding(
  holds: (body: RecordBody) => boolean | Undecided,
  makeError: FieldErrorFactory,
): (body: RecordBody) => boolean | FieldError {
  const errors = new Map<Undecided, FieldError>();
  return (body) => {
    const verdict = holds(body);
    if (!(verdict instanceof Undecided)) return verdict;
    const error = errors.get(verdict) ?? makeError('value.unread', `depends on ${verdict.what}`, verdict.hint);
    errors.set(verdict, error);
    return error;
  };
}

function valueMaker({ applies, read, steps, empty }: CompiledRule): Read {
  const make = steps.length === 0 ? read : afterSteps(read, runSteps(steps), empty);
  if (applies === null) return make;
  return (body) => {
    const verdict = applies(body);
    if (verdict === true) return make(body);
    return verdict === false ? undefined : verdict;
  };
}

function afterSteps(read: Read, run: StepRun, empty: Read): Read {
  return (body) => {
    const value = read(body);
    if (isEmpty(value)) return empty(body);
    if (value instanceof FieldError) return value;
    const result = run(value, body);
    return result === NOTHING ? empty(body) : result;
  };
}

/** The first of these that is not undefined. `passesUnread`: a value that was not read is an error only when no other gives one. */
function firstValue(makers: readonly Read[], passesUnread: boolean): Read {
  const [make = ABSENT, ...others] = makers.filter((each) => each !== ABSENT);
  if (others.length === 0) return make;
  const next = firstValue(others, passesUnread);
  return (body) => {
    const value = make(body);
    if (value === undefined) return next(body);
    if (!passesUnread || !(value instanceof FieldError) || value.code !== 'value.unread') return value;
    const other = next(body);
    return other === undefined ? value : other;
  };
}

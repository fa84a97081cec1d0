import type { RecordBody } from '../../source/record.ts';
import { type CidaasField, explainUnknown, findField, type Shape } from '../../user/cidaas-fields.ts';
import { alternatives, type Constant, type FieldRule, type FieldSource } from '../field-rule.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition } from './condition.ts';
import { toText } from './convert.ts';
import { ExpressionFailure } from './expressions.ts';
import { fieldConverter } from './field-converter.ts';
import { FieldError, type FieldErrorFactory, fieldErrors } from './field-error.ts';
import { NOTHING, type RuleStep, ruleSteps, runSteps } from './rule-steps.ts';
import { setPath, type Target } from './set-path.ts';
import { ABSENT, type Read } from './source-reader.ts';
import { isEmpty } from './source-value.ts';

/** One rule as data: what it reads and what happens to it. `CompiledField.make` runs exactly this. */
interface CompiledRule {
  readonly rule: FieldRule;
  /** Whether the rule is for this record; null: for every one. */
  readonly applies: ((body: RecordBody) => boolean) | null;
  /** The value before any step; `ABSENT` when the export has none of the rule's columns. */
  readonly read: Read;
  /** None for a constant, which `read` gives as the field takes it. */
  readonly steps: readonly RuleStep[];
  /** The field's value when there is nothing to read. */
  readonly empty: unknown;
}

/** A field's rule, ready to run on records. */
export interface CompiledField {
  readonly rule: FieldRule;
  /** The rule and its alternatives, in the order in which they are tried. */
  readonly rules: readonly CompiledRule[];
  /** The field's value; null to clear it, undefined to leave it out, or a `FieldError`. `ABSENT` when no rule can give one. */
  readonly make: Read;
  readonly put: (target: Target, value: unknown) => void;
}

/** Compiles the rules of one shape. `prefix` leads to its fields in messages. */
export function compileFields(
  rules: readonly FieldRule[],
  shape: Shape,
  prefix: string,
  context: CompileContext,
): CompiledField[] {
  return rules.flatMap((rule) => {
    const field = findField(shape, rule.field);
    if (field === undefined) {
      context.problems.push(`${rule.at}: ${explainUnknown(shape, rule.field)}`);
      return [];
    }
    return [compileField(rule, field, prefix + field.name, context)];
  });
}

/** Compiles one field's rule. `name` is the field as problems call it: `identities[0].email`. */
export function compileField(
  rule: FieldRule,
  field: CidaasField,
  name: string,
  context: CompileContext,
): CompiledField {
  const rules = alternatives(rule).map((each) => compileRule(each, field, name, context));
  return { rule, rules, make: firstValue(rules.map(valueMaker)), put: setPath(field.path) };
}

function compileRule(rule: FieldRule, field: CidaasField, name: string, context: CompileContext): CompiledRule {
  const makeError = fieldErrors(name);
  const type = field.type === 'custom' ? (rule.type ?? 'custom') : field.type;
  const convert = fieldConverter(field, type, rule.trim, rule.at, makeError);
  const constant = (value: Constant): unknown => {
    const made = convert(value);
    if (!(made instanceof FieldError)) return made;
    context.problems.push(`${rule.at}: ${name}: a value in the mapping does not fit: the field ${made.reason}.`);
    return undefined;
  };
  const read = readSource(rule, rule.source, constant, makeError, context);
  const isUnchanged = read === ABSENT || rule.source.kind === 'value';
  const target = { convert, isList: (rule.type ?? field.type) === 'list', makeError, constant };
  return {
    rule,
    read,
    // An absent column is not an empty cell: nothing is known of the value, so the rule's default does not replace it.
    empty: isUnchanged ? undefined : emptyValue(rule, constant, makeError),
    steps: isUnchanged ? [] : ruleSteps(rule, target, context),
    applies: rule.when === null ? null : compileCondition(rule.when, context.reader, context.now),
  };
}

function valueMaker({ applies, read, steps, empty }: CompiledRule): Read {
  const make = steps.length === 0 ? read : afterSteps(read, runSteps(steps), empty);
  return applies === null ? make : (body) => (applies(body) ? make(body) : undefined);
}

function afterSteps(read: Read, run: (value: unknown) => unknown, empty: unknown): Read {
  return (body) => {
    const value = read(body);
    if (isEmpty(value)) return empty;
    if (value instanceof FieldError) return value;
    const result = run(value);
    return result === NOTHING ? empty : result;
  };
}

/** The first of these that is not undefined. */
function firstValue(makers: readonly Read[]): Read {
  const [make = ABSENT, ...others] = makers.filter((each) => each !== ABSENT);
  if (others.length === 0) return make;
  const next = firstValue(others);
  return (body) => {
    const value = make(body);
    return value === undefined ? next(body) : value;
  };
}

/** What a rule reads from a record before any step; a `FieldError` when that fails. */
function readSource(
  rule: FieldRule,
  source: FieldSource,
  constant: (value: Constant) => unknown,
  makeError: FieldErrorFactory,
  context: CompileContext,
): Read {
  switch (source.kind) {
    case 'value': {
      const value = constant(source.value);
      return () => value;
    }
    case 'expr':
      return readExpression(context.expressions.reading(source.text, source.at), makeError);
    case 'first':
    case 'concat': {
      const reads = source.refs.map((ref) => context.reader.reading(ref)).filter((read) => read !== ABSENT);
      if (reads.length > 0)
        return source.kind === 'first' ? firstFilled(reads) : joined(reads, source.separator, makeError);
      if (rule.empty?.kind === 'refuse') {
        const names = source.refs.map(({ text }) => `"${text}"`).join(' or ');
        context.problems.push(`${rule.at}: the export has no column ${names}, and ${rule.field} requires it.`);
      }
      return ABSENT;
    }
  }
}

function firstFilled(reads: readonly Read[]): Read {
  const [only, ...others] = reads;
  if (only !== undefined && others.length === 0) return only;
  return (body) => {
    for (const read of reads) {
      const value = read(body);
      if (!isEmpty(value)) return value;
    }
    return undefined;
  };
}

function joined(reads: readonly Read[], separator: string, makeError: FieldErrorFactory): Read {
  const text = toText(true, makeError);
  return (body) => {
    const parts: unknown[] = [];
    for (const read of reads) {
      const value = read(body);
      if (isEmpty(value)) continue;
      const part = text(value);
      if (part instanceof FieldError) return part;
      parts.push(part);
    }
    return parts.join(separator);
  };
}

function readExpression(read: Read, makeError: FieldErrorFactory): Read {
  const errors = new Map<string, FieldError>();
  return (body) => {
    const value = read(body);
    if (!(value instanceof ExpressionFailure)) return value;
    const known = errors.get(value.code);
    if (known !== undefined) return known;
    const error = makeError(
      'expr.failed',
      `could not be computed: its expression failed with ${value.code}`,
      'Look up the code in the documentation of JSONata, and correct the expression.',
    );
    errors.set(value.code, error);
    return error;
  };
}

function emptyValue(
  { empty, at }: FieldRule,
  constant: (value: Constant) => unknown,
  makeError: FieldErrorFactory,
): unknown {
  switch (empty?.kind) {
    case 'default':
      return constant(empty.value);
    case 'clear':
      return null;
    case 'refuse':
      return makeError('value.missing', 'must have a value, but the source has none', `Fill it in the source (${at}).`);
    case undefined:
      return undefined;
  }
}

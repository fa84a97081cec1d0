import type { RecordBody } from '../../source/record.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { FieldRule, Plain } from '../mapping.ts';
import { compileChange } from './change.ts';
import type { CompileContext } from './compile-context.ts';
import { compileCondition } from './condition.ts';
import { type Convert, type Refuse, toJson, toText } from './convert.ts';
import { fieldConverter } from './entries.ts';
import { FieldError } from './field-error.ts';
import { isEmpty } from './plain-text.ts';
import { setPath, type Target } from './set-path.ts';
import { ABSENT } from './source-reader.ts';
import { editing, sourceReading } from './source-reading.ts';

/** A field's rule, ready to run on records. */
export interface FieldMaker {
  readonly rule: FieldRule;
  /** The field's value; null to clear it, undefined to leave it out, or why it cannot be made. */
  readonly make: (body: RecordBody) => unknown;
  readonly put: (target: Target, value: unknown) => void;
}

/** Prepares one rule. `name` is the field as problems call it: `identities[0].email`. */
export function compileField(rule: FieldRule, field: CidaasField, name: string, context: CompileContext): FieldMaker {
  const { make, put } = compileOne(rule, field, name, context);
  if (rule.otherwise === null) return { rule, make, put };
  const next = compileField(rule.otherwise, field, name, context).make;
  if (make === ABSENT) return { rule, put, make: next };
  return {
    rule,
    put,
    make: (body) => {
      const value = make(body);
      return value === undefined ? next(body) : value;
    },
  };
}

function compileOne(rule: FieldRule, field: CidaasField, name: string, context: CompileContext): FieldMaker {
  const refuse: Refuse = (code, what, hint) => new FieldError(code, name, `${name} ${what}.`, hint);
  const type = field.type === 'custom' ? (rule.type ?? 'custom') : field.type;
  const convert = fieldConverter(field, type, rule.trim, rule.at, refuse);
  const constant = (value: Plain): unknown => {
    const made = convert(value);
    if (!(made instanceof FieldError)) return made;
    context.problems.push(
      `${rule.at}: ${name}: a value in the mapping does not fit: the field ${made.problem.message.slice(name.length + 1)}`,
    );
    return undefined;
  };
  const made = valueMaker(rule, field, refuse, convert, constant, context);
  const holds = rule.when === null ? null : compileCondition(rule.when, context.reader, context.now);
  return {
    rule,
    make: holds === null ? made : (body) => (holds(body) ? made(body) : undefined),
    put: setPath(field.path),
  };
}

function valueMaker(
  rule: FieldRule,
  field: CidaasField,
  refuse: Refuse,
  convert: Convert,
  constant: (value: Plain) => unknown,
  context: CompileContext,
): FieldMaker['make'] {
  if (rule.source.kind === 'value') {
    const value = constant(rule.source.value);
    return () => value;
  }
  const source = sourceReading(rule, rule.source, refuse, context);
  // An absent column is no empty cell: nothing is known of it, so nothing stands in for it.
  if (source === ABSENT) return source;
  const read = rule.json === null && rule.replace.length === 0 ? source : editing(rule, source, refuse, context);
  const empty = valueOfNothing(rule, refuse, constant);
  const single = singleMaker(rule, refuse, convert, constant, context);
  const list = (rule.type ?? field.type) === 'list';
  const make = list ? listMaker(rule, refuse, single) : single;
  return (body) => {
    const value = read(body);
    if (isEmpty(value)) return empty;
    if (value instanceof FieldError) return value;
    const result = make(value);
    return result === NOTHING ? empty : result;
  };
}

/** A list that had separators but no items: as empty as an empty cell. */
const NOTHING = Symbol('no items');

function valueOfNothing({ empty, at }: FieldRule, refuse: Refuse, constant: (value: Plain) => unknown): unknown {
  switch (empty?.kind) {
    case 'default':
      return constant(empty.value);
    case 'clear':
      return null;
    case 'refuse':
      return refuse('value.missing', 'must have a value, but the source has none', `Fill it in the source (${at}).`);
    case undefined:
      return undefined;
  }
}

/** One value, not yet a list: text, case and change; without these just the conversion. */
function singleMaker(
  rule: FieldRule,
  refuse: Refuse,
  convert: Convert,
  constant: (value: Plain) => unknown,
  { libraries, problems }: CompileContext,
): Convert {
  const letters = rule.case;
  if (rule.change === null && letters === null) return convert;
  const text = toText(rule.trim || rule.change !== null, refuse);
  let change: (text: string) => unknown = convert;
  if (rule.change !== null) {
    try {
      change = compileChange(rule.change, rule.at, libraries, refuse, constant);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(`${rule.at}: ${error.message}.`);
    }
  }
  return (value) => {
    const read = text(value);
    if (typeof read !== 'string') return read;
    return change(letters === null ? read : letters === 'lower' ? read.toLowerCase() : read.toUpperCase());
  };
}

function listMaker(rule: FieldRule, refuse: Refuse, single: Convert): Convert {
  const json = toJson(refuse);
  const { split } = rule;
  return (value) => {
    let source: unknown = value;
    if (typeof value === 'string') {
      if (split !== null) source = value.split(split);
      else if (value.trim().startsWith('[')) source = json(value);
    }
    if (source instanceof FieldError) return source;
    const items: unknown[] = [];
    let any = false;
    for (const each of Array.isArray(source) ? source : [source]) {
      if (isEmpty(each)) continue;
      any = true;
      const made = single(each);
      if (made instanceof FieldError) return made;
      // One by one: a list in a record may be longer than the arguments that a call can take.
      if (Array.isArray(made)) for (const one of made as unknown[]) items.push(one);
      else if (made !== undefined) items.push(made);
    }
    if (!any) return NOTHING;
    return items.length === 0 ? undefined : items;
  };
}

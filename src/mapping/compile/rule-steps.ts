import { memoize } from '../../runtime/bounded-cache.ts';
import type { Change, Constant, FieldRule, MappingLocation, Replacement, SourceRef } from '../field-rule.ts';
import type { CompileContext } from './compile-context.ts';
import { type Convert, toJson, toText } from './convert.ts';
import { dateParser } from './date.ts';
import { FieldError, type FieldErrorFactory } from './field-error.ts';
import { instantParser } from './instant.ts';
import type { Libraries } from './libraries.ts';
import { phoneParser } from './phone.ts';
import { valueAt } from './source-path.ts';
import { pathOf } from './source-reader.ts';
import { isEmpty, parseCell, textOf } from './source-value.ts';
import { uuid5 } from './uuid5.ts';

/** The mapping file's key for a step. `type` is the conversion to what the field takes. */
type StepName = 'json' | 'replace' | 'split' | 'trim' | 'case' | Change['kind'] | 'type';

/** One step of a rule, ready to run. */
export interface RuleStep {
  readonly name: StepName;
  /** `value`: on the value as a whole. `item`: on each item when a `split` step comes before it, else on the value. */
  readonly on: 'value' | 'item';
  /** The value after this step; undefined leaves it out; a `FieldError` when it cannot be made. */
  readonly run: (value: unknown) => unknown;
}

/** What the steps of a rule need to know of the field that they make. */
export interface StepTarget {
  /** Gives a value the field's type. */
  readonly convert: Convert;
  /** Whether the field takes a list. */
  readonly isList: boolean;
  readonly makeError: FieldErrorFactory;
  /** Converts a value that the mapping's author wrote; undefined leaves the field out. */
  readonly constant: (value: Constant) => unknown;
}

/** The steps of a rule from the value that is read to the value of the field, in the order in which they run. */
export function ruleSteps(rule: FieldRule, target: StepTarget, { libraries, problems }: CompileContext): RuleStep[] {
  const { makeError, convert, isList } = target;
  const steps: RuleStep[] = [];
  if (rule.json !== null) steps.push({ name: 'json', on: 'value', run: jsonStep(rule.json, makeError, problems) });
  if (rule.replace.length > 0) steps.push({ name: 'replace', on: 'value', run: replaceStep(rule.replace) });
  if (isList) steps.push({ name: 'split', on: 'value', run: splitStep(rule.split, makeError) });
  if (rule.change !== null || rule.case !== null)
    steps.push({ name: 'trim', on: 'item', run: toText(rule.trim || rule.change !== null, makeError) });
  if (rule.case !== null) steps.push({ name: 'case', on: 'item', run: onText(rule.case === 'lower' ? lower : upper) });
  if (rule.change === null) return [...steps, { name: 'type', on: 'item', run: convert }];
  try {
    const change = compileChange(rule.change, rule.at, libraries, target);
    return [...steps, { name: rule.change.kind, on: 'item', run: onText(change) }];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.push(`${rule.at}: ${error.message}.`);
    return steps;
  }
}

/** Nothing was left of a value: it counts as an empty source. */
export const NOTHING = Symbol('nothing');

/** Puts the steps together. The result is the field's value, undefined, a `FieldError`, or `NOTHING`. */
export function runSteps(steps: readonly RuleStep[]): (value: unknown) => unknown {
  const edits = steps.filter(({ on }) => on === 'value');
  const edit = inTurn(edits);
  const convert = inTurn(steps.filter(({ on }) => on === 'item'));
  if (edits.some(({ name }) => name === 'split')) return onItems(edit, convert);
  if (edits.length === 0) return convert;
  return (value) => {
    const edited = edit(value);
    if (edited instanceof FieldError) return edited;
    return isEmpty(edited) ? NOTHING : convert(edited);
  };
}

/** One after the other; the first error ends them. */
function inTurn(steps: readonly RuleStep[]): (value: unknown) => unknown {
  const [first = keep, ...others] = steps.map(({ run }) => run);
  return others.reduce(
    (before, next) => (value) => {
      const result = before(value);
      return result instanceof FieldError ? result : next(result);
    },
    first,
  );
}

function keep(value: unknown): unknown {
  return value;
}

function onItems(split: (value: unknown) => unknown, convert: Convert): (value: unknown) => unknown {
  return (value) => {
    const items = split(value);
    if (!Array.isArray(items)) return items;
    const list: unknown[] = [];
    let foundItem = false;
    for (const item of items as unknown[]) {
      if (isEmpty(item)) continue;
      foundItem = true;
      const made = convert(item);
      if (made instanceof FieldError) return made;
      // One by one: a list in a record may be longer than the arguments that a call can take.
      if (Array.isArray(made)) for (const one of made as unknown[]) list.push(one);
      else if (made !== undefined) list.push(made);
    }
    if (!foundItem) return NOTHING;
    return list.length === 0 ? undefined : list;
  };
}

/** Takes a value out of JSON that is written as text; what is JSON already is followed as it is. */
function jsonStep(ref: SourceRef, makeError: FieldErrorFactory, problems: string[]): (value: unknown) => unknown {
  const path = pathOf(ref, problems) ?? [];
  const invalid = makeError(
    'json.invalid',
    'must be JSON, but the text is not valid JSON',
    'Correct the cell in the source.',
  );
  return (value) => {
    if (typeof value !== 'string') return valueAt(value, path);
    const parsed = parseCell(value);
    return typeof parsed === 'symbol' ? invalid : valueAt(parsed, path);
  };
}

/** Replaces in a text; in a list in each of its texts. */
function replaceStep(replacements: readonly Replacement[]): (value: unknown) => unknown {
  const replaced = (value: unknown): unknown => {
    const text = textOf(value);
    if (typeof text !== 'string') return value;
    return replacements.reduce((edited, { find, with: by }) => edited.replace(find, by), text.trim());
  };
  return (value) => (Array.isArray(value) ? value.map(replaced) : replaced(value));
}

/** The items of a list: of a text at the separator or of the JSON array in it, of an array; anything else is the only item. */
function splitStep(separator: string | null, makeError: FieldErrorFactory): (value: unknown) => unknown {
  const json = toJson(makeError);
  return (value) => {
    let items = value;
    if (typeof value === 'string') {
      if (separator !== null) items = value.split(separator);
      else if (value.trim().startsWith('[')) items = json(value);
    }
    return items instanceof FieldError || Array.isArray(items) ? items : [items];
  };
}

function onText(change: (text: string) => unknown): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' ? change(value) : value);
}

function lower(text: string): string {
  return text.toLowerCase();
}

function upper(text: string): string {
  return text.toUpperCase();
}

/**
 * Prepares the step that turns one text into something else. The texts it is given are neither empty nor padded.
 *
 * @throws RangeError with a clause for the mapping's author when the rule names something that does not exist.
 */
function compileChange(
  change: Change,
  at: MappingLocation,
  libraries: Libraries,
  { makeError, constant }: StepTarget,
): (text: string) => unknown {
  switch (change.kind) {
    case 'table': {
      const made = (value: Constant | null) => (value === null ? undefined : constant(value));
      const table = new Map([...change.table].map(([text, value]) => [text, made(value)]));
      const otherwise =
        change.otherwise === undefined
          ? makeError(
              'value.unknown',
              'has a value that is not in its table',
              `Add it to the table, or add else (${at}).`,
            )
          : made(change.otherwise);
      return (text) => (table.has(text) ? table.get(text) : otherwise);
    }
    case 'date':
      return memoize(dateParser(change.formats, libraries.luxon, at, makeError));
    case 'instant':
      return memoize(instantParser(change.formats, change.zone, libraries.luxon, at, makeError));
    case 'phone': {
      if (libraries.phones === null) throw new Error('phone numbers need libphonenumber-js, which was not loaded');
      const hint = `Correct the number, or the country of numbers without country code (phone: ${change.region}, ${at}).`;
      const invalid = makeError('phone.invalid', 'is not a valid phone number, or has an extension', hint);
      return memoize(phoneParser(change.region, libraries.phones, invalid));
    }
    case 'uuid5':
      return uuid5(change.namespace);
  }
}

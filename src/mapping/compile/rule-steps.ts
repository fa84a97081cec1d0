import { memoize } from '../../runtime/bounded-cache.ts';
import type { Problem, RecordBody } from '../../source/record.ts';
import type { Change, Constant, FieldRule, MappingLocation, Replacement, SourceRef } from '../field-rule.ts';
import { comparedText } from './compared-text.ts';
import type { CompileContext } from './compile-context.ts';
import { type Convert, toJson, toText } from './convert.ts';
import { dateParser } from './date.ts';
import { FieldError, type FieldErrorFactory } from './field-error.ts';
import { instantParser } from './instant.ts';
import { itemsOf } from './list-text.ts';
import { namePart } from './name-part.ts';
import { patternIn } from './pattern-in.ts';
import { needsRegion, phoneParser } from './phone.ts';
import { phoneProblems } from './phone-problems.ts';
import { NOT_PHP_LIST } from './php-list.ts';
import { regionOfColumn } from './record-region.ts';
import { valueAt } from './source-path.ts';
import { pathOf } from './source-reader.ts';
import { isEmpty, parseCell, textOf } from './source-value.ts';
import { uuid5 } from './uuid5.ts';
import { WarnedValue } from './warned-value.ts';

/** The mapping file's key for a step. `type` is the conversion to what the field takes. */
type StepName = 'json' | 'replace' | 'split' | 'list' | 'trim' | 'case' | 'unread' | Change['kind'] | 'type';

/** One step of a rule, ready to run. */
export interface RuleStep {
  readonly name: StepName;
  /** `value`: on the value as a whole. `item`: on each item when a `split` or `list` step comes before it, else on the value. */
  readonly on: 'value' | 'item';
  /** The value after this step; undefined leaves it out; a `FieldError` when it cannot be made. */
  readonly run: StepRun;
}

/** Makes a value of a value; `body` is the record that it is from. */
export type StepRun = (value: unknown, body: RecordBody) => unknown;

/** What the steps of a rule need to know of the field that they make. */
export interface StepTarget {
  /** Gives a value the field's type. */
  readonly convert: Convert;
  /** Whether the field takes a list. */
  readonly isList: boolean;
  /** Whether the field takes the number of a mobile phone. */
  readonly isMobile: boolean;
  readonly makeError: FieldErrorFactory;
  /** Converts a value that the mapping's author wrote; undefined leaves the field out. */
  readonly constant: (value: Constant) => unknown;
}

/** The steps of a rule from the value that is read to the value of the field, in the order in which they run. */
export function ruleSteps(rule: FieldRule, target: StepTarget, context: CompileContext): RuleStep[] {
  const { makeError, convert, isList } = target;
  const { problems } = context;
  if (rule.unread) return [{ name: 'unread', on: 'value', run: unreadStep(rule, makeError) }];
  const steps: RuleStep[] = [];
  if (rule.json !== null) steps.push({ name: 'json', on: 'value', run: jsonStep(rule.json, makeError, context) });
  if (rule.replace.length > 0) steps.push({ name: 'replace', on: 'value', run: replaceStep(rule.replace, context) });
  if (isList)
    steps.push({
      name: rule.list?.kind === 'php' ? 'list' : 'split',
      on: 'value',
      run: splitStep(rule, makeError, context),
    });
  const ends = rule.change !== null ? 'all' : rule.trim ? 'ascii' : 'none';
  if (rule.change !== null || rule.case !== null)
    steps.push({ name: 'trim', on: 'item', run: toText(ends, makeError) });
  if (rule.case !== null) steps.push({ name: 'case', on: 'item', run: onText(rule.case === 'lower' ? lower : upper) });
  if (rule.change === null) return [...steps, { name: 'type', on: 'item', run: convert }];
  try {
    const change = compileChange(rule.change, rule.at, context, target);
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
export function runSteps(steps: readonly RuleStep[]): StepRun {
  const edits = steps.filter(({ on }) => on === 'value');
  const edit = inTurn(edits);
  const convert = inTurn(steps.filter(({ on }) => on === 'item'));
  if (edits.some(({ name }) => name === 'split' || name === 'list')) return onItems(edit, convert);
  if (edits.length === 0) return convert;
  return (value, body) => {
    const edited = edit(value, body);
    if (edited instanceof FieldError) return edited;
    return isEmpty(edited) ? NOTHING : convert(edited, body);
  };
}

/** One after the other; the first error ends them. */
function inTurn(steps: readonly RuleStep[]): StepRun {
  const [first = keep, ...others] = steps.map(({ run }) => run);
  return others.reduce(
    (before, next) => (value, body) => {
      const result = before(value, body);
      return result instanceof FieldError ? result : next(result, body);
    },
    first,
  );
}

function keep(value: unknown): unknown {
  return value;
}

function onItems(split: StepRun, convert: StepRun): StepRun {
  return (value, body) => {
    const items = split(value, body);
    if (!Array.isArray(items)) return items;
    const list: unknown[] = [];
    let foundItem = false;
    let warning: Problem | null = null;
    for (const item of items as unknown[]) {
      if (isEmpty(item)) continue;
      foundItem = true;
      const result = convert(item, body);
      if (result instanceof FieldError) return result;
      if (result instanceof WarnedValue) warning = result.warning;
      const made = result instanceof WarnedValue ? result.value : result;
      // One by one: a list in a record may be longer than the arguments that a call can take.
      if (Array.isArray(made)) for (const one of made as unknown[]) list.push(one);
      else if (made !== undefined) list.push(made);
    }
    if (!foundItem) return NOTHING;
    if (list.length === 0) return undefined;
    return warning === null ? list : new WarnedValue(list, warning);
  };
}

/** Takes a value out of JSON that is written as text; what is JSON already is followed as it is. */
function jsonStep(
  ref: SourceRef,
  makeError: FieldErrorFactory,
  { problems, reader }: CompileContext,
): (value: unknown) => unknown {
  const path = pathOf(ref, problems) ?? [];
  const clean = reader.cleaner.cleaning(ref);
  const invalid = makeError(
    'json.invalid',
    'must be JSON, but the text is not valid JSON',
    'Correct the cell in the source, or leave such values out: `when: { from: …, matches: "^[{[]" }`.',
  );
  const otherShape = makeError(
    'value.unread',
    `has JSON in the source in which "${ref.text}" (${ref.at}) leads to something in another shape`,
    'Write the rule of this field in your mapping with the path to the value, such as `json: name.first`.',
  );
  return (value) => {
    const parsed = typeof value === 'string' ? parseCell(value) : value;
    if (typeof parsed === 'symbol') return invalid;
    const found = clean(valueAt(parsed, path));
    return typeof found === 'symbol' ? otherShape : found;
  };
}

/** A value that the mapping's author knows but cannot place: it is counted and not imported. */
function unreadStep({ at, source }: FieldRule, makeError: FieldErrorFactory): () => unknown {
  const names = 'refs' in source ? source.refs.map(({ text }) => `"${text}"`).join(' or ') : 'its source';
  const unread = makeError(
    'value.unread',
    `is not imported from ${names} (${at}): it is not certain what it means there`,
    'Write a rule for this field in your mapping that reads it: `from: …`.',
  );
  return () => unread;
}

/** Replaces in a text; in a list in each of its texts. */
function replaceStep(replacements: readonly Replacement[], context: CompileContext): (value: unknown) => unknown {
  const edits = replacements.map(({ find, with: by }) => patternIn(find, context).replacing(by));
  const replaced = (value: unknown): unknown => {
    const text = textOf(value);
    if (typeof text !== 'string') return value;
    return edits.reduce((edited, edit) => edit(edited), text.trim());
  };
  return (value) => (Array.isArray(value) ? value.map(replaced) : replaced(value));
}

/** The items of a list: of a text in the form that the rule names or of the JSON array in it, of an array; anything else is the only item. */
function splitStep(
  { list, source, at }: FieldRule,
  makeError: FieldErrorFactory,
  { reader }: CompileContext,
): (value: unknown) => unknown {
  const json = toJson(makeError);
  const read = list === null ? null : itemsOf(list);
  const notPhp = makeError(
    'value.unread',
    `has a text in the source that is not a list as PHP writes it (${at}), or has something else than texts and whole numbers in it`,
    'Correct the cell in the source (lengths count bytes of UTF-8), or write the rule of this field in your mapping without `list: php`.',
  );
  const [ref] = 'refs' in source ? source.refs : [];
  const clean = ref === undefined ? (items: unknown) => items : reader.cleaner.cleaning(ref);
  return (value) => {
    let items = value;
    if (typeof value === 'string') {
      if (read !== null) items = read(value);
      else if (value.trim().startsWith('[')) items = json(value);
    }
    if (items === NOT_PHP_LIST) return notPhp;
    return items instanceof FieldError ? items : clean(Array.isArray(items) ? items : [items]);
  };
}

function onText(change: (text: string, body: RecordBody) => unknown): StepRun {
  return (value, body) => (typeof value === 'string' ? change(value, body) : value);
}

function lower(text: string): string {
  return text.toLowerCase();
}

function upper(text: string): string {
  return text.toUpperCase();
}

/** Dates of birth repeat, but hardly within the 10,000 that are kept of other texts. */
const DAYS_OF_A_CENTURY = 36_525;

/**
 * Prepares the step that turns one text into something else. The texts it is given are neither empty nor padded.
 *
 * @throws RangeError with a clause for the mapping's author when the rule names something that does not exist.
 */
function compileChange(
  change: Change,
  at: MappingLocation,
  context: CompileContext,
  { makeError, constant, isMobile }: StepTarget,
): (text: string, body: RecordBody) => unknown {
  const { libraries } = context;
  switch (change.kind) {
    case 'table': {
      const made = (value: Constant | null) => (value === null ? undefined : constant(value));
      const table = new Map([...change.table].map(([text, value]) => [text, made(value)]));
      const otherwise =
        change.otherwise === undefined
          ? makeError(
              'value.unknown',
              'has a value that is not in its table',
              at.startsWith('preset ')
                ? `Copy the rule of this field from the preset to your mapping (${at}), and add the value to its table or say what every other value means: \`else: …\`.`
                : `Add it to the table, or say what every other value means: \`else: …\` (${at}).`,
            )
          : made(change.otherwise);
      return (text) => {
        if (table.has(text)) return table.get(text);
        const compared = comparedText(text);
        return table.has(compared) ? table.get(compared) : otherwise;
      };
    }
    case 'date':
      return memoize(dateParser(change.formats, libraries.luxon, at, makeError), DAYS_OF_A_CENTURY);
    case 'instant':
      return memoize(instantParser(change.formats, change.zone, libraries.luxon, at, makeError));
    case 'phone': {
      if (libraries.phones === null) throw new Error('phone numbers need libphonenumber-js, which was not loaded');
      const { phone, reader } = context;
      const region = change.region ?? phone.region;
      const problems = phoneProblems(region, at, makeError);
      const parse = phoneParser({ isMobile, region, phones: libraries.phones, problems });
      const regionOf =
        change.country === null
          ? phone.regionOf
          : regionOfColumn(reader.reading(change.country), phone.readRegion, libraries.phones, phone.regionOf);
      return (text, body) => parse(text, needsRegion(text) ? regionOf(body) : null);
    }
    case 'namePart':
      return namePart(change.part);
    case 'uuid5':
      return uuid5(change.namespace);
  }
}

import type { CidaasField } from '../../user/cidaas-fields.ts';
import { formatProblem, namesOffset } from '../compile/date-format.ts';
import { nullMark } from '../compile/null-marks.ts';
import type {
  Change,
  Condition,
  FieldRule,
  FieldSource,
  ListText,
  MappingLocation,
  Presence,
  Replacement,
  SourceRef,
} from '../field-rule.ts';
import { Pattern } from '../pattern/pattern.ts';
import { UnsupportedSyntax } from '../pattern/pattern-syntax.ts';
import { checkRule } from './rule-checks.ts';
import type { DetailedRule, RawCondition, RawRule } from './rule-schema.ts';

/** Where a rule is written, and where its problems go. */
export interface RuleContext {
  /** Location of a key of the rule, or of the rule itself. */
  at(...path: readonly PropertyKey[]): MappingLocation;
  /** Takes a clause about the value at `path` in the rule. */
  addProblem(path: readonly PropertyKey[], message: string): void;
  /** Of the columns that the rule names. */
  readonly presence: Presence;
  /** The field that the rule makes; null outside of rules. */
  readonly field: string | null;
}

/** Makes a `FieldRule` of a rule of the right shape, and adds a problem for each thing that a schema cannot check. */
export function readRule(field: CidaasField, raw: RawRule, given: RuleContext): FieldRule {
  const needsColumn = typeof raw === 'object' && !Array.isArray(raw) && raw.column === 'required';
  const context: RuleContext = { ...given, field: field.name, ...(needsColumn && { presence: 'column' }) };
  if (!Array.isArray(raw)) return oneRule(field, typeof raw === 'string' ? { from: raw } : raw, context);
  const rules = raw.map((each, index) => readRule(field, each, within(context, index)));
  return rules.reduceRight((otherwise, rule) => ({ ...rule, otherwise }));
}

/** The context of a rule that is nested in another one, at `key`. */
export function within(context: RuleContext, key: PropertyKey): RuleContext {
  return {
    ...context,
    at: (...path) => context.at(key, ...path),
    addProblem: (path, message) => context.addProblem([key, ...path], message),
  };
}

function oneRule(field: CidaasField, rule: DetailedRule, context: RuleContext): FieldRule {
  checkRule(field, rule, context.addProblem);
  return {
    field: field.name,
    at: context.at(),
    source: sourceOf(rule, context),
    when: rule.when === undefined ? null : readCondition(rule.when, ['when'], context),
    json: rule.json === undefined ? null : refTo(rule.json, context, 'json'),
    replace: replacements(rule, context),
    trim: rule.trim ?? true,
    case: rule.case ?? null,
    list: listTextOf(rule),
    change: changeOf(rule, context),
    unread: rule.unread ?? false,
    empty: emptyOf(rule),
    opaque: rule.opaque ?? false,
    type: rule.type ?? (listTextOf(rule) !== null && field.type === 'custom' ? 'list' : null),
    otherwise: null,
  };
}

/** The marks of nothing that a rule compares with, in lower case: it reads them as text. */
function namedMarks(texts: readonly string[]): { readonly words?: ReadonlySet<string> } {
  const words = texts.filter((text) => nullMark(text.trim()) !== null).map((text) => text.trim().toLowerCase());
  return words.length === 0 ? {} : { words: new Set(words) };
}

function refTo(text: string, context: RuleContext, ...path: readonly PropertyKey[]): SourceRef {
  return { text, at: context.at(...path), presence: context.presence, field: context.field };
}

function listTextOf({ split, list }: Pick<DetailedRule, 'split' | 'list'>): ListText | null {
  if (list !== undefined) return { kind: list };
  return split === undefined ? null : { kind: 'separated', separator: split };
}

function replacements({ replace = {} }: DetailedRule, context: RuleContext): Replacement[] {
  return Object.entries(replace).map(([source, text]) => ({
    find: patternOf(source, ['replace', source], context),
    with: text,
  }));
}

function sourceOf(rule: DetailedRule, context: RuleContext): FieldSource {
  const words = namedMarks(Object.keys(rule.table ?? {}));
  const ref = (text: string, ...path: readonly PropertyKey[]): SourceRef => ({
    ...refTo(text, context, ...path),
    ...words,
  });
  const given = (['from', 'first', 'concat', 'value', 'expr'] as const).filter((key) => rule[key] !== undefined);
  if (given.length !== 1) {
    context.addProblem(
      [],
      `must have exactly one of from, first, concat, value and expr, but has ${given.join(' and ') || 'none'}`,
    );
  }
  if (rule.separator !== undefined && rule.concat === undefined)
    context.addProblem(['separator'], 'goes with concat only');
  if (rule.value !== undefined) return { kind: 'value', value: rule.value };
  if (rule.expr !== undefined) return { kind: 'expr', text: rule.expr, at: context.at('expr') };
  if (rule.concat !== undefined) {
    const refs = rule.concat.map((text, index) => ref(text, 'concat', index));
    return { kind: 'concat', refs, separator: rule.separator ?? ' ' };
  }
  if (rule.first !== undefined)
    return { kind: 'first', refs: rule.first.map((text, index) => ref(text, 'first', index)) };
  return { kind: 'first', refs: rule.from === undefined ? [] : [ref(rule.from, 'from')] };
}

function changeOf(rule: DetailedRule, context: RuleContext): Change | null {
  const { addProblem } = context;
  const list = (formats: string | string[]) => (typeof formats === 'string' ? [formats] : formats);
  if (rule.table !== undefined)
    return { kind: 'table', table: new Map(Object.entries(rule.table)), otherwise: rule.else };
  if (rule.date !== undefined) {
    const formats = list(rule.date);
    for (const format of formats) checkFormat(format, 'date', addProblem);
    return { kind: 'date', formats };
  }
  if (rule.instant !== undefined) {
    const formats = list(rule.instant);
    for (const format of formats) {
      checkFormat(format, 'instant', addProblem);
      if (rule.zone === undefined && format !== 'iso' && !namesOffset(format)) {
        addProblem(
          ['instant'],
          `"${format}" does not contain the offset from UTC: add zone, such as Europe/Berlin or UTC`,
        );
      }
    }
    if (rule.zone !== undefined && !isZone(rule.zone))
      addProblem(['zone'], `"${rule.zone}" is not an IANA time zone, such as Europe/Berlin`);
    return { kind: 'instant', formats, zone: rule.zone ?? null };
  }
  if (rule.phone !== undefined) return phoneOf(rule.phone, context);
  if (rule.namePart !== undefined) return { kind: 'namePart', part: rule.namePart };
  if (rule.uuid5 !== undefined) return { kind: 'uuid5', namespace: rule.uuid5 };
  return null;
}

function phoneOf(phone: NonNullable<DetailedRule['phone']>, context: RuleContext): Change {
  if (typeof phone === 'string') return { kind: 'phone', region: phone, country: null };
  const { region = null, country } = phone === true ? {} : phone;
  const ref = country === undefined ? null : refTo(country, context, 'phone', 'country');
  return { kind: 'phone', region, country: ref };
}

function checkFormat(format: string, kind: 'date' | 'instant', addProblem: RuleContext['addProblem']): void {
  const problem = formatProblem(format, kind);
  if (problem !== null) addProblem([kind], `"${format}" ${problem}`);
}

function emptyOf(rule: DetailedRule): FieldRule['empty'] {
  if (rule.default !== undefined) return { kind: 'default', value: rule.default };
  return rule.empty === undefined ? null : { kind: rule.empty };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const CONDITIONS = ['is', 'not', 'empty', 'matches', 'has', 'lacks', 'includes', 'excludes', 'future'] as const;

/** Those that look at a list. */
const LIST_CONDITIONS: readonly (typeof CONDITIONS)[number][] = ['has', 'lacks', 'includes', 'excludes', 'empty'];

/** Makes a `Condition` of one of the right shape; `path` leads to it from the rule that has it. A list must hold as a whole. */
export function readCondition(raw: RawCondition, path: readonly PropertyKey[], context: RuleContext): Condition {
  if (Array.isArray(raw)) {
    return { kind: 'all', conditions: raw.map((each, index) => readCondition(each, [...path, index], context)) };
  }
  if ('any' in raw) {
    const conditions = raw.any.map((each, index) => readCondition(each, [...path, 'any', index], context));
    return { kind: 'any', conditions };
  }
  const given = CONDITIONS.filter((key) => raw[key] !== undefined);
  if (given.length !== 1) {
    context.addProblem(
      path,
      `must have exactly one of is, not, empty, matches, has, lacks, includes, excludes and future, but has ${given.join(' and ') || 'none'}`,
    );
  }
  const list = listTextOf(raw);
  if (list !== null && given.some((key) => !LIST_CONDITIONS.includes(key)))
    context.addProblem(
      path,
      `has ${raw.list === undefined ? 'split' : 'list'}, which goes with ${LIST_CONDITIONS.join(', ')} only`,
    );
  if (raw.split !== undefined && raw.list !== undefined)
    context.addProblem(path, 'has split and list, which exclude each other');
  const ref: SourceRef = {
    ...refTo(raw.from, context, ...path, 'from'),
    ...(raw.json !== undefined && { json: refTo(raw.json, context, ...path, 'json') }),
    ...(list !== null && { list }),
  };
  const values = raw.is ?? raw.not;
  if (values !== undefined) {
    const texts = (Array.isArray(values) ? values : [values]).map(String);
    return { kind: 'is', ref: { ...ref, ...namedMarks(texts) }, values: new Set(texts), negated: raw.is === undefined };
  }
  const elements = raw.has ?? raw.lacks;
  if (elements !== undefined) {
    const texts = (Array.isArray(elements) ? elements : [elements]).map(String);
    return {
      kind: 'has',
      ref: { ...ref, ...namedMarks(texts) },
      values: new Set(texts),
      negated: raw.has === undefined,
    };
  }
  const listed = raw.includes ?? raw.excludes;
  if (listed !== undefined) {
    const key = raw.includes === undefined ? 'excludes' : 'includes';
    const sources = (Array.isArray(listed) ? listed : [listed]).map((text) => ({
      ...ref,
      text,
      at: context.at(...path, key),
    }));
    return { kind: 'includes', ref, values: sources, negated: raw.includes === undefined };
  }
  if (raw.matches !== undefined) {
    return { kind: 'matches', ref, pattern: patternOf(raw.matches, [...path, 'matches'], context) };
  }
  if (raw.future !== undefined) return { kind: 'future', ref, future: raw.future, isInDays: raw.unit === 'days' };
  return { kind: 'empty', ref, empty: raw.empty ?? true };
}

/** The pattern at `path`; adds a problem when it is not one. */
function patternOf(source: string, path: readonly PropertyKey[], context: RuleContext): Pattern {
  const at = context.at(...path);
  try {
    return new Pattern(source, at);
  } catch (error) {
    if (!(error instanceof UnsupportedSyntax)) throw error;
    context.addProblem(path, error.message);
    return new Pattern('', at);
  }
}

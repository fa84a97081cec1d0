import type { CidaasField } from '../../user/cidaas-fields.ts';
import { formatProblem, namesOffset } from '../compile/date-format.ts';
import type { Change, FieldRule, FieldSource, Replacement, SourceRef } from '../mapping.ts';
import { conditionRule, regularExpression } from './condition-rule.ts';
import type { RawRule } from './mapping-schema.ts';
import type { RuleContext } from './rule-context.ts';

type Detailed = Exclude<RawRule, string | readonly unknown[]>;

/** Makes a rule uniform and looks for what a schema cannot see: steps that exclude each other or do not fit the field. */
export function fieldRule(field: CidaasField, raw: RawRule, given: RuleContext): FieldRule {
  const needsColumn = typeof raw === 'object' && !Array.isArray(raw) && raw.column === 'required';
  const context: RuleContext = needsColumn ? { ...given, presence: 'column' } : given;
  if (!Array.isArray(raw)) return oneRule(field, typeof raw === 'string' ? { from: raw } : raw, context);
  const rules = raw.map((each, index) => fieldRule(field, each, within(context, index)));
  return rules.reduceRight((otherwise, rule) => ({ ...rule, otherwise }));
}

function within(context: RuleContext, index: number): RuleContext {
  return {
    ...context,
    at: (...path) => context.at(index, ...path),
    complain: (path, message) => context.complain([index, ...path], message),
  };
}

function oneRule(field: CidaasField, rule: Detailed, context: RuleContext): FieldRule {
  checkSteps(field, rule, context);
  const { complain } = context;
  const source = sourceOf(rule, context);
  return {
    field: field.name,
    at: context.at(),
    source,
    when: rule.when === undefined ? null : conditionRule(rule.when, ['when'], context),
    json: rule.json === undefined ? null : refTo(rule.json, context, 'json'),
    replace: replacements(rule, context),
    trim: rule.trim ?? true,
    case: rule.case ?? null,
    split: rule.split ?? null,
    change: changeOf(rule, complain),
    empty: emptyOf(rule),
    type: rule.type ?? (rule.split !== undefined && field.type === 'custom' ? 'list' : null),
    otherwise: null,
  };
}

function refTo(text: string, context: RuleContext, ...path: readonly PropertyKey[]): SourceRef {
  return { text, at: context.at(...path), presence: context.presence };
}

function replacements({ replace = {} }: Detailed, context: RuleContext): Replacement[] {
  return Object.entries(replace).map(([source, text]) => ({
    find: regularExpression(source, 'gu', ['replace', source], context),
    with: text,
  }));
}

function sourceOf(rule: Detailed, context: RuleContext): FieldSource {
  const ref = (text: string, ...path: readonly PropertyKey[]): SourceRef => refTo(text, context, ...path);
  const given = (['from', 'first', 'concat', 'value', 'expr'] as const).filter((key) => rule[key] !== undefined);
  if (given.length !== 1) {
    context.complain(
      [],
      `must have exactly one of from, first, concat, value and expr, but has ${given.join(' and ') || 'none'}`,
    );
  }
  if (rule.separator !== undefined && rule.concat === undefined)
    context.complain(['separator'], 'goes with concat only');
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

const CHANGES = ['table', 'date', 'instant', 'phone', 'uuid5'] as const;

function changeOf(rule: Detailed, complain: RuleContext['complain']): Change | null {
  const list = (formats: string | string[]) => (typeof formats === 'string' ? [formats] : formats);
  if (rule.table !== undefined)
    return { kind: 'table', table: new Map(Object.entries(rule.table)), otherwise: rule.else };
  if (rule.date !== undefined) {
    const formats = list(rule.date);
    for (const format of formats) complainOfFormat(format, 'date', complain);
    return { kind: 'date', formats };
  }
  if (rule.instant !== undefined) {
    const formats = list(rule.instant);
    for (const format of formats) {
      complainOfFormat(format, 'instant', complain);
      if (rule.zone === undefined && format !== 'iso' && !namesOffset(format)) {
        complain(
          ['instant'],
          `"${format}" does not say at which offset from UTC: add zone, such as Europe/Berlin or UTC`,
        );
      }
    }
    if (rule.zone !== undefined && !isZone(rule.zone))
      complain(['zone'], `"${rule.zone}" is no IANA time zone, such as Europe/Berlin`);
    return { kind: 'instant', formats, zone: rule.zone ?? null };
  }
  if (rule.phone !== undefined) return { kind: 'phone', region: rule.phone };
  if (rule.uuid5 !== undefined) return { kind: 'uuid5', namespace: rule.uuid5 };
  return null;
}

function complainOfFormat(format: string, kind: 'date' | 'instant', complain: RuleContext['complain']): void {
  const problem = formatProblem(format, kind);
  if (problem !== null) complain([kind], `"${format}" ${problem}`);
}

function emptyOf(rule: Detailed): FieldRule['empty'] {
  if (rule.default !== undefined) return { kind: 'default', value: rule.default };
  return rule.empty === undefined ? null : { kind: rule.empty };
}

function checkSteps(field: CidaasField, rule: Detailed, { complain }: RuleContext): void {
  const changes = CHANGES.filter((key) => rule[key] !== undefined);
  if (changes.length > 1) complain([], `has ${changes.join(' and ')}, which exclude each other`);
  if (rule.else !== undefined && rule.table === undefined) complain(['else'], 'goes with table only');
  if (rule.zone !== undefined && rule.instant === undefined) complain(['zone'], 'goes with instant only');
  if (rule.default !== undefined && rule.empty !== undefined)
    complain([], 'has both default and empty, which exclude each other');
  if (rule.empty === 'clear' && !field.clearable) complain(['empty'], `${field.name} cannot be cleared`);
  if (rule.value !== undefined) {
    const idle = [...CHANGES, 'json', 'replace', 'split', 'case', 'default', 'empty'].filter(
      (key) => rule[key as keyof Detailed] !== undefined,
    );
    if (idle.length > 0) complain([], `has a value, which is taken as it stands: leave out ${idle.join(' and ')}`);
  }
  if (rule.type !== undefined && field.type !== 'custom') {
    complain(['type'], `goes with custom fields only: the type of ${field.name} is known`);
  }
  const list = field.type === 'list' || (field.type === 'custom' && (rule.type ?? 'list') === 'list');
  if (rule.split !== undefined && !list) complain(['split'], `makes a list, but ${field.name} takes one value`);
  // The source's own words must never become rights in the tenant.
  if (givesRights(field) && rule.value === undefined && rule.table === undefined)
    complain([], 'needs a table that turns words of the source into names of the tenant, since these give rights');
  if (field.type === 'groups') complain([], 'is filled by the block `groups`, one group after the other');
  for (const change of changes) {
    if (!fits(change, field)) complain([change], `does not fit ${field.name}`);
    if (change !== 'table' && rule.type !== undefined && rule.type !== 'string') {
      complain([change], `gives text, which does not go with type: ${rule.type}`);
    }
  }
}

function fits(change: (typeof CHANGES)[number], { type }: CidaasField): boolean {
  switch (type) {
    case 'custom':
      return true;
    case 'groups':
    case 'consents':
    case 'identities':
      return false;
    case 'date':
    case 'instant':
      return change === 'table' || change === type;
    case 'boolean':
      return change === 'table';
    case 'text':
    case 'email':
    case 'phone':
    case 'locale':
    case 'zone':
    case 'url':
    case 'list':
      return change === 'table' || change === 'phone' || change === 'uuid5';
  }
}

function givesRights({ name }: CidaasField): boolean {
  return name === 'roles' || name === 'groupId';
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

import type { RuleContext } from './field-rule.ts';
import type { Condition } from './mapping.ts';
import type { RawCondition } from './mapping-schema.ts';

/** Makes a condition uniform; `path` leads to it from the rule that holds it. A list of conditions must hold as a whole. */
export function conditionRule(raw: RawCondition, path: readonly PropertyKey[], context: RuleContext): Condition {
  if (Array.isArray(raw)) {
    return { kind: 'all', conditions: raw.map((each, index) => conditionRule(each, [...path, index], context)) };
  }
  if ('any' in raw) {
    const conditions = raw.any.map((each, index) => conditionRule(each, [...path, 'any', index], context));
    return { kind: 'any', conditions };
  }
  const given = (['is', 'not', 'empty', 'matches'] as const).filter((key) => raw[key] !== undefined);
  if (given.length !== 1) {
    context.complain(
      path,
      `must have exactly one of is, not, empty and matches, but has ${given.join(' and ') || 'none'}`,
    );
  }
  const ref = { text: raw.from, at: context.at(...path, 'from') };
  const values = raw.is ?? raw.not;
  if (values !== undefined) {
    const texts = (Array.isArray(values) ? values : [values]).map(String);
    return { kind: 'is', ref, values: new Set(texts), negated: raw.is === undefined };
  }
  if (raw.matches !== undefined) {
    return { kind: 'matches', ref, pattern: pattern(raw.matches, [...path, 'matches'], context) };
  }
  return { kind: 'empty', ref, empty: raw.empty ?? true };
}

function pattern(source: string, path: readonly PropertyKey[], context: RuleContext): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch (error) {
    context.complain(path, `is no regular expression: ${error instanceof Error ? error.message : String(error)}`);
    return /(?:)/;
  }
}

import type { Condition } from '../mapping.ts';
import type { RawCondition } from './mapping-schema.ts';
import type { RuleContext } from './rule-context.ts';

/** Makes a condition uniform; `path` leads to it from the rule that holds it. A list of conditions must hold as a whole. */
export function conditionRule(raw: RawCondition, path: readonly PropertyKey[], context: RuleContext): Condition {
  if (Array.isArray(raw)) {
    return { kind: 'all', conditions: raw.map((each, index) => conditionRule(each, [...path, index], context)) };
  }
  if ('any' in raw) {
    const conditions = raw.any.map((each, index) => conditionRule(each, [...path, 'any', index], context));
    return { kind: 'any', conditions };
  }
  const given = (['is', 'not', 'empty', 'matches', 'has', 'lacks', 'future'] as const).filter(
    (key) => raw[key] !== undefined,
  );
  if (given.length !== 1) {
    context.complain(
      path,
      `must have exactly one of is, not, empty, matches, has, lacks and future, but has ${given.join(' and ') || 'none'}`,
    );
  }
  const ref = { text: raw.from, at: context.at(...path, 'from'), presence: context.presence };
  const values = raw.is ?? raw.not;
  if (values !== undefined) {
    const texts = (Array.isArray(values) ? values : [values]).map(String);
    return { kind: 'is', ref, values: new Set(texts), negated: raw.is === undefined };
  }
  const elements = raw.has ?? raw.lacks;
  if (elements !== undefined) {
    const texts = (Array.isArray(elements) ? elements : [elements]).map(String);
    return { kind: 'has', ref, values: new Set(texts), negated: raw.has === undefined };
  }
  if (raw.matches !== undefined) {
    return { kind: 'matches', ref, pattern: regularExpression(raw.matches, 'u', [...path, 'matches'], context) };
  }
  if (raw.future !== undefined) return { kind: 'future', ref, future: raw.future };
  return { kind: 'empty', ref, empty: raw.empty ?? true };
}

/** The pattern that stands at `path`; what is wrong with it is a problem of the rule. */
export function regularExpression(
  source: string,
  flags: 'u' | 'gu',
  path: readonly PropertyKey[],
  context: RuleContext,
): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    context.complain(path, `is no regular expression: ${error instanceof Error ? error.message : String(error)}`);
    return /(?:)/;
  }
}

import type { FieldRule, FieldSource, Replacement } from '../mapping.ts';
import { cellJson } from './cell-json.ts';
import type { CompileContext } from './compile-context.ts';
import { type Refuse, toText } from './convert.ts';
import { ExpressionFailure } from './expressions.ts';
import { FieldError } from './field-error.ts';
import { isEmpty, textOf } from './plain-text.ts';
import { valueAt } from './source-path.ts';
import { ABSENT, pathOf, type Read } from './source-reader.ts';

/** What a rule takes out of a record before anything is done with it; a `FieldError` when that cannot be had. */
export function sourceReading(
  rule: FieldRule,
  source: Exclude<FieldSource, { kind: 'value' }>,
  refuse: Refuse,
  context: CompileContext,
): Read {
  if (source.kind === 'expr') return expressionReading(context.expressions.reading(source.text, source.at), refuse);
  const reads = source.refs.map((ref) => context.reader.reading(ref));
  const present = reads.filter((read) => read !== ABSENT);
  if (present.length === 0 && rule.empty?.kind === 'refuse') {
    const names = source.refs.map(({ text }) => `"${text}"`).join(' or ');
    context.problems.push(`${rule.at}: the export has no column ${names}, and ${rule.field} cannot do without it.`);
  }
  if (present.length === 0) return ABSENT;
  return source.kind === 'concat' ? together(present, source.separator, refuse) : firstOf(present);
}

function firstOf(reads: readonly Read[]): Read {
  const [only, ...others] = reads;
  if (only === undefined) return ABSENT;
  if (others.length === 0) return only;
  return (body) => {
    for (const read of reads) {
      const value = read(body);
      if (!isEmpty(value)) return value;
    }
    return undefined;
  };
}

function together(reads: readonly Read[], separator: string, refuse: Refuse): Read {
  const text = toText(true, refuse);
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

function expressionReading(read: Read, refuse: Refuse): Read {
  const failed = new Map<string, FieldError>();
  return (body) => {
    const value = read(body);
    if (!(value instanceof ExpressionFailure)) return value;
    const known = failed.get(value.code);
    if (known !== undefined) return known;
    const what = `could not be made: its expression failed with ${value.code}`;
    const refusal = refuse(
      'expr.failed',
      what,
      'Look up the code in the documentation of JSONata, and correct the expression.',
    );
    failed.set(value.code, refusal);
    return refusal;
  };
}

/** Reads JSON within the text, then replaces in the text; in lists in each of their texts. */
export function editing(rule: FieldRule, read: Read, refuse: Refuse, { problems }: CompileContext): Read {
  const inner = rule.json === null ? null : jsonReading(rule.json, refuse, problems);
  return (body) => {
    let value = read(body);
    if (value instanceof FieldError || isEmpty(value)) return value;
    if (inner !== null) value = inner(value);
    if (value instanceof FieldError || rule.replace.length === 0) return value;
    return Array.isArray(value) ? value.map((each) => replaced(each, rule.replace)) : replaced(value, rule.replace);
  };
}

function jsonReading(
  ref: NonNullable<FieldRule['json']>,
  refuse: Refuse,
  problems: string[],
): (value: unknown) => unknown {
  const path = pathOf(ref, problems) ?? [];
  const invalid = refuse('json.invalid', 'needs JSON, but the text is none', 'Correct the cell in the source.');
  return (value) => {
    if (typeof value !== 'string') return valueAt(value, path);
    const parsed = cellJson(value);
    return typeof parsed === 'symbol' ? invalid : valueAt(parsed, path);
  };
}

function replaced(value: unknown, replacements: readonly Replacement[]): unknown {
  const text = textOf(value);
  if (typeof text !== 'string') return value;
  return replacements.reduce((edited, { find, with: by }) => edited.replace(find, by), text.trim());
}

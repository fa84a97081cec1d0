import type { Constant, FieldRule, FieldSource, MappingLocation, SourceRef } from '../field-rule.ts';
import type { CompileContext } from './compile-context.ts';
import { toText } from './convert.ts';
import { ExpressionFailure } from './expressions.ts';
import type { FieldError, FieldErrorFactory } from './field-error.ts';
import { missingSource } from './missing-source.ts';
import { MAX_TEXT, RecordLimit } from './record-limit.ts';
import { OTHER_SHAPE } from './source-path.ts';
import { ABSENT, type Read } from './source-reader.ts';
import { isEmpty } from './source-value.ts';
import { type ReadUse, UNKNOWN_VALUE } from './value-cleaner.ts';

/** What a rule reads from a record before any step; a `FieldError` when that fails. */
export function readSource(
  rule: FieldRule,
  source: FieldSource,
  constant: (value: Constant) => unknown,
  makeError: FieldErrorFactory,
  context: CompileContext,
  use: ReadUse,
): Read {
  switch (source.kind) {
    case 'value': {
      const value = constant(source.value);
      return () => value;
    }
    case 'expr':
      return readExpression(context.expressions.reading(source.text, source.at), source.at, makeError);
    case 'first':
    case 'concat': {
      const reads = source.refs.map((ref) => context.reader.reading(ref, use)).filter((read) => read !== ABSENT);
      if (reads.length > 0) {
        const read = source.kind === 'first' ? firstFilled(reads) : joined(reads, source.separator, rule.at, makeError);
        return readable(read, source.refs, makeError);
      }
      if (rule.empty?.kind === 'refuse' && !(context.isStatusMissing && rule.field === 'userStatus'))
        context.problems.push(missingSource(rule, source.refs, context.statusWayOut));
      return ABSENT;
    }
  }
}

function firstFilled(reads: readonly Read[]): Read {
  const [only, ...others] = reads;
  if (only !== undefined && others.length === 0) return only;
  return (body) => {
    let unread: unknown;
    for (const read of reads) {
      const value = read(body);
      if (isEmpty(value)) continue;
      if (value !== OTHER_SHAPE) return value;
      unread = value;
    }
    return unread;
  };
}

/** Turns what cannot be read into errors of the field. */
function readable(read: Read, refs: readonly SourceRef[], makeError: FieldErrorFactory): Read {
  const names = refs.map(({ text }) => `"${text}"`).join(' or ');
  const at = refs[0]?.at ?? '';
  const otherShape = makeError(
    'value.unread',
    `has a value in the source, but not in the shape of ${names} (${at}), or not in readable characters`,
    'Write the rule of this field in your mapping with a path to where the value is, such as `from: emails[0]`, or correct the source.',
  );
  const unknown = makeError(
    'value.unread',
    `cannot be decided: ${names} (${at}) has a word for a value that the source could not give, such as #NV or N/A, or only control characters`,
    'Correct the cell in the source (bits as 0 and 1), or give the word a meaning in the rule: `table: { N/A: … }`.',
  );
  return (body) => {
    const value = read(body);
    if (typeof value !== 'symbol') return value;
    return value === UNKNOWN_VALUE ? unknown : otherShape;
  };
}

function joined(reads: readonly Read[], separator: string, at: MappingLocation, makeError: FieldErrorFactory): Read {
  const text = toText('all', makeError);
  return (body) => {
    const parts: string[] = [];
    let length = 0;
    for (const read of reads) {
      const value = read(body);
      if (isEmpty(value)) continue;
      if (typeof value === 'symbol') return value;
      const part = text(value);
      if (typeof part !== 'string') return part;
      length += part.length + separator.length;
      if (parts.length > 0 && length > MAX_TEXT + separator.length)
        throw RecordLimit.text('the result of `concat`', at);
      parts.push(part);
    }
    return parts.join(separator);
  };
}

function readExpression(read: Read, at: MappingLocation, makeError: FieldErrorFactory): Read {
  const errors = new Map<string, FieldError>();
  return (body) => {
    const value = read(body);
    if (!(value instanceof ExpressionFailure)) return value;
    const error = errors.get(value.code) ?? expressionError(value.code, at, makeError);
    errors.set(value.code, error);
    return error;
  };
}

function expressionError(code: string, at: MappingLocation, makeError: FieldErrorFactory): FieldError {
  const tooMuch = { time: 'more than a second', memory: 'too much memory', length: `more than ${MAX_TEXT} characters` };
  if (code === 'time' || code === 'memory' || code === 'length')
    return makeError(
      'expr.limit',
      `could not be computed: its expression (${at}) takes ${tooMuch[code]} for this record`,
      'Make the expression cheaper, or read the value without one: `from: …`.',
    );
  return makeError(
    'expr.failed',
    `could not be computed: its expression failed with ${code}`,
    'Look up the code in the documentation of JSONata and correct the expression, or read the value without one: `from: …`.',
  );
}

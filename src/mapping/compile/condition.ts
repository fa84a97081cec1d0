import type { RecordBody } from '../../source/record.ts';
import { withoutInvisible } from '../../text/invisible.ts';
import { comparableAddress } from '../../user/identity-keys.ts';
import type { Condition, SourceRef } from '../field-rule.ts';
import { comparedText } from './compared-text.ts';
import type { CompileContext } from './compile-context.ts';
import { isInFuture } from './future-date.ts';
import { itemsOf } from './list-text.ts';
import { listOfTexts } from './listed-texts.ts';
import { patternIn } from './pattern-in.ts';
import { OTHER_SHAPE, valueAt } from './source-path.ts';
import { ABSENT, pathOf, type Read, type SourceReader } from './source-reader.ts';
import { isEmpty, isHollow, parseCell, textOf } from './source-value.ts';
import { type ReadUse, UNKNOWN_VALUE } from './value-cleaner.ts';

/** A condition that neither holds nor fails: what it looks at is there, but cannot be read. Never counts as false. */
export class Undecided {
  /** `"lock_expires" (mapping.yml:12), which is not a time that can be read`. */
  readonly what: string;
  /** The way out. */
  readonly hint: string;

  constructor({ text, at }: SourceRef, why: string, wayOut: string) {
    this.what = `"${text}" (${at}), ${why}`;
    this.hint = `Correct the value in the source, or ${wayOut}.`;
  }
}

type Verdict = boolean | Undecided;

/** What a condition needs: the records that `reader` reads, the present, and how patterns run. */
type ConditionContext = Pick<CompileContext, 'reader' | 'now' | 'libraries' | 'meter' | 'problems'>;

/** Compiles a condition. */
export function compileCondition(
  condition: Condition,
  context: ConditionContext,
  use: ReadUse = 'value',
): (body: RecordBody) => Verdict {
  if ('conditions' in condition) {
    const parts = condition.conditions.map((each) => compileCondition(each, context, use));
    return combined(parts, condition.kind === 'any');
  }
  return compileComparison(condition, context, use);
}

type Comparison = Exclude<Condition, { readonly conditions: readonly Condition[] }>;

function compileComparison(
  condition: Comparison,
  context: ConditionContext,
  use: ReadUse,
): (body: RecordBody) => Verdict {
  const { reader, now } = context;
  const read = reading(condition.ref, reader, use);
  const { ref } = condition;
  const wrongShape = new Undecided(
    ref,
    'which is a list or an object there, or has another shape than this',
    'write this rule in your mapping with a path to the value or with `expr`, such as `when: { from: path.to.value, is: yes }`',
  );
  const unknown = new Undecided(
    ref,
    'whose value the source could not give (#NV, N/A)',
    "write this rule in your mapping and name the word before the others, such as `userStatus: [{ value: DECLINED, when: { from: …, is: ['#NV', N/A] } }, { value: VERIFIED }]`",
  );
  switch (condition.kind) {
    case 'empty':
      return (body) => {
        const value = read(body);
        return value === UNKNOWN_VALUE ? unknown : (isEmpty(value) || isHollow(value)) === condition.empty;
      };
    case 'is': {
      const { values, negated } = condition;
      return onText(read, { wrongShape, unknown }, (text) => (text !== null && isAmong(values, text)) !== negated);
    }
    case 'matches': {
      const pattern = patternIn(condition.pattern, context);
      return onText(
        read,
        { wrongShape, unknown },
        (text) => text !== null && pattern.test(withoutInvisible(text).trim()),
      );
    }
    case 'future': {
      const unreadable = new Undecided(
        ref,
        'which is not a time that can be read',
        'write this rule in your mapping so that any value blocks, such as `userStatus: [{ value: DECLINED, when: { from: …, empty: false } }, { value: VERIFIED }]`',
      );
      return onText(read, { wrongShape, unknown }, (text) => {
        const future = text === null ? false : isInFuture(withoutInvisible(text).trim(), now, condition.isInDays);
        return future === null ? unreadable : future === condition.future;
      });
    }
    case 'has': {
      const { values, negated } = condition;
      return (body) => {
        const value = read(body);
        if (value === UNKNOWN_VALUE) return unknown;
        const texts = textsOf(value);
        return texts === null ? wrongShape : texts.some((text) => isAmong(values, text)) !== negated;
      };
    }
    case 'includes': {
      const { negated } = condition;
      const wanted = condition.values.map((ref) => reader.reading(ref, use));
      return (body) => {
        const list = listOfTexts(read(body));
        if (list === null) return wrongShape;
        const value = wanted
          .map((each) => textOf(each(body)))
          .find((text) => typeof text === 'string' && text.trim() !== '');
        return (typeof value === 'string' && list.has(comparableAddress(value.trim()))) !== negated;
      };
    }
  }
}

/** Whether a text is one of the words of the mapping. */
function isAmong(values: ReadonlySet<string>, text: string): boolean {
  return values.has(text) || values.has(comparedText(text));
}

/** Reads what is compared; JSON and lists that cannot be parsed have another shape. */
function reading(ref: SourceRef, reader: SourceReader, use: ReadUse): Read {
  const read = reader.reading(ref, use);
  if (read === ABSENT) return read;
  return listReading(ref, reader, ref.json === undefined ? read : jsonReading(ref.json, read, reader, use), use);
}

/** Takes a value out of JSON, also out of JSON that is written as text. */
function jsonReading(ref: SourceRef, read: Read, reader: SourceReader, use: ReadUse): Read {
  const path = pathOf(ref, reader.problems) ?? [];
  const clean = reader.cleaner.cleaning(ref, use);
  return (body) => {
    const value = read(body);
    if (isEmpty(value) || typeof value === 'symbol') return value;
    const parsed = typeof value === 'string' ? parseCell(value) : value;
    return typeof parsed === 'symbol' ? OTHER_SHAPE : clean(valueAt(parsed, path));
  };
}

/** Takes the items out of a list that is written as text. */
function listReading(ref: SourceRef, { cleaner }: SourceReader, read: Read, use: ReadUse): Read {
  if (ref.list === undefined) return read;
  const items = itemsOf(ref.list);
  const clean = cleaner.cleaning(ref, use);
  return (body) => {
    const value = read(body);
    if (typeof value !== 'string' || isEmpty(value)) return value;
    const list = items(value);
    return typeof list === 'symbol' ? OTHER_SHAPE : clean(list);
  };
}

/** `any`: one part must hold, otherwise all must. An undecided part counts only when no other part decides. */
function combined(parts: readonly ((body: RecordBody) => Verdict)[], any: boolean): (body: RecordBody) => Verdict {
  return (body) => {
    let undecided: Undecided | null = null;
    for (const part of parts) {
      const verdict = part(body);
      if (verdict === any) return any;
      if (verdict instanceof Undecided) undecided ??= verdict;
    }
    return undecided ?? !any;
  };
}

/** A test of the trimmed text; null for an empty value. */
function onText(
  read: Read,
  { wrongShape, unknown }: { readonly wrongShape: Undecided; readonly unknown: Undecided },
  test: (text: string | null) => Verdict,
): (body: RecordBody) => Verdict {
  return (body) => {
    const value = read(body);
    if (isEmpty(value)) return test(null);
    if (value === UNKNOWN_VALUE) return unknown;
    const text = textOf(value);
    return typeof text === 'string' ? test(text.trim()) : wrongShape;
  };
}

/** The texts of a list, or of a single value; null when there is something else in it. */
function textsOf(value: unknown): readonly string[] | null {
  if (isEmpty(value)) return [];
  if (value === OTHER_SHAPE) return null;
  const texts: string[] = [];
  for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (isEmpty(item)) continue;
    const text = textOf(item);
    if (typeof text !== 'string') return null;
    texts.push(text.trim());
  }
  return texts;
}

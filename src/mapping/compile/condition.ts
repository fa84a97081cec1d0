import type { RecordBody } from '../../source/record.ts';
import type { Condition } from '../field-rule.ts';
import { isInFuture } from './future-date.ts';
import type { SourceReader } from './source-reader.ts';
import { isEmpty, textOf } from './source-value.ts';

/**
 * Compiles a condition on records that `reader` reads, as of `now` (ms since 1970). Lists and objects are not text: they never
 * equal or match anything.
 */
export function compileCondition(
  condition: Condition,
  reader: SourceReader,
  now: number,
): (body: RecordBody) => boolean {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.conditions.map((each) => compileCondition(each, reader, now));
      return (body) => parts.every((holds) => holds(body));
    }
    case 'any': {
      const parts = condition.conditions.map((each) => compileCondition(each, reader, now));
      return (body) => parts.some((holds) => holds(body));
    }
    case 'is': {
      const { values, negated } = condition;
      const read = reader.reading(condition.ref);
      return (body) => {
        const text = textOf(read(body));
        return (typeof text === 'string' && values.has(text.trim())) !== negated;
      };
    }
    case 'empty': {
      const read = reader.reading(condition.ref);
      return (body) => isEmpty(read(body)) === condition.empty;
    }
    case 'has': {
      const { values, negated } = condition;
      const read = reader.reading(condition.ref);
      return (body) => {
        const list = read(body);
        const texts = (Array.isArray(list) ? (list as unknown[]) : [list]).map(textOf);
        return texts.some((text) => typeof text === 'string' && values.has(text.trim())) !== negated;
      };
    }
    case 'future': {
      const read = reader.reading(condition.ref);
      return (body) => isInFuture(read(body), now) === condition.future;
    }
    case 'matches': {
      const { pattern } = condition;
      const read = reader.reading(condition.ref);
      return (body) => {
        const text = textOf(read(body));
        return typeof text === 'string' && pattern.test(text.trim());
      };
    }
  }
}

import type { RecordBody } from '../../source/record.ts';
import type { Condition } from '../mapping.ts';
import { isInFuture } from './future-date.ts';
import { isEmpty, textOf } from './plain-text.ts';
import type { SourceReader } from './source-reader.ts';

/**
 * Prepares a condition for reading records with `reader`, as of `now` (ms since 1970). Lists and objects are no text: they
 * are never like anything.
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

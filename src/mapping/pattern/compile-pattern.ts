import { MAX_TEXT, RecordLimit } from '../compile/record-limit.ts';
import type { WorkMeter } from '../compile/work-meter.ts';
import type { Pattern } from './pattern.ts';
import { steps } from './pattern-cost.ts';
import { type FoundMatch, replacement } from './replacement.ts';

export type LinearEngine = typeof import('re2js').RE2JS;

/** A pattern, ready to run on the texts of records. Every method throws `RecordLimit` for a text that would cost too much. */
export interface CompiledPattern {
  /** Whether it matches somewhere. */
  test(text: string): boolean;
  /** Prepares replacing every match. */
  replacing(template: string): (text: string) => string;
}

/** Steps that JavaScript's engine may take for one text, which it does in a few milliseconds. */
const MAX_NATIVE_STEPS = 1_000_000;
/** Instructions times characters, in one search of the linear engine: about a second of a slow machine. */
const MAX_LINEAR_STEPS = 50_000_000;

/**
 * Compiles a pattern. JavaScript's engine runs it where the pattern's cost bounds the steps, which is nearly always and ten times
 * as fast; the linear engine runs it on everything else, and where a modifier is needed. Both give the same result: `readPattern` refuses what differs, and
 * what repeats a group is always left to the linear engine.
 *
 * @param engine null when no pattern of the mapping needs it.
 * @throws RangeError with a clause for the mapping's author when the linear engine does not take the pattern.
 */
export function compilePattern(pattern: Pattern, engine: LinearEngine | null, meter: WorkMeter): CompiledPattern {
  const { native, syntax, needsLinearEngine, at } = pattern;
  const linear = needsLinearEngine ? linearSearch(pattern, engine, meter) : null;
  /** Notes the work of a search. JavaScript's engine if it may do it, else the linear one. */
  const engineFor = (text: string): RegExp | ReturnType<typeof linearSearch> => {
    const needed = linear === null ? text.length : steps(syntax.cost, text.length);
    if (linear !== null && (native === null || needed > MAX_NATIVE_STEPS)) return linear;
    if (native === null) throw new Error('a pattern for which there is no engine');
    meter.add(needed, at);
    return native;
  };
  return {
    test: (text) => {
      const chosen = engineFor(text);
      if (!(chosen instanceof RegExp)) return chosen(text).at(0, false) !== null;
      chosen.lastIndex = 0;
      return chosen.test(text);
    },
    replacing: (template) => {
      const by = replacement(template, syntax);
      return (text) => {
        const chosen = engineFor(text);
        const isFast = chosen instanceof RegExp;
        if (isFast && by.longest(text.length) <= MAX_TEXT) return text.replace(chosen, template);
        return replaced(text, isFast ? nativeSearch(chosen, text) : chosen(text), by, at);
      };
    },
  };
}

/** Searches in one text. */
interface Search {
  /** The first match at this place or after it. `withGroups`: whether the places of groups are wanted. */
  at(from: number, withGroups: boolean): FoundMatch | null;
}

function replaced(text: string, search: Search, by: ReturnType<typeof replacement>, at: string): string {
  const pieces: string[] = [];
  // A long text of the export may stay as long as it is.
  const limit = Math.max(MAX_TEXT, text.length);
  let length = 0;
  const add = (piece: string): void => {
    length += piece.length;
    if (length > limit) throw RecordLimit.text('the result of `replace`', at);
    pieces.push(piece);
  };
  let end = 0;
  for (let from = 0; from <= text.length; ) {
    const match = search.at(from, true);
    if (match === null) break;
    add(text.slice(end, match.start));
    for (const piece of by.pieces(text, match)) add(piece);
    end = match.end;
    from = match.end > match.start ? end : end + ((text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
  }
  add(text.slice(end));
  return pieces.join('');
}

function nativeSearch(native: RegExp, text: string): Search {
  const withIndices = new RegExp(native.source, `d${native.flags}`);
  return {
    at: (from) => {
      withIndices.lastIndex = from;
      const found = withIndices.exec(text);
      if (found === null) return null;
      return {
        start: found.index,
        end: found.index + found[0].length,
        group: (index) => found.indices?.[index] ?? [-1, -1],
      };
    },
  };
}

function linearSearch(
  { syntax, at }: Pattern,
  engine: LinearEngine | null,
  meter: WorkMeter,
): (text: string) => Search {
  if (engine === null) throw new Error('this pattern needs the linear engine, which was not loaded');
  const compiled = (source: string) => {
    try {
      return engine.compile(source);
    } catch (error) {
      const why = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : String(error);
      throw new RangeError(`cannot be matched in linear time (${why}): write it with fewer or simpler parts`);
    }
  };
  const main = compiled(syntax.re2);
  const ahead = syntax.ahead.map(({ negated, re2 }) => ({ negated, engine: compiled(re2) }));
  const size = [main, ...ahead.map((each) => each.engine)].reduce((sum, each) => sum + each.programSize(), 0);
  return (text) => {
    if (size * text.length > MAX_LINEAR_STEPS) throw RecordLimit.work('a text that is too long for its pattern', at);
    const matcher = main.matcher(text);
    return {
      at: (from, withGroups) => {
        if (ahead.length > 0 && from > 0) return null;
        return meter.timed<FoundMatch | null>(at, () => {
          for (const { negated, engine: search } of ahead) if (search.test(text) === negated) return null;
          if (!withGroups) return main.test(text) ? { start: 0, end: 0, group: () => [-1, -1] } : null;
          if (!matcher.find(from)) return null;
          const places: (readonly [number, number])[] = [];
          for (let index = 0; index <= syntax.groups; index += 1)
            places.push([matcher.start(index), matcher.end(index)]);
          const [start, end] = places[0] ?? [0, 0];
          return { start, end, group: (index) => places[index] ?? [-1, -1] };
        });
      },
    };
  };
}

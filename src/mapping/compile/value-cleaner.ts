import { isUndecoded, type Problem } from '../../source/record.ts';
import { withoutInvisible } from '../../text/invisible.ts';
import { normalizeName } from '../../text/normalize-name.ts';
import type { SourceRef } from '../field-rule.ts';
import type { CellReading } from './cell-reading.ts';
import { formulaText, isPlainText, nullMark, withoutControls } from './null-marks.ts';
import type { RecordFindings } from './record-findings.ts';
import { OTHER_SHAPE } from './source-path.ts';

/**
 * `deciding`: the value decides whether somebody may log in. A mark of something unknown is then `UNKNOWN_VALUE`, and not
 * nothing: an empty cell would often let the user in.
 */
export type ReadUse = 'value' | 'deciding';

/** In place of a value that the source could not compute (`#NV`), where that must not count as empty. */
export const UNKNOWN_VALUE = Symbol('unknown value');

/** Takes words for nothing out of what a reference reads, and adds the marks it took out to the findings of the record. */
export class ValueCleaner {
  readonly #reading: CellReading;
  readonly #findings: RecordFindings;
  /** By column or path: a place that several rules read counts once. */
  readonly #about = new Map<string, PlaceFindings>();

  constructor(reading: CellReading, findings: RecordFindings) {
    this.#reading = reading;
    this.#findings = findings;
  }

  /** Prepares cleaning what `ref` reads. A list is cleaned item by item. */
  cleaning(ref: SourceRef, use: ReadUse = 'value'): (value: unknown) => unknown {
    const text = this.#textCleaning(ref, use);
    return (value) => {
      if (typeof value === 'string') return text === null ? value : text(value);
      if (typeof value !== 'object' || value === null) return value;
      if (isUndecoded(value)) return OTHER_SHAPE;
      return Array.isArray(value) ? this.#list(value as unknown[], text) : value;
    };
  }

  /** Cleans all texts in a value, at any depth: for a value that is read as a whole. */
  deepCleaning(ref: SourceRef): (value: unknown) => unknown {
    const clean = this.cleaning(ref);
    const deep = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || isUndecoded(value)) return clean(value);
      if (Array.isArray(value)) return clean(value.map(deep));
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, deep(inner)]));
    };
    return deep;
  }

  #list(list: unknown[], text: ((value: string) => unknown) | null): unknown {
    let cleaned = list;
    // Not with entries(), for speed: every list of every record comes here.
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index];
      if (isUndecoded(item)) return OTHER_SHAPE;
      const made = typeof item === 'string' && text !== null ? text(item) : item;
      if (made === item) continue;
      if (cleaned === list) cleaned = [...list];
      cleaned[index] = made;
    }
    return cleaned;
  }

  #textCleaning(ref: SourceRef, use: ReadUse): ((value: string) => unknown) | null {
    const { nullMarks, emptyWords, keep } = this.#reading;
    if (keep.some((name) => normalizeName(name) === normalizeName(ref.text))) return null;
    const marks = nullMarks ? this.#markCleaning(ref, use) : null;
    if (emptyWords.length === 0) return marks;
    const words = new Set(emptyWords);
    // The `empty` of a whole file is meant for its other columns: a value that could not be computed is still unknown here.
    const isUnknown = (word: string) => use === 'deciding' && nullMark(word) === 'unknown';
    return (value) => {
      const word = value.trim();
      return words.has(word) && !(marks !== null && isUnknown(word)) ? '' : (marks?.(value) ?? value);
    };
  }

  #markCleaning(ref: SourceRef, use: ReadUse): (value: string) => unknown {
    const findings = this.#findings;
    const found = this.#about.get(ref.text) ?? findingsAbout(ref.text);
    this.#about.set(ref.text, found);
    const isExpected = (word: string) => ref.words?.has(word.toLowerCase()) ?? false;
    return (value) => {
      if (isPlainText(value)) return value;
      let text = value;
      const bare = withoutControls(text);
      if (bare !== null) {
        // A database's bit: \x01 would be a yes, and nothing when the control character is removed.
        if (bare === '' && use === 'deciding') return UNKNOWN_VALUE;
        findings.add(found.controls);
        text = bare;
      }
      const trimmed = withoutInvisible(text).trim();
      const inner = formulaText(trimmed);
      if (inner !== null) {
        findings.add(found.formula);
        text = inner;
      }
      const mark = nullMark(inner ?? trimmed);
      if (mark === null || isExpected(inner ?? trimmed)) return text;
      if (mark === 'unknown' && use === 'deciding') return UNKNOWN_VALUE;
      findings.add(found.nothing);
      return '';
    };
  }
}

type PlaceFindings = { readonly [what in 'nothing' | 'formula' | 'controls']: Problem };

function findingsAbout(place: string): PlaceFindings {
  return {
    nothing: {
      code: 'value.null_mark',
      field: null,
      message: `"${place}" has a word for no value, such as NULL or #NV, and counts as empty.`,
      hint: `Keep such words as text with \`source: { nulls: { keep: ['${place}'] } }\`, or everywhere with \`nulls: false\`.`,
    },
    formula: {
      code: 'value.formula',
      field: null,
      message: `"${place}" is written as a formula (="…"); the text inside is taken.`,
      hint: 'Keep formulas as they are with `source: { nulls: false }`.',
    },
    controls: {
      code: 'value.control_characters',
      field: null,
      message: `"${place}" begins or ends with control characters, which are removed.`,
      hint: 'Export again without them; keep them with `source: { nulls: false }`.',
    },
  };
}

import type { RecordBody, SourceRecord } from '../../source/record.ts';
import type { MappingLocation } from '../field-rule.ts';
import type { Jsonata } from './libraries.ts';
import type { Read } from './source-reader.ts';

/** Limits of one expression on one record: far more than a field needs, and they stop an endless one. */
const LIMITS = { timeout: 1_000, stack: 200, sequence: 10_000 } as const;

/** An expression that failed. The library's message may quote the record, so only its code is kept (`D3030`). */
export class ExpressionFailure {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/**
 * The expressions of a mapping. The library returns promises only, and a promise for every row would slow down every mapping:
 * so expressions are evaluated ahead for a chunk of records, and only when a mapping has any.
 */
export class Expressions {
  readonly #jsonata: Jsonata | null;
  readonly #problems: string[];
  readonly #prepared: ReturnType<Jsonata>[] = [];
  #results = new WeakMap<RecordBody, readonly unknown[]>();

  constructor(jsonata: Jsonata | null, problems: string[]) {
    this.#jsonata = jsonata;
    this.#problems = problems;
  }

  get any(): boolean {
    return this.#prepared.length > 0;
  }

  /** Compiles one expression; its result for a record can be read once that record is prepared. */
  reading(text: string, at: MappingLocation): Read {
    if (this.#jsonata === null) throw new Error('expressions need jsonata, which was not loaded');
    try {
      const place = this.#prepared.push(this.#jsonata(text, LIMITS)) - 1;
      return (body) => this.#results.get(body)?.[place];
    } catch (error) {
      const position = positionOf(error);
      this.#problems.push(`${at}: this is not a JSONata expression (${codeOf(error)}${position}).`);
      return () => undefined;
    }
  }

  /** Evaluates all expressions for these records; `inputOf` gives a record as expressions see it. */
  async prepare(records: readonly SourceRecord[], inputOf: (body: RecordBody) => object | undefined): Promise<void> {
    this.#results = new WeakMap();
    for (const { body } of records) {
      const input = inputOf(body);
      if (input === undefined) continue;
      const results: unknown[] = [];
      for (const expression of this.#prepared) {
        try {
          results.push(toJsonValue(await expression.evaluate(input)));
        } catch (error) {
          results.push(new ExpressionFailure(codeOf(error)));
        }
      }
      this.#results.set(body, results);
    }
  }
}

/** A plain JSON value: the library adds properties to its lists, and its functions are objects that hold their environment. */
function toJsonValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? new ExpressionFailure('error') : value;
  if ('_jsonata_function' in value || '_jsonata_lambda' in value) return new ExpressionFailure('error');
  return JSON.parse(JSON.stringify(value));
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z]\d{4}$/.test(code) ? code : 'error';
}

function positionOf(error: unknown): string {
  const position = typeof error === 'object' && error !== null && 'position' in error ? error.position : undefined;
  return typeof position === 'number' ? ` at position ${position}` : '';
}

import type { Problem, RecordBody, SourceRecord } from '../../source/record.ts';
import type { MappingLocation } from '../field-rule.ts';
import { expressionPaths } from '../unread/expression-paths.ts';
import type { Jsonata } from './libraries.ts';
import type { RecordFindings } from './record-findings.ts';
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
  /** The keys of the record that the expressions name. */
  readonly paths: string[][] = [];
  readonly #findings: RecordFindings;
  #results = new WeakMap<RecordBody, { readonly values: readonly unknown[]; readonly found: readonly Problem[] }>();

  /** `findings` take what is noticed while a record is read; with expressions that is the whole record. */
  constructor(jsonata: Jsonata | null, problems: string[], findings: RecordFindings) {
    this.#jsonata = jsonata;
    this.#problems = problems;
    this.#findings = findings;
  }

  get any(): boolean {
    return this.#prepared.length > 0;
  }

  /** Compiles one expression; its result for a record can be read once that record is prepared. */
  reading(text: string, at: MappingLocation): Read {
    if (this.#jsonata === null) throw new Error('expressions need jsonata, which was not loaded');
    try {
      const expression = this.#jsonata(text, LIMITS);
      this.paths.push(...expressionPaths(expression.ast()));
      const place = this.#prepared.push(expression) - 1;
      return (body) => {
        const result = this.#results.get(body);
        for (const problem of result?.found ?? []) this.#findings.add(problem);
        return result?.values[place];
      };
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
      const found = this.#findings.take();
      if (input === undefined) continue;
      const values: unknown[] = [];
      for (const expression of this.#prepared) {
        try {
          values.push(toJsonValue(await expression.evaluate(input)));
        } catch (error) {
          values.push(new ExpressionFailure(codeOf(error)));
        }
      }
      this.#results.set(body, { values, found });
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

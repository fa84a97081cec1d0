import type { Problem, RecordBody, SourceRecord } from '../../source/record.ts';
import type { MappingLocation } from '../field-rule.ts';
import { expressionPaths } from '../unread/expression-paths.ts';
import {
  type Evaluated,
  type ExpressionEvaluator,
  errorCode,
  type Jsonata,
  readExpression,
} from './evaluate-expression.ts';
import type { Overruns } from './overruns.ts';
import type { RecordFindings } from './record-findings.ts';
import type { Read } from './source-reader.ts';

/** An expression that failed, or needed more than one may. */
export class ExpressionFailure {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

/** What expressions need from outside. */
interface ExpressionContext {
  /** Null when the mapping has none. */
  readonly jsonata: Jsonata | null;
  readonly evaluator: ExpressionEvaluator | undefined;
  readonly problems: string[];
  /** Takes what is noticed while a record is read; with expressions that is the whole record. */
  readonly findings: RecordFindings;
  readonly overruns: Overruns;
}

interface PreparedExpression {
  readonly text: string;
  readonly at: MappingLocation;
}

/**
 * The expressions of a mapping. They are evaluated in another process, since an endless one could not be ended here: ahead, for a
 * chunk of records, and only when a mapping has any.
 */
export class Expressions {
  readonly #context: ExpressionContext;
  readonly #prepared: PreparedExpression[] = [];
  /** The keys of the record that the expressions name. */
  readonly paths: string[][] = [];
  #results = new WeakMap<RecordBody, { readonly values: readonly unknown[]; readonly found: readonly Problem[] }>();

  constructor(context: ExpressionContext) {
    this.#context = context;
  }

  get any(): boolean {
    return this.#prepared.length > 0;
  }

  /** Reads one expression; its result for a record can be read once that record is prepared. */
  reading(text: string, at: MappingLocation): Read {
    const { jsonata, findings, problems } = this.#context;
    if (jsonata === null) throw new Error('expressions need jsonata, which was not loaded');
    try {
      const tree = readExpression(jsonata, text).ast();
      this.paths.push(...expressionPaths(tree));
      if (hasModifier(tree))
        problems.push(`${at}: the regular expression has a modifier, as (?i:…): write the flag behind it, as /…/i.`);
    } catch (error) {
      problems.push(`${at}: this is not a JSONata expression (${errorCode(error)}${positionOf(error)}).`);
      return () => undefined;
    }
    const place = this.#prepared.push({ text, at }) - 1;
    return (body) => {
      const result = this.#results.get(body);
      for (const problem of result?.found ?? []) findings.add(problem);
      return result?.values[place];
    };
  }

  /** Evaluates all expressions for these records; `inputOf` gives a record as expressions see it. */
  async prepare(records: readonly SourceRecord[], inputOf: (body: RecordBody) => object | undefined): Promise<void> {
    const { evaluator, findings } = this.#context;
    if (evaluator === undefined) throw new Error('the mapping has expressions, but nothing evaluates them');
    this.#results = new WeakMap();
    const inputs: { readonly body: RecordBody; readonly input: object; readonly found: readonly Problem[] }[] = [];
    for (const { body } of records) {
      const input = inputOf(body);
      const found = findings.take();
      if (input !== undefined) inputs.push({ body, input, found });
    }
    const texts = this.#prepared.map(({ text }) => text);
    const results = await evaluator.evaluate(
      texts,
      inputs.map(({ input }) => input),
    );
    for (const [index, { body, found }] of inputs.entries()) {
      const values = (results[index] ?? []).map((evaluated, place) => this.#valueOf(evaluated, place));
      this.#results.set(body, { values, found });
    }
  }

  #valueOf(evaluated: Evaluated, place: number): unknown {
    if ('value' in evaluated) return evaluated.value;
    const { code } = evaluated;
    if (code === 'time' || code === 'memory') this.#context.overruns.add(this.#prepared[place]?.at ?? '');
    return new ExpressionFailure(code);
  }
}

/** Whether a pattern of an expression has what V8 may ignore: see `NativeSyntax`. */
function hasModifier(tree: unknown): boolean {
  if (tree instanceof RegExp) return /\(\?(?=[a-z-])[a-z]*(?:-[a-z]+)?:/.test(tree.source.replace(/\\./g, ''));
  return typeof tree === 'object' && tree !== null && Object.values(tree).some(hasModifier);
}

function positionOf(error: unknown): string {
  const position = typeof error === 'object' && error !== null && 'position' in error ? error.position : undefined;
  return typeof position === 'number' ? ` at position ${position}` : '';
}

import { InputError } from '../../runtime/input-error.ts';
import type { RecordBody } from '../../source/record.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { FieldRule } from '../field-rule.ts';
import { ruleRefs } from '../file/mapping-refs.ts';
import type { Join } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileField } from './compile-field.ts';
import { Expressions } from './expressions.ts';
import { FieldError } from './field-error.ts';
import { loadLibraries } from './libraries.ts';
import type { Overruns } from './overruns.ts';
import { RecordFindings } from './record-findings.ts';
import { NO_REGION, regionReader } from './record-region.ts';
import type { Scope } from './scoped-reader.ts';
import { parsePath, type SourcePath } from './source-path.ts';
import { columnReader, pathReader } from './source-reader.ts';
import { WarnedValue } from './warned-value.ts';
import { WorkMeter } from './work-meter.ts';

/** Finds joined records by their keys. Handed in, since they are stored on disk. */
export interface JoinIndex {
  /** The columns of a join's files; null when they are JSON. */
  columns(join: string): readonly string[] | null;
  /** The records with this key, in the order of their files. What is found here counts as matched. */
  find(join: string, key: string): readonly object[];
}

/** Reads the records of a join's files. */
export interface CompiledJoin {
  /** The key of a record; null when it has none. */
  readonly keyOf: (body: RecordBody) => string | null;
  /** The record as references see it: columns by their names. */
  readonly toObject: (body: RecordBody) => object | undefined;
}

/** The present, in milliseconds since 1970, and what counts the records of the plan that need too much. */
export interface JoinTimes {
  readonly now: number;
  readonly overruns: Overruns;
}

/**
 * Prepares reading the files of a join that have these columns (null: JSON).
 *
 * @throws InputError when the key names a column that they do not have.
 */
export async function compileJoin(
  join: Join,
  columns: readonly string[] | null,
  { now, overruns }: JoinTimes,
): Promise<CompiledJoin> {
  // Marks of nothing stay as they are until the record of the export reads them: that is the row they are counted for.
  const findings = new RecordFindings();
  const stored = { ...join.cells, nullMarks: false };
  const open = (cells: Join['cells']) =>
    columns === null ? pathReader(cells, findings) : columnReader(columns, cells, findings);
  const reader = open(join.cells);
  const libraries = await loadLibraries([join.key], join.key);
  const { problems } = reader;
  const meter = new WorkMeter(overruns);
  const expressions = new Expressions({ jsonata: null, evaluator: undefined, problems, findings, overruns });
  const phone = { region: null, readRegion: regionReader(libraries.phones), regionOf: NO_REGION };
  const wayOut = { statusWayOut: '', isStatusMissing: false };
  const make = compileKey(join.key, { reader, libraries, expressions, problems, now, phone, meter, ...wayOut });
  if (problems.length > 0) throw new InputError([...problems]);
  return {
    keyOf: (body) => {
      meter.reset();
      const key = make(body);
      findings.take();
      return typeof key === 'string' && key !== '' ? key : null;
    },
    toObject: open(stored).toObject,
  };
}

/** The joined records of the record that is being mapped. */
export interface JoinScopes {
  readonly scopes: readonly Scope[];
  /** Looks up the records that belong to a record; returns an error for each key that cannot be made. */
  enter(body: RecordBody): FieldError[];
  /** Sets what `enter` found for this record once more, without looking it up. */
  enterAgain(body: RecordBody): void;
}

/** Prepares the joins of a mapping. Keys are made from the export's own columns, not from those of other joins. */
export function joinScopes(joins: readonly Join[], index: JoinIndex | undefined, context: CompileContext): JoinScopes {
  if (joins.length === 0) return { scopes: [], enter: () => [], enterAgain: () => undefined };
  if (index === undefined) throw new Error('the mapping has joins, but no index of joined records was given');
  const prepared = joins.map(({ name, many, equals, key }) => ({
    name,
    many,
    key: compileKey(equals, context),
    scope: { name, columns: many ? null : index.columns(name), paths: keyPaths(key), value: undefined } as Scope,
  }));
  const entered = new WeakMap<RecordBody, readonly unknown[]>();
  return {
    scopes: prepared.map(({ scope }) => scope),
    enterAgain: (body) => {
      for (const [place, { scope }] of prepared.entries()) scope.value = entered.get(body)?.[place];
    },
    enter: (body) => {
      const errors: FieldError[] = [];
      for (const { name, many, key, scope } of prepared) {
        const made = key(body);
        if (made instanceof FieldError) errors.push(made);
        const found = typeof made === 'string' && made !== '' ? index.find(name, made) : [];
        scope.value = many ? found : found[0];
      }
      entered.set(
        body,
        prepared.map(({ scope }) => scope.value),
      );
      return errors;
    },
  };
}

/** The columns or paths that make the key of a joined record. */
function keyPaths(key: FieldRule): SourcePath[] {
  return ruleRefs(key).flatMap(({ text }) => [[text], parsePath(text) ?? []].filter((path) => path.length > 0));
}

/**
 * Makes the key of a record: a text, undefined when there is none, or a `FieldError`. The text is in NFC, since the two files may
 * come from different programs.
 */
function compileKey(rule: FieldRule, context: CompileContext): (body: RecordBody) => unknown {
  const field: CidaasField = { name: rule.field, path: ['key'], type: 'text', level: 'account', clearable: false };
  const { make } = compileField(rule, field, rule.field, context);
  return (body) => {
    const made = make(body);
    const key = made instanceof WarnedValue ? made.value : made;
    return typeof key === 'string' ? key.normalize('NFC') : key;
  };
}

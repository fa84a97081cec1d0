import { setImmediate } from 'node:timers/promises';
import { PlanComparison, type PlanDifference } from '../compare/compare.ts';
import { comparedRows } from '../ledger/compared-rows.ts';
import { Ledger } from '../ledger/ledger.ts';
import { removeLedgerFile } from '../ledger/ledger-file.ts';
import { mappingWords } from '../mapping/file/mapping-words.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { ComparedRow } from '../plan/compared-row.ts';
import type { Totals } from '../plan/row.ts';
import type { Comparison } from '../report/comparison.ts';
import type { IdentifierLevel } from '../report/report-data.ts';
import { valueShower } from '../report/value-shower.ts';
import { InputError } from '../runtime/input-error.ts';
import type { ChosenMapping } from './chosen-mapping.ts';
import type { ComparisonBase, MappingSource } from './ports.ts';

export interface Comparing {
  readonly base: ComparisonBase;
  /** The ledger of the plan that is reviewed, and the mapping it was made with. */
  readonly ledger: Ledger;
  readonly mapping: ChosenMapping | null;
  /** Of the export as the reviewed mapping has it read. */
  readonly fileNames: readonly string[];
  readonly level: IdentifierLevel;
  /** Makes the other file the mapping of the run, with its preset. @throws InputError with everything wrong with it. */
  readonly choose: (source: MappingSource) => Promise<ChosenMapping | null>;
  /** Plans the same export with another mapping; returns the names of its files as that one has them read. */
  readonly plan: (mapping: Mapping, ledger: Ledger) => Promise<readonly string[]>;
  readonly stop: AbortSignal;
}

/**
 * Plans the export with the other mapping into a second ledger, and compares row by row. What is wrong with the other mapping
 * is no fault of the reviewed one: it is said in the comparison and fails nothing.
 */
export async function compareWithBase(comparing: Comparing): Promise<Comparison> {
  const { base, ledger, mapping, plan } = comparing;
  let other: Ledger | null = null;
  try {
    const chosen = await chooseBase(comparing);
    const named = { name: base.name, sha256: chosen.sha256 };
    const totals = ledger.totals();
    if (chosen.sha256 === mapping?.sha256)
      return { base: named, problems: [], before: totals, ...noDifference(totals) };
    other = new Ledger(base.ledgerPath);
    const theirs = comparedRows(other, await plan(chosen.mapping, other));
    return { base: named, problems: [], before: other.totals(), ...(await walk(theirs, chosen, comparing)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return nothingCompared(base.name, error.problems);
  } finally {
    other?.close();
    removeLedgerFile(base.ledgerPath);
  }
}

async function chooseBase({ base, choose }: Comparing): Promise<ChosenMapping> {
  const source = await base.read();
  const chosen = source === null ? null : await choose(source);
  if (chosen !== null) return chosen;
  throw new InputError([`There is no ${base.name}. If this change adds the mapping, all of it is new.`]);
}

/** Both plans side by side: records are the same when they stand in the same line of the same file. */
async function walk(
  other: ReturnType<typeof comparedRows>,
  { texts }: ChosenMapping,
  comparing: Comparing,
): Promise<PlanDifference> {
  const { ledger, mapping, level, fileNames, stop } = comparing;
  const words = new Set([...texts, ...(mapping?.texts ?? [])].flatMap((text) => [...mappingWords(text)]));
  const comparison = new PlanComparison(valueShower(level, words));
  const [theirs, ours] = [new RowReader(other), new RowReader(comparedRows(ledger, fileNames))];
  for (let compared = 1; theirs.row !== null || ours.row !== null; compared++) {
    const order = theirs.row === null ? 1 : ours.row === null ? -1 : inOrder(theirs.row, ours.row);
    comparison.add(order <= 0 ? theirs.take() : null, order >= 0 ? ours.take() : null);
    if (compared % 1_000 === 0) await setImmediate(undefined, { signal: stop });
  }
  return comparison.result();
}

function inOrder(a: ComparedRow, b: ComparedRow): number {
  // The files of an export are read in the order of their names, by code unit.
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

/** The rows of a plan one by one. */
class RowReader {
  readonly #chunks: Iterator<readonly ComparedRow[]>;
  #chunk: readonly ComparedRow[] = [];
  #at = 0;

  constructor(chunks: Iterator<readonly ComparedRow[]>) {
    this.#chunks = chunks;
    this.#fill();
  }

  /** The next row; null after the last one. */
  get row(): ComparedRow | null {
    return this.#chunk[this.#at] ?? null;
  }

  take(): ComparedRow | null {
    const { row } = this;
    this.#at++;
    if (this.#at >= this.#chunk.length) this.#fill();
    return row;
  }

  #fill(): void {
    const next = this.#chunks.next();
    this.#chunk = next.done === true ? [] : next.value;
    this.#at = 0;
  }
}

function noDifference({ rows }: Totals): PlanDifference {
  return { rows: { same: rows, changed: 0, moved: 0 }, fields: [], moves: [] };
}

function nothingCompared(name: string, problems: readonly string[]): Comparison {
  const rows = { same: 0, changed: 0, moved: 0 };
  return { base: { name, sha256: null }, problems, before: null, rows, fields: [], moves: [] };
}

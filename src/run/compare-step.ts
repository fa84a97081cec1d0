import { setImmediate } from 'node:timers/promises';
import { PlanComparison, type PlanDifference } from '../compare/compare.ts';
import { comparedRows } from '../ledger/compared-rows.ts';
import { Ledger } from '../ledger/ledger.ts';
import { removeLedgerFile } from '../ledger/ledger-file.ts';
import { mappingWords } from '../mapping/file/mapping-words.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { ComparedRow } from '../plan/compared-row.ts';
import type { Totals } from '../plan/row.ts';
import type { Comparison, WarningChange } from '../report/comparison.ts';
import { valueShower } from '../report/value-shower.ts';
import { InputError } from '../runtime/input-error.ts';
import { SILENT_LOG } from '../runtime/log.ts';
import { NO_PROGRESS } from '../runtime/progress-log.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import { type ChosenMapping, chooseMapping } from './chosen-mapping.ts';
import { type PlannedRows, planRows } from './plan-step.ts';
import type { ComparisonBase, Ports } from './ports.ts';

/** The plan that is reviewed: its export, and the mapping it was made with. */
interface ReviewedPlan {
  readonly exported: Export;
  readonly mapping: ChosenMapping | null;
  /** Rows with each warning, by code. */
  readonly warnings: { readonly [code: string]: number };
}

/**
 * Plans the export with the base mapping into a second ledger, and compares both plans row by row. Problems of the base
 * mapping are part of the comparison and do not fail the run, which is about the reviewed mapping.
 */
export async function compareWithBase(
  settings: Settings,
  ports: Ports,
  base: ComparisonBase,
  { exported, mapping, warnings }: ReviewedPlan,
): Promise<Comparison> {
  const { ledger, stop } = ports;
  let baseLedger: Ledger | null = null;
  try {
    const chosen = await chooseBaseMapping(settings, base);
    const named = { name: base.name, sha256: chosen.sha256 };
    const totals = ledger.totals();
    if (chosen.sha256 === mapping?.sha256)
      return { base: named, problems: [], before: totals, warnings: [], ...noDifference(totals) };
    baseLedger = new Ledger(base.ledgerPath);
    const { baseExport, planned } = await planBase(
      settings,
      { ...ports, ledger: baseLedger },
      exported,
      chosen.mapping,
    );
    const texts = [...chosen.texts, ...(mapping?.texts ?? [])];
    const words = new Set(texts.flatMap((text) => [...mappingWords(text)]));
    const difference = await compareRows(
      new RowReader(comparedRows(baseLedger, namesOf(baseExport))),
      new RowReader(comparedRows(ledger, namesOf(exported))),
      new PlanComparison(valueShower(settings.report.identifiers, words)),
      stop,
    );
    const changed = changedWarnings(planned.warnings, warnings);
    return { base: named, problems: [], warnings: changed, before: baseLedger.totals(), ...difference };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return nothingCompared(base.name, error.problems);
  } finally {
    baseLedger?.close();
    removeLedgerFile(base.ledgerPath);
  }
}

async function chooseBaseMapping(settings: Settings, base: ComparisonBase): Promise<ChosenMapping> {
  const source = await base.read();
  const chosen = source === null ? null : await chooseMapping(settings, { readMappingFile: async () => source });
  if (chosen !== null) return chosen;
  throw new InputError([
    `${base.name} does not exist, so nothing was compared. This is expected for the change that adds the mapping.`,
  ]);
}

/** Plans the export as the base mapping reads it, without logging its warnings and progress. */
async function planBase(
  settings: Settings,
  ports: Ports,
  exported: Export,
  mapping: Mapping,
): Promise<{ readonly baseExport: Export; readonly planned: PlannedRows }> {
  const baseExport = (await ports.openExport(mapping)) ?? exported;
  const quiet = { ...ports, state: null, log: SILENT_LOG, progress: NO_PROGRESS };
  return { baseExport, planned: await planRows(settings, quiet, baseExport, mapping) };
}

function changedWarnings(before: ReviewedPlan['warnings'], after: ReviewedPlan['warnings']): WarningChange[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return codes
    .map((code) => ({ code, before: before[code] ?? 0, after: after[code] ?? 0 }))
    .filter((change) => change.before !== change.after);
}

function namesOf({ files }: Export): string[] {
  return files.map(({ name }) => name);
}

/** Walks both plans in parallel: rows are the same record when they start at the same line of the same file. */
async function compareRows(
  before: RowReader,
  after: RowReader,
  comparison: PlanComparison,
  stop: AbortSignal,
): Promise<PlanDifference> {
  for (let compared = 1; before.row !== null || after.row !== null; compared++) {
    const order = before.row === null ? 1 : after.row === null ? -1 : compareOrder(before.row, after.row);
    comparison.add(order <= 0 ? before.take() : null, order >= 0 ? after.take() : null);
    if (compared % 1_000 !== 0) continue;
    await setImmediate();
    stop.throwIfAborted();
  }
  return comparison.result();
}

function compareOrder(a: ComparedRow, b: ComparedRow): number {
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
  return { base: { name, sha256: null }, problems, warnings: [], before: null, rows, fields: [], moves: [] };
}

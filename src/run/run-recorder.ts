import type { Ledger } from '../ledger/ledger.ts';
import { saveRunRecord } from './run-notes.ts';
import type { RunRecord, RunSections } from './run-record.ts';

/**
 * Holds the current record of a run and saves every change to the ledger at once: if this process is killed, the post step or
 * the next run closes the run from there.
 */
export class RunRecorder {
  readonly #ledger: Ledger;
  #record: RunRecord;

  constructor(ledger: Ledger, record: RunRecord) {
    this.#ledger = ledger;
    this.#record = record;
    this.save();
  }

  get record(): RunRecord {
    return this.#record;
  }

  /** Adds a step's section. Warnings are added to those of earlier steps, other parts replace what was there. */
  add(section: Partial<RunSections>): void {
    const warnings = { ...this.#record.warnings, ...section.warnings };
    const firstWarnings = { ...this.#record.firstWarnings, ...section.firstWarnings };
    this.#record = { ...this.#record, ...section, warnings, firstWarnings };
    this.save();
  }

  save(): void {
    saveRunRecord(this.#ledger, this.#record);
  }
}

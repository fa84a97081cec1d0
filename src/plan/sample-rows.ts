import type { SourceRecord } from '../source/record.ts';

/** Why a row was chosen for a reviewer to look at. */
export type SampleReason = 'no warning' | 'most warnings' | 'status';

/** A row that represents others. */
export interface SampleRow {
  readonly why: SampleReason;
  readonly status: string;
  readonly record: SourceRecord;
}

interface Candidate extends SampleRow {
  /** The higher, the better; then the lower `turn`. */
  readonly warnings: number;
  readonly turn: number;
}

/** Candidates of each kind that are kept in memory, since some turn out to be duplicates. */
const MAX_CANDIDATES = 8;
const MAX_STATUSES = 10;

/**
 * Chooses rows for a reviewer while the export is read: one without a warning, the one with most warnings, and one of each
 * status. The same seed chooses the same rows of the same export.
 */
export class SampleRows {
  readonly #seed: number;
  readonly #kinds = new Map<string, Candidate[]>();

  /** `seed`: hex digits. */
  constructor(seed: string) {
    this.#seed = Number.parseInt(seed.slice(0, 8), 16);
  }

  add(record: SourceRecord, warnings: number, status: string): void {
    const turn = mixed(this.#seed ^ record.row);
    const why = warnings === 0 ? 'no warning' : 'most warnings';
    this.#keep(why, { why, status, record, warnings, turn });
    this.#keep(`status ${status}`, { why: 'status', status, record, warnings: 0, turn });
  }

  /** At most one row of each kind, and no row twice. `isPlanned`: whether a row is still to be sent. */
  choose(isPlanned: (row: number) => boolean): SampleRow[] {
    const chosen: SampleRow[] = [];
    for (const candidates of this.#inOrder()) {
      const isShown = candidates[0]?.why === 'status' && chosen.some(({ status }) => status === candidates[0]?.status);
      const found = isShown ? undefined : candidates.find(({ record }) => isPlanned(record.row));
      if (found !== undefined) chosen.push({ why: found.why, status: found.status, record: found.record });
    }
    return chosen;
  }

  #inOrder(): readonly Candidate[][] {
    const first = ['no warning', 'most warnings'];
    const others = [...this.#kinds.keys()].filter((kind) => !first.includes(kind)).sort();
    return [...first, ...others].map((kind) => this.#kinds.get(kind) ?? []);
  }

  #keep(kind: string, candidate: Candidate): void {
    const known = this.#kinds.get(kind);
    if (known === undefined && this.#kinds.size >= MAX_STATUSES + 2) return;
    const candidates = known ?? [];
    this.#kinds.set(kind, candidates);
    const last = candidates.at(-1);
    if (candidates.length === MAX_CANDIDATES && last !== undefined && !isBetter(candidate, last)) return;
    candidates.push(candidate);
    candidates.sort((a, b) => (isBetter(a, b) ? -1 : 1));
    if (candidates.length > MAX_CANDIDATES) candidates.pop();
  }
}

function isBetter(a: Candidate, b: Candidate): boolean {
  return a.warnings > b.warnings || (a.warnings === b.warnings && a.turn < b.turn);
}

/** Spreads neighbouring numbers over all 32 bits: the last steps of MurmurHash3. */
function mixed(number: number): number {
  let bits = number;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

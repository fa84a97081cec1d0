import type { Outcome } from '../plan/row.ts';

/** Failures of consecutive lines of one file. */
export interface FailureBin {
  readonly counts: { readonly [outcome in Outcome]?: number };
  readonly total: number;
}

/** Where the failures of one file are: bin 0 begins at line 1, and each covers `lines` lines. */
export interface FilePlaces {
  /** Index into the export's files. */
  readonly file: number;
  readonly lines: number;
  /** From the first line to the last one that is known; a bin without failures is empty. */
  readonly bins: readonly FailureBin[];
  readonly total: number;
}

/** Collects where failures are while rows are streamed; the memory does not grow with them. */
export interface FailurePlaces {
  add(row: { readonly file: number; readonly line: number; readonly outcome: Outcome }): void;
  /** A row that did not fail shows how long its file is. */
  reach(row: { readonly file: number; readonly line: number }): void;
  /** Files with most failures first. */
  files(): readonly FilePlaces[];
}

/** More bins than this are too narrow to read. */
const MAX_BINS = 160;
const MAX_FILES = 1_000;

interface Collected {
  lines: number;
  last: number;
  total: number;
  bins: { [outcome in Outcome]?: number }[];
}

export function failurePlaces(): FailurePlaces {
  const files = new Map<number, Collected>();

  function collected(file: number): Collected | null {
    const known = files.get(file);
    if (known !== undefined) return known;
    if (files.size >= MAX_FILES) return null;
    const fresh: Collected = { lines: 1, last: 0, total: 0, bins: [] };
    files.set(file, fresh);
    return fresh;
  }

  function reach(of: Collected, line: number): void {
    of.last = Math.max(of.last, line);
    while (Math.ceil(of.last / of.lines) > MAX_BINS) {
      of.lines *= 2;
      of.bins = merged(of.bins);
    }
  }

  return {
    add({ file, line, outcome }) {
      const of = collected(file);
      if (of === null) return;
      reach(of, line);
      const at = Math.floor((line - 1) / of.lines);
      const bin = of.bins[at] ?? {};
      bin[outcome] = (bin[outcome] ?? 0) + 1;
      of.bins[at] = bin;
      of.total++;
    },
    reach({ file, line }) {
      const of = collected(file);
      if (of !== null) reach(of, line);
    },
    files: () =>
      [...files]
        .filter(([, { total }]) => total > 0)
        .map(([file, of]) => ({ file, lines: of.lines, bins: binsOf(of), total: of.total }))
        .sort((a, b) => b.total - a.total || a.file - b.file),
  };
}

/** Joins two bins into one. */
function merged(bins: Collected['bins']): Collected['bins'] {
  const half: Collected['bins'] = [];
  bins.forEach((bin, at) => {
    const into = half[Math.floor(at / 2)] ?? {};
    for (const [outcome, rows] of Object.entries(bin) as [Outcome, number][])
      into[outcome] = (into[outcome] ?? 0) + rows;
    half[Math.floor(at / 2)] = into;
  });
  return half;
}

function binsOf({ bins, last, lines }: Collected): FailureBin[] {
  return Array.from({ length: Math.ceil(last / lines) }, (_, at) => {
    const counts = bins[at] ?? {};
    return { counts, total: Object.values(counts).reduce((sum, rows) => sum + rows, 0) };
  });
}

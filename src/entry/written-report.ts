import { resolve } from 'node:path';
import type { Ledger } from '../ledger/ledger.ts';
import { warningsIn } from '../ledger/row-warnings.ts';
import { type WrittenReport, writeReport } from '../publish/report-files.ts';
import type { NamedFiles } from '../publish/repository-files.ts';
import { sourceLinks } from '../publish/source-links.ts';
import type { ReportHead } from '../report/report-data.ts';
import { loadRuleLines } from '../run/run-notes.ts';
import { usedLimits } from '../run/used-limits.ts';
import type { Settings } from '../settings/settings.ts';
import type { Env } from './step-environment.ts';

/** The run is over, but its report could not be written. What later runs need has been kept. */
export class ReportNotWritten extends Error {
  readonly head: ReportHead;

  constructor(head: ReportHead, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'ReportNotWritten';
    this.head = head;
  }
}

/** A closed run, and what its report is written with. */
export interface ClosedRun {
  readonly settings: Settings;
  /** `report-dir` is relative to it. */
  readonly cwd: string;
  readonly env: Env;
  readonly head: ReportHead;
  readonly ledger: Ledger;
  /** Keeps what later runs need; null when that is done. */
  readonly keepFirst: (() => Promise<unknown>) | null;
}

/**
 * Writes the report files of a closed run. When that fails, what later runs need is kept before anything else, so that a later
 * attempt does not send settled users again.
 *
 * @throws ReportNotWritten with the error as its cause.
 */
export async function writeRunReport({
  settings,
  cwd,
  env,
  head,
  ledger,
  keepFirst,
}: ClosedRun): Promise<WrittenReport> {
  const { report } = settings;
  const names = { ...namedFiles(settings), shown: head.export.files.map(({ name }) => name) };
  try {
    return await writeReport({
      dir: resolve(cwd, report.dir),
      head,
      rows: (outcomes) => ledger.rows(outcomes),
      warnings: warningsIn(ledger),
      level: report.identifiers,
      notes: reasonLines(head),
      language: report.language,
      limits: usedLimits(settings, head),
      links: await sourceLinks(cwd, names, loadRuleLines(ledger), env),
    });
  } catch (cause) {
    await keepFirst?.();
    throw new ReportNotWritten(head, cause);
  }
}

/** Why the run ended as it did, one sentence per line; empty when it succeeded. */
export function reasonLines({ reason }: ReportHead): string[] {
  return reason?.split('\n') ?? [];
}

/** The files of a run that annotations and links may point to. */
export function namedFiles({ mapping, export: { artifact } }: Settings): NamedFiles {
  return { mapping, exportIsArtifact: artifact !== null };
}

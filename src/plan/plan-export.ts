import { createHash } from 'node:crypto';
import { Overruns } from '../mapping/compile/overruns.ts';
import type { MappingLocation } from '../mapping/field-rule.ts';
import type { RecordMapper } from '../mapping/mapped.ts';
import type { Duplicates } from '../mapping/mapping.ts';
import { breath } from '../runtime/breath.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import type { Export, Problem, SourceRecord } from '../source/record.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import type { ArrivalCounts } from './arrivals.ts';
import { type ChunkDecision, decideChunk } from './decide-chunk.ts';
import type { RowRules } from './decide-row.ts';
import { type DecisionThreads, decisionsInOrder } from './decisions-in-order.ts';
import { type Claims, decideDuplicate } from './duplicates.ts';
import { ListPages } from './incomplete-export.ts';
import type { LeftOutValue } from './left-out-values.ts';
import type { PasswordCount } from './password-counts.ts';
import { PlanCounts } from './plan-counts.ts';
import type { PlannedRow } from './row.ts';
import type { FirstWarning } from './row-warnings.ts';
import type { SampleRows } from './sample-rows.ts';
import type { StatusCount } from './status-counts.ts';

/** Receives the plan while it is made; implemented by the ledger. */
export interface PlanSink {
  /** Writes the decisions for one chunk of rows, in row order. */
  add(rows: readonly PlannedRow[]): void;
  /**
   * The planned rows that may share an identity key with another row, in order of precedence and in chunks; called once.
   */
  duplicateCandidates(
    order: 'first' | 'last',
  ): AsyncIterable<readonly { readonly row: number; readonly body: string }[]>;
  readonly claims: Claims;
  /** Excludes a planned row. */
  exclude(row: number, outcome: 'duplicate' | 'invalid', other: number, why: Problem): void;
  /** Runs `work` in one transaction. */
  transaction(work: () => void): void;
}

export interface PlanOptions extends RowRules {
  readonly exported: Export;
  /** The mapper for each file of the export, by its index. */
  readonly mappers: readonly RecordMapper[];
  /** The overruns of all mappers since the last call; without it they count their own. */
  readonly takeOverruns?: () => readonly MappingLocation[];
  /** Threads that decide rows, too; absent or null: this thread decides all. The plan is the same. */
  readonly threads?: DecisionThreads | null;
  /** Which of several rows with the same user is imported; `error`: the first, and the others are invalid. */
  readonly duplicates?: Duplicates;
  readonly sink: PlanSink;
  /** Chooses rows that a reviewer sees as a whole; absent or null where nobody does. */
  readonly samples?: SampleRows | null;
  /** Called after each chunk with the rows read so far. */
  readonly onProgress: (rows: number) => void;
  readonly signal: AbortSignal;
}

export interface PlannedExport {
  readonly rows: number;
  /** Rows with each warning, by code. */
  readonly warnings: { readonly [code: string]: number };
  /** The first rows with each warning, by code. */
  readonly firstWarnings: { readonly [code: string]: readonly FirstWarning[] };
  /** Users by the form in which their hashes are sent, including duplicates; empty if no hashes are recognised. */
  readonly passwords: readonly PasswordCount[];
  /** Why the export holds fewer users than exist, as a sentence without its period; null when nothing in it says so. */
  readonly incomplete: string | null;
  /** Users by status and by the rule that gives it, including duplicates. */
  readonly statuses: readonly StatusCount[];
  /** Values of these users that were not imported as they are in the source. */
  readonly leftOut: readonly LeftOutValue[];
  /** What the users of the plan bring, without duplicates. */
  readonly arrivals: ArrivalCounts;
  /** SHA-256 (hex) over the planned users and the excluded rows: the `users` part of the digest. */
  readonly users: string;
}

/**
 * Decides every row of the export before anything is sent: maps, validates and stores each row, then finds duplicates and
 * conflicts. Memory does not grow with the export: everything that must be kept goes to the sink.
 *
 * @throws InputError when the export turns out to be broken.
 */
export async function planExport(options: PlanOptions): Promise<PlannedExport> {
  const { exported, mappers, sink, onProgress, signal, duplicates = 'first', samples, threads = null } = options;
  const counts = new PlanCounts();
  const overruns = new Overruns(() => 0);
  const users = createHash('sha256');
  const pages = new ListPages(exported.files);
  const { takeOverruns = () => [] } = options;
  const here = { ...options, takeOverruns, breathe: breath(signal) };
  const mapperOf = ([first]: readonly SourceRecord[]): RecordMapper => {
    const mapper = mappers[first?.file ?? 0];
    if (mapper === undefined) throw new Error(`file ${first?.file} of the export has no mapper`);
    return mapper;
  };
  const decide = (chunk: readonly SourceRecord[]) => decideChunk(chunk, { ...here, mapper: mapperOf(chunk) });
  let rows = 0;
  const take = (chunk: readonly SourceRecord[], decision: ChunkDecision): void => {
    for (const at of decision.overruns) overruns.add(at);
    const mapper = mapperOf(chunk);
    mapper.addSightings(decision.sightings);
    const unwatched = new Set(decision.unwatched);
    for (const [place, record] of chunk.entries()) if (!unwatched.has(place)) mapper.watch(record);
    counts.addAll(decision.counted);
    const planned = withBodies(decision);
    if (samples)
      for (const [place, { outcome, status, warnings }] of planned.entries()) {
        const record = chunk[place];
        if (outcome === 'planned' && record) samples.add(record, warnings?.length ?? 0, status ?? '');
      }
    users.update(decision.bodies);
    sink.add(planned);
    rows += chunk.length;
    onProgress(rows);
  };
  for await (const { chunk, decision } of decisionsInOrder(exported.records(pages.add), decide, threads)) {
    take(chunk, await untilStopped(decision, signal));
    signal.throwIfAborted();
  }
  const settle = ({ row, body }: { readonly row: number; readonly body: string }): void => {
    const user = JSON.parse(body) as CidaasUser;
    const verdict = decideDuplicate(row, user, sink.claims);
    if (verdict.kind === 'counts') return;
    counts.arrivals.remove(user);
    users.update(`${verdict.kind} ${row}\n`);
    if (verdict.kind === 'duplicate')
      sink.exclude(row, duplicates === 'error' ? 'invalid' : 'duplicate', verdict.of, verdict.why);
    else sink.exclude(row, 'invalid', verdict.with, verdict.why);
  };
  for await (const members of sink.duplicateCandidates(duplicates === 'last' ? 'last' : 'first')) {
    signal.throwIfAborted();
    sink.transaction(() => members.forEach(settle));
  }
  const incomplete = pages.missing(rows);
  return {
    rows,
    warnings: counts.warnings.counts(),
    firstWarnings: counts.warnings.first(exported.files.map(({ name }) => name)),
    incomplete,
    passwords: counts.passwords.list(),
    statuses: counts.statuses.list(),
    leftOut: counts.leftOut.list(),
    arrivals: counts.arrivals.list(),
    users: users.digest('hex'),
  };
}

/** The rows with the texts of their users, as the ledger takes them. */
function withBodies({ rows, bodies }: ChunkDecision): PlannedRow[] {
  let start = 0;
  return rows.map((row) => {
    if (row.outcome !== 'planned') return row;
    const end = bodies.indexOf('\n', start);
    const body = bodies.slice(start, end);
    start = end + 1;
    return { ...row, body };
  });
}

import { MAX_OVERRUNS } from '../mapping/compile/overruns.ts';
import type { MappingLocation } from '../mapping/field-rule.ts';
import type { PathSighting, RecordMapper } from '../mapping/mapped.ts';
import type { SourceRecord } from '../source/record.ts';
import { decideRow, type RowRules } from './decide-row.ts';
import { type CountedUsers, PlanCounts } from './plan-counts.ts';
import type { PlannedRow } from './row.ts';

/** The decisions about a chunk of rows, as plain data: they may come from another thread. */
export interface ChunkDecision {
  /** In row order; the bodies of planned rows are in `bodies`. */
  readonly rows: readonly Omit<PlannedRow, 'body'>[];
  /** The JSON text of each planned user, followed by a line feed. */
  readonly bodies: string;
  /** Places of the rows that are not watched: see `RecordMapper.watch`. */
  readonly unwatched: readonly number[];
  readonly counted: CountedUsers;
  readonly sightings: readonly PathSighting[];
  /** The rules that needed more than a record may take, once for each record. */
  readonly overruns: readonly MappingLocation[];
}

/** What the decisions about chunks depend on, apart from the records. */
export interface ChunkRules extends RowRules {
  readonly mapper: RecordMapper;
  /** The overruns of the mapper since the last call. */
  readonly takeOverruns: () => readonly MappingLocation[];
  /** Called for each row; awaited when it returns something. */
  readonly breathe: () => Promise<void> | undefined;
}

/** Decides rows by themselves. The result depends on nothing but the records, so chunks can be decided in any order and thread. */
export async function decideChunk(records: readonly SourceRecord[], rules: ChunkRules): Promise<ChunkDecision> {
  const { mapper, breathe } = rules;
  const counts = new PlanCounts(rules.countDeclaredHashes);
  const rows: Omit<PlannedRow, 'body'>[] = [];
  const unwatched: number[] = [];
  let bodies = '';
  const decision = (): ChunkDecision => ({
    ...{ rows, bodies, unwatched, counted: counts.counted() },
    ...{ sightings: mapper.takeSightings(), overruns: rules.takeOverruns() },
  });
  try {
    if (mapper.prepare !== null) await mapper.prepare(records);
    for (const record of records) {
      const pause = breathe();
      if (pause !== undefined) await pause;
      const mapped = mapper(record);
      if (mapped.kind !== 'user' && mapped.unwatched) unwatched.push(rows.length);
      const { body, ...row } = decideRow(record, mapped, rules, counts);
      if (body !== undefined) bodies += `${body}\n`;
      rows.push(row);
    }
  } catch (error) {
    const ended = decision();
    // Too many: the count over all chunks, which may have begun before this one, says at which rule the plan ends.
    if (ended.overruns.length > MAX_OVERRUNS) return ended;
    throw error;
  }
  return decision();
}

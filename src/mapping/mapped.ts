import type { Carried } from '../password/carry.ts';
import type { Problem, SourceRecord } from '../source/record.ts';
import type { CidaasUser, Identifiers } from '../user/cidaas-user.ts';

/** A password hash in the form in which it is sent. */
export type SentHash = Extract<Carried, { kind: 'sent' }>;

/** The status that a user gets, and which rule of the mapping gives it; one object for all users with the same. */
export interface StatusDecision {
  readonly status: string;
  /** In the words of the mapping: `lock_expires (preset magento:27)`. */
  readonly reason: string;
}

/** The result of mapping one record. */
export type Mapped =
  | {
      readonly kind: 'user';
      readonly user: CidaasUser;
      readonly warnings: readonly Problem[];
      /** How the hash is sent to cidaas; null without one, and when the mapping fills `password_hash_info` itself. */
      readonly password: SentHash | null;
      readonly status: StatusDecision;
    }
  /** A `skip` rule matched: not a user to migrate. `reason` is the rule's, in the words of the mapping's author. */
  | ({ readonly kind: 'skipped'; readonly reason: string; readonly identifiers: Identifiers } & Watched)
  /** At least one field cannot be made; the identifiers that could be read help to find the row. */
  | ({ readonly kind: 'invalid'; readonly problems: readonly Problem[]; readonly identifiers: Identifiers } & Watched);

interface Watched {
  /** The record was skipped, is broken or needs too much, so its columns do not count: it is not given to `watch`. */
  readonly unwatched?: true;
}

/** A path of the mapping in one chunk of records: whether it was found, and keys that were in its place. */
export interface PathSighting {
  readonly path: string;
  readonly seen: boolean;
  readonly near: readonly string[];
}

/** A compiled mapping for the files that share one header (or for JSON). Synchronous: called once a record. */
export interface RecordMapper {
  /** Depends on the record alone: chunks can be mapped in any order and in any thread. */
  (record: SourceRecord): Mapped;
  /** Must be awaited before the records of a chunk are mapped; null when nothing has to be prepared. */
  readonly prepare: ((records: readonly SourceRecord[]) => Promise<void>) | null;
  /** Notes what the record has and no rule reads. Call it in the order of the rows, for all but the `unwatched` ones. */
  watch(record: SourceRecord): void;
  /** What was looked for in the records that were mapped since the last call. */
  takeSightings(): readonly PathSighting[];
  /** Adds the sightings of one chunk to those of the export. */
  addSightings(sightings: readonly PathSighting[]): void;
}

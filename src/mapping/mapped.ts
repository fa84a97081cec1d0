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
  | { readonly kind: 'skipped'; readonly reason: string; readonly identifiers: Identifiers }
  /** At least one field cannot be made; the identifiers that could be read help to find the row. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[]; readonly identifiers: Identifiers };

/** A compiled mapping for the files that share one header (or for JSON). Synchronous: called once a record. */
export interface RecordMapper {
  (record: SourceRecord): Mapped;
  /** Must be awaited before the records of a chunk are mapped; null when nothing has to be prepared. */
  readonly prepare: ((records: readonly SourceRecord[]) => Promise<void>) | null;
}

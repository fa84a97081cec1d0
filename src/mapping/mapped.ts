import type { Carried } from '../password/carry.ts';
import type { Problem, SourceRecord } from '../source/record.ts';
import type { CidaasUser, Identifiers } from '../user/cidaas-user.ts';

/** A password hash in the form in which it is sent. */
export type SentHash = Extract<Carried, { kind: 'sent' }>;

/** What the mapping makes of one record. */
export type Mapped =
  | {
      readonly kind: 'user';
      readonly user: CidaasUser;
      readonly warnings: readonly Problem[];
      /** How the hash goes to cidaas; null without one, and when the mapping does not recognise hashes. */
      readonly password: SentHash | null;
    }
  /** A `skip` rule matched: no user to migrate. `reason` is the rule's, in the mapping author's words. */
  | { readonly kind: 'skipped'; readonly reason: string; readonly identifiers: Identifiers }
  /** At least one field cannot be made; the identifiers that could be read are there to find the row by. */
  | { readonly kind: 'invalid'; readonly problems: readonly Problem[]; readonly identifiers: Identifiers };

/** A compiled mapping for the files that share one header (or for JSON). Synchronous: called once a record. */
export interface RecordMapper {
  (record: SourceRecord): Mapped;
  /** Must be awaited before the records of a chunk are mapped; null when the mapping needs no preparation. */
  readonly prepare: ((records: readonly SourceRecord[]) => Promise<void>) | null;
}

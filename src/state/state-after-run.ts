import type { Ledger } from '../ledger/ledger.ts';
import { prepareQuery } from '../ledger/query.ts';
import { FINGERPRINT_CHARACTERS } from './keys.ts';
import type { StateEntry } from './state-file.ts';

/** A fingerprint that matches nothing. */
export const NO_MATCH = '?'.repeat(FINGERPRINT_CHARACTERS);

/**
 * The state after a run: the new fingerprints of users that the tenant accepted; the last ones of all other known users, so
 * that a failed user is sent again and a user who comes back is known. What the tenant has of a user that was sent without a
 * usable answer is uncertain: its fingerprint matches nothing, so the next delta sends it. The same holds for users who were
 * blocked, or may have been. Missing users that were deleted are
 * left out, so that they are new when they come back; those that were blocked are marked, and those that may have been changed
 * as well: while changes wait, that is all of them. A known user whose account the tenant gave to a row is left out, since that
 * row has the account now. A run that takes another back compares nothing: all users stay as they were, except those that it deleted.
 */
export function* stateAfterRun({ db }: Ledger): Generator<StateEntry> {
  const undo = prepareQuery<{ n: number }>(
    db,
    "SELECT EXISTS (SELECT 1 FROM account_change WHERE action = 'undo') AS n",
  );
  const parts = undo.get()?.n === 1 ? [AFTER_UNDO] : [KEPT, ACCEPTED];
  for (const sql of parts) yield* prepareQuery<StateEntry>(db, sql).iterate();
}

/** The tenant answered a row of this run with the account of this known user. */
export const ANSWERED_SUB =
  "details ->> '$[0]' IN (SELECT sub FROM row WHERE state IN ('created', 'updated') AND sub IS NOT NULL)";

const KEPT = `
  SELECT
    iif(is_uncertain OR mark IN ('blocked', 'uncertain'), '${NO_MATCH}', fingerprint) AS fingerprint,
    iif(is_uncertain, json_set(details, '$[1]', '', '$[2]', ''), details) AS details,
    mark
  FROM (
    SELECT known.id, known.fingerprint, known.details, known.row, account_change.state AS change,
      row.state = 'unknown' AND pending.row IS NOT NULL AS is_uncertain,
      CASE
        WHEN known.mark = 'blocked' OR account_change.state = 'blocked' THEN 'blocked'
        WHEN known.mark = 'uncertain' OR account_change.state IN ('planned', 'sending', 'unknown') THEN 'uncertain'
        WHEN known.row IS NULL THEN 'missing'
        ELSE 'present'
      END AS mark
    FROM known LEFT JOIN row ON row.row = known.row
    LEFT JOIN pending ON pending.row = known.row AND pending.known = known.id
    LEFT JOIN account_change ON account_change.known = known.id
    WHERE known.row IS NULL OR row.state NOT IN ('created', 'updated')
  ) WHERE change IS NOT 'deleted' AND NOT (row IS NULL AND ${ANSWERED_SUB}) AND id NOT IN (
    SELECT known FROM pending JOIN row USING (row) WHERE known IS NOT NULL AND state IN ('created', 'updated')
  ) ORDER BY id`;

const ACCEPTED = `
  SELECT pending.fingerprint, iif(row.sub IS NULL, details, json_set(details, '$[0]', row.sub)) AS details, 'present' AS mark
  FROM pending JOIN row USING (row) WHERE state IN ('created', 'updated') ORDER BY row`;

const AFTER_UNDO = `
  SELECT fingerprint, details, mark FROM known WHERE coalesce(details ->> '$[0]', '') NOT IN (
    SELECT sub FROM account_change WHERE state = 'undone' AND sub IS NOT NULL
  ) ORDER BY id`;

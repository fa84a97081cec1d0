import type { Problem } from '../source/record.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** An e-mail domain of planned users, in lower case. */
export interface EmailDomain {
  readonly domain: string;
  readonly rows: number;
  /** The first row with it. */
  readonly first: number;
}

/** A valid address has only one @. */
const DOMAIN = "lower(substr(user.identifiers ->> '$.email', instr(user.identifiers ->> '$.email', '@') + 1))";

/** At most `limit` domains of the users that would be sent, those of most users first. */
export function emailDomains({ db }: Ledger, limit: number): readonly EmailDomain[] {
  return prepareQuery<EmailDomain>(
    db,
    `SELECT ${DOMAIN} AS domain, count(*) AS rows, min(row) AS first FROM user JOIN row USING (row)
     WHERE state = 'planned' AND user.identifiers ->> '$.email' IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 3 LIMIT ?`,
  ).all(limit);
}

/** Makes the planned rows with these e-mail domains invalid. */
export function refuseDomains(
  { db }: Ledger,
  domains: readonly string[],
  { code, field, message, hint }: Problem,
): void {
  db.prepare(
    `UPDATE row SET state = 'invalid', code = ?, field = ?, message = ?, hint = ? WHERE state = 'planned' AND row IN (
      SELECT row FROM user WHERE ${DOMAIN} IN (SELECT value FROM json_each(?))
    )`,
  ).run(code, field, message, hint, JSON.stringify(domains));
}

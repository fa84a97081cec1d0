import type { Problem } from '../source/record.ts';
import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';
import { warningKinds } from './row-warnings.ts';

/** An e-mail domain of planned users, in lower case. */
export interface EmailDomain {
  readonly domain: string;
  readonly rows: number;
  /** The first row with it. */
  readonly first: number;
}

const DOMAIN = 'lower(user_domain(row))';

/** At most `limit` domains of the users that would be sent, those of most users first. */
export function emailDomains({ db }: Ledger, limit: number): readonly EmailDomain[] {
  return prepareQuery<EmailDomain>(
    db,
    `SELECT ${DOMAIN} AS domain, count(*) AS rows, min(row) AS first FROM row
     WHERE state = 'planned' GROUP BY 1 HAVING domain IS NOT NULL ORDER BY 2 DESC, 3 LIMIT ?`,
  ).all(limit);
}

/** Where a row is in the export. */
interface RowPlace {
  readonly row: number;
  readonly file: number;
  readonly line: number;
}

const WITH_DOMAINS = `state = 'planned' AND ${DOMAIN} IN (SELECT value FROM json_each(?))`;

/** Gives the planned rows with these e-mail domains a warning. Returns at most `limit` of them, the first ones. */
export function warnDomains(
  ledger: Ledger,
  domains: readonly string[],
  warning: Problem,
  limit: number,
): readonly RowPlace[] {
  const { db } = ledger;
  const names = JSON.stringify(domains);
  ledger.transaction(() => {
    const kind = warningKinds(db)(warning);
    db.prepare(`INSERT INTO warning (row, kind) SELECT row, ? FROM row WHERE ${WITH_DOMAINS} ORDER BY row`).run(
      kind,
      names,
    );
  });
  return prepareQuery<RowPlace>(db, `SELECT row, file, line FROM row WHERE ${WITH_DOMAINS} ORDER BY row LIMIT ?`).all(
    names,
    limit,
  );
}

/** Makes the planned rows with these e-mail domains invalid. */
export function refuseDomains(
  { db }: Ledger,
  domains: readonly string[],
  { code, field, message, hint }: Problem,
): void {
  db.prepare(`UPDATE row SET state = 'invalid', code = ?, field = ?, message = ?, hint = ? WHERE ${WITH_DOMAINS}`).run(
    code,
    field,
    message,
    hint,
    JSON.stringify(domains),
  );
}

import type { CidaasUser, Identifiers } from '../mapping/cidaas-user.ts';
import { identifiersOf } from '../plan/identity-keys.ts';
import type { LedgerRow, Outcome } from './row.ts';

/** SQLite reads single values out of a user's JSON in half the time in which it could be parsed. */
const HAS_IDENTITIES = "body -> '$.identities' IS NOT NULL";
export const OWN_SUB = `iif(${HAS_IDENTITIES}, NULL, body ->> '$.sub') AS sub`;

/** What is selected of a row for a report, in this order. */
export type RowCells = readonly [
  row: number,
  file: number,
  line: number,
  state: Outcome,
  code: string | null,
  field: string | null,
  message: string | null,
  hint: string | null,
  sub: string | null,
  attempts: number,
  duplicateOf: number | null,
  identifiers: string | null,
  body: string | null,
  ownSub: string | null,
  email: string | null,
  username: string | null,
  mobileNumber: string | null,
];

/**
 * The columns of `RowCells`, of `row` joined with `user`. The identifiers of a planned row stand in its user, which is only
 * parsed when it has identities; those of the others stand beside it.
 */
export const ROW_CELLS = `
  row, file, line, state, code, field, message, hint, row.sub, attempts, duplicate_of, identifiers,
  iif(${HAS_IDENTITIES}, body, NULL), body ->> '$.sub', body ->> '$.email', body ->> '$.username', body ->> '$.mobile_number'`;

/** Reads what `ROW_CELLS` selected. */
export function toLedgerRow(cells: RowCells): LedgerRow {
  const [row, file, line, outcome, code, field, message, hint, sub, attempts, duplicateOf] = cells;
  const identifiers = knownIdentifiers(cells);
  const shownSub = sub ?? identifiers.sub ?? null;
  return { row, file, line, outcome, code, field, message, hint, sub: shownSub, identifiers, attempts, duplicateOf };
}

function knownIdentifiers(cells: RowCells): Identifiers {
  const [, , , , , , , , , , , known, body, sub, email, username, mobile_number] = cells;
  if (known !== null) return JSON.parse(known) as Identifiers;
  if (body !== null) return identifiersOf(JSON.parse(body) as CidaasUser);
  return {
    ...(sub !== null && { sub }),
    ...(email !== null && { email }),
    ...(username !== null && { username }),
    ...(mobile_number !== null && { mobile_number }),
  };
}

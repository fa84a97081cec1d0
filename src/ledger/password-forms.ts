import type { Ledger } from './ledger.ts';
import { prepareQuery } from './query.ts';

/** Users whose password is sent in one form. */
export interface PasswordForm {
  /** The `algorithmTypeId`. */
  readonly sentAs: string;
  readonly users: number;
}

/** The forms in which this run sends passwords, and those that an earlier attempt sent, most users first. Reads every user. */
export function passwordForms({ db }: Ledger): readonly PasswordForm[] {
  return prepareQuery<PasswordForm>(
    db,
    `SELECT user_body(row) ->> '$.password_hash_info.algorithmTypeId' AS sentAs, count(*) AS users FROM row
     WHERE state IN ('planned', 'created', 'updated') GROUP BY 1 HAVING sentAs IS NOT NULL ORDER BY 2 DESC, 1`,
  ).all();
}

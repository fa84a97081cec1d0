import type { LedgerRow, WarningRow } from '../plan/row.ts';
import { shorten } from '../text/escape.ts';
import type { Identifiers } from '../user/cidaas-user.ts';
import { maskIdentifiers, maskSecrets, maskText } from './mask.ts';
import type { IdentifierLevel } from './report-data.ts';

/** A row as a report may show it: identifiers and messages masked, not yet escaped for the output format. */
export interface ShownRow {
  readonly row: number;
  /** The name of its file. */
  readonly file: string;
  readonly line: number;
  readonly outcome: LedgerRow['outcome'];
  readonly code: string | null;
  readonly field: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly user: Identifiers;
  /** The sub of the account, which may be another than the one that was sent; null when there is none, or none may be shown. */
  readonly account: string | null;
  readonly attempts: number;
  readonly duplicateOf: number | null;
}

/** Cuts long messages of the tenant. */
const MAX_MESSAGE_CHARACTERS = 1000;
/** Masking reads at most this much of a message, so that a huge one does not take minutes. */
const MAX_READ_CHARACTERS = 16_384;
const MASKED_VALUE = /[\p{L}\p{N}+]*\*{3}(?:@?[\p{L}\p{N}]*\*{3})?[\p{L}\p{N}.]*/gu;

/** Masks one row for the report. `fileNames` are those of the export, by the row's file index. */
export function shownRow(row: LedgerRow, level: IdentifierLevel, fileNames: readonly string[]): ShownRow {
  const user = shownUser(row, level);
  return {
    row: row.row,
    file: fileNames[row.file] ?? '',
    line: row.line,
    outcome: row.outcome,
    code: row.code,
    field: row.field,
    message: shownMessage(row, level),
    hint: row.hint,
    user,
    account: accountOf(row, user, level),
    attempts: row.attempts,
    duplicateOf: row.duplicateOf,
  };
}

/** Masks rows as they are read. */
export function* shownRows(
  rows: Iterable<LedgerRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<ShownRow> {
  for (const row of rows) yield shownRow(row, level, fileNames);
}

/** Masks warnings as they are read. */
export function* shownWarnings(
  rows: Iterable<WarningRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<ShownRow> {
  for (const row of rows) yield shownWarning(row, level, fileNames);
}

function accountOf(row: LedgerRow, user: Identifiers, level: IdentifierLevel): string | null {
  const { identifiers, sub } = row;
  const isAnother = sub !== null && identifiers.sub !== undefined && identifiers.sub !== sub;
  const account = isAnother ? shownUser({ ...row, identifiers: { ...identifiers, sub } }, level) : user;
  return account.sub ?? null;
}

/** Masks one warning for the report. Its message is ours and holds no data, whatever became of the row. */
export function shownWarning(row: WarningRow, level: IdentifierLevel, fileNames: readonly string[]): ShownRow {
  const message = row.message === null ? null : shorten(maskSecrets(row.message), MAX_MESSAGE_CHARACTERS);
  return { ...shownRow({ ...row, message: null }, level, fileNames), message };
}

/** The identifiers of a row that may be shown. When no sub was sent, the one from the tenant's answer is used. */
export function shownUser(row: LedgerRow, level: IdentifierLevel): Identifiers {
  const sub = row.identifiers.sub ?? row.sub;
  return maskIdentifiers(sub === null ? row.identifiers : { ...row.identifiers, sub }, level);
}

/**
 * The message of a row. A message of the tenant was masked with all values of the user before it went to the ledger
 * (`mask-message.ts`); here the identifiers are masked again, and at `none` masked values are hidden. Our own messages hold
 * no data and are only searched for secrets.
 */
export function shownMessage(row: LedgerRow, level: IdentifierLevel): string | null {
  if (row.message === null) return null;
  const text = row.message.slice(0, MAX_READ_CHARACTERS);
  const byTenant = row.outcome === 'failed' || row.outcome === 'unknown' || row.attempts > 0;
  return shorten(byTenant ? maskedMessage(text, row, level) : maskSecrets(text), MAX_MESSAGE_CHARACTERS);
}

function maskedMessage(text: string, row: LedgerRow, level: IdentifierLevel): string {
  if (level === 'full') return maskSecrets(text);
  const own = [...Object.values(row.identifiers), ...(row.sub === null ? [] : [row.sub])];
  return hideMaskedValues(maskText(text, own), level);
}

/** At `none`, replaces masked values such as `j***@e***.com` by `***`. */
export function hideMaskedValues(masked: string, level: IdentifierLevel): string {
  return level === 'none' ? masked.replace(MASKED_VALUE, '***') : masked;
}

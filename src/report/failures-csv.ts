import type { LedgerRow } from '../plan/row.ts';
import { csvCell } from '../text/escape.ts';
import type { IdentifierLevel } from './report-data.ts';
import { shownRow } from './shown-row.ts';
import { inChunks } from './text-chunks.ts';

const HEADER = 'row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number,attempts';

/**
 * `failures.csv` in chunks of about 64 KiB: UTF-8 without a byte-order mark, CRLF, one line for each row of `failures`;
 * missing values are empty cells.
 */
export function failuresCsv(
  failures: Iterable<LedgerRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  return inChunks(lines(failures, level, fileNames));
}

function* lines(
  failures: Iterable<LedgerRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  yield `${HEADER}\r\n`;
  for (const ledgerRow of failures) {
    const { row, file, line, outcome, code, field, message, hint, user, attempts } = shownRow(
      ledgerRow,
      level,
      fileNames,
    );
    const { sub = null, email = null, username = null, mobile_number = null } = user;
    const cells = [row, file, line, outcome, code, field, message, hint, sub, email, username, mobile_number, attempts];
    yield `${cells.map(csvCell).join(',')}\r\n`;
  }
}

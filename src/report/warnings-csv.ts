import type { WarningRow } from '../plan/row.ts';
import { csvCell } from '../text/escape.ts';
import type { IdentifierLevel } from './report-data.ts';
import { shownWarning } from './shown-row.ts';
import { inChunks } from './text-chunks.ts';

const HEADER = 'row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number';

/** `warnings.csv` in chunks of about 64 KiB, as `failures.csv`: one line for each warning of each row. */
export function warningsCsv(
  warnings: Iterable<WarningRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  return inChunks(lines(warnings, level, fileNames));
}

function* lines(
  warnings: Iterable<WarningRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  yield `${HEADER}\r\n`;
  for (const warning of warnings) {
    const shown = shownWarning(warning, level, fileNames);
    const { row, file, line, outcome, code, field, message, hint, user } = shown;
    const { sub = null, email = null, username = null, mobile_number = null } = user;
    const cells = [row, file, line, outcome, code, field, message, hint, sub, email, username, mobile_number];
    yield `${cells.map(csvCell).join(',')}\r\n`;
  }
}

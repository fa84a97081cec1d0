import type { WarningRow } from '../plan/row.ts';
import type { IdentifierLevel } from './report-data.ts';
import { ROW_COLUMNS, rowCsv } from './row-csv.ts';
import { shownWarning } from './shown-row.ts';

/** `warnings.csv` in chunks: one line for each warning of each row. */
export function warningsCsv(
  warnings: Iterable<WarningRow>,
  level: IdentifierLevel,
  fileNames: readonly string[],
): Generator<string> {
  return rowCsv(ROW_COLUMNS, cells(warnings, level, fileNames));
}

function* cells(warnings: Iterable<WarningRow>, level: IdentifierLevel, fileNames: readonly string[]) {
  for (const warning of warnings) {
    const { user, ...row } = shownWarning(warning, level, fileNames);
    yield { ...row, ...user };
  }
}

import { splitCells } from './csv.ts';
import { CsvLines } from './csv-lines.ts';
import { type FoundHeader, findHeader, HEADER_SEARCH_RECORDS } from './header-layout.ts';
import type { Delimiter } from './record.ts';
import type { HeaderLayout } from './source-layout.ts';

/** The header of a CSV file. */
export interface CsvHeader extends FoundHeader {
  /** Complete sentences with file and line. */
  readonly problems: readonly string[];
}

/**
 * Reads the header from the first part of a file's text. A column without a name is allowed, since spreadsheets write
 * trailing delimiters; text in such a column is reported for each record. A quote error in this part of the file is a
 * problem as well.
 * @param isComplete says that `head` is all of the file.
 */
export async function readHeader(
  head: string,
  file: { readonly name: string; readonly delimiter: Delimiter },
  isComplete: boolean,
  layout: HeaderLayout,
): Promise<CsvHeader> {
  const { texts, lines, failure } = new CsvLines(file.name, file.delimiter).push(head, isComplete);
  const [line = 1] = lines;
  const failures = failure?.problems ?? [];
  const failed = (problems: readonly string[]): CsvHeader => ({ columns: [], skip: 0, problems });
  if (texts.length === 0 && failure !== null) return failed(failures);
  if (texts.length === 0) {
    const problem = isComplete
      ? 'the file has no header.'
      : 'the header does not end: it is longer than 256 KiB. Check that the file is CSV and has line breaks.';
    return failed([`${file.name}:1: ${problem}`]);
  }
  const header = findHeader(
    await splitCells(texts.slice(0, layout.kind === 'first' ? 1 : HEADER_SEARCH_RECORDS), file),
    layout,
  );
  if (header === null) return failed([`${file.name}:${line}: ${noHeader(layout)}`]);
  const { columns } = header;
  const problems = columns.some((name) => name !== '') ? headerProblems(columns) : ['the header has no column names.'];
  const at = lines[header.skip - 1] ?? line;
  return { ...header, problems: [...problems.map((problem) => `${file.name}:${at}: ${problem}`), ...failures] };
}

function noHeader(layout: HeaderLayout): string {
  return layout.kind === 'with'
    ? `none of the first ${HEADER_SEARCH_RECORDS} records is the header, which must have at least two of the columns ${layout.columns.join(', ')}.`
    : 'the record has more cells than `source.header` of the mapping has columns.';
}

/** An e-mail address, a password hash (crypt, PHC, LDAP) or an international phone number: never the name of a column. */
const LOOKS_LIKE_DATA =
  /^[^\s@]+@[^\s@]+\.[a-z]{2,24}$|^\$[\w-]{1,20}\$\S{8,}$|^\{[\w-]{2,20}\}\S{8,}$|^\+\d[\d\s()./-]{6,}$/i;

/** If the header is missing, the data of the first record must not appear in a message as column names. */
function headerProblems(columns: readonly string[]): string[] {
  const data = columns.findIndex((name) => LOOKS_LIKE_DATA.test(name));
  if (data < 0) return duplicates(columns);
  const what = `column ${data + 1} contains an e-mail address, a phone number or a password hash`;
  return [`this line looks like a record, not a header (${what}). Put the column names on the first line.`];
}

function duplicates(columns: readonly string[]): string[] {
  const places = new Map<string, number[]>();
  for (const [index, name] of columns.entries()) {
    if (name !== '') places.set(name, [...(places.get(name) ?? []), index + 1]);
  }
  return [...places]
    .filter(([, at]) => at.length > 1)
    .map(([name, at]) => `the header has "${name}" more than once (columns ${at.join(', ')}). Rename all but one.`);
}

import { splitCells } from './csv.ts';
import { CsvLines, SEPARATOR_LINE } from './csv-lines.ts';
import { findHeader } from './header-layout.ts';
import type { Delimiter } from './record.ts';
import type { HeaderLayout } from './source-layout.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Records that are compared. */
const SAMPLE_RECORDS = 100;

/**
 * Detects the delimiter of a CSV file: from a `sep=` line, otherwise the delimiter with which most records have as many
 * cells as the header, then the one that results in most cells. `,` for a file with one column.
 * @param head the first part of the text; `isComplete` if it is all of it.
 * @returns null when a `sep=` line names an unsupported delimiter.
 */
export async function guessDelimiter(
  head: string,
  isComplete: boolean,
  layout: HeaderLayout = { kind: 'first' },
): Promise<Delimiter | null> {
  const declared = SEPARATOR_LINE.exec(/^\s*([^\r\n]*)/.exec(head)?.[1]?.trimEnd() ?? '')?.[1];
  if (declared !== undefined) return DELIMITERS.find((delimiter) => delimiter === declared) ?? null;
  let best = { delimiter: DELIMITERS[0] ?? ',', share: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const { share, cells } = await scoreDelimiter(head, delimiter, isComplete, layout);
    if (share > best.share || (share === best.share && cells > best.cells)) best = { delimiter, share, cells };
  }
  return best.delimiter;
}

/** The number of header cells, and the share of records with the same number; 0 if the header has only one cell. */
async function scoreDelimiter(
  head: string,
  delimiter: Delimiter,
  isComplete: boolean,
  layout: HeaderLayout,
): Promise<{ share: number; cells: number }> {
  const { texts } = new CsvLines('', delimiter).push(head, isComplete);
  const records = await splitCells(texts.slice(0, SAMPLE_RECORDS), { name: '', delimiter });
  // Lines before the header can have any number of cells.
  const before = layout.kind === 'with' ? (findHeader(records, layout)?.skip ?? records.length + 1) - 1 : 0;
  const [header, ...others] = records.slice(before).map((cells) => cells.length);
  if (header === undefined && before > 0) return { share: 0, cells: 1 };
  // A quote error in the header itself: use this delimiter only if no other one fits.
  if (header === undefined) return { share: 0, cells: head.split(/[\r\n]/, 1)[0]?.split(delimiter).length ?? 1 };
  if (header < 2) return { share: 0, cells: 1 };
  const same = others.filter((cells) => cells === header).length;
  return { share: others.length === 0 ? 1 : same / others.length, cells: header };
}

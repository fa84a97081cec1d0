import { splitCells } from './csv.ts';
import { CsvLines, SEPARATOR_LINE } from './csv-lines.ts';
import { findHeader } from './header-layout.ts';
import type { Delimiter } from './record.ts';
import type { HeaderLayout } from './source-layout.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Records looked at. */
const SAMPLE_RECORDS = 100;

/**
 * Tells what separates the cells of a CSV file: a `sep=` line says it; else the delimiter by which the most records
 * have as many cells as the header, then the one that gives most cells. A file of one column passes as `,`.
 * @param head the first part of the text; `whole` when it is all of it.
 * @returns null when a `sep=` line names a delimiter that is not known.
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

/** The cells of the header, and the share of the other records that have as many; 0 where the header has but one. */
async function scoreDelimiter(
  head: string,
  delimiter: Delimiter,
  isComplete: boolean,
  layout: HeaderLayout,
): Promise<{ share: number; cells: number }> {
  const { texts } = new CsvLines('', delimiter).push(head, isComplete);
  const records = await splitCells(texts.slice(0, SAMPLE_RECORDS), { name: '', delimiter });
  // Lines before the header have any number of cells.
  const before = layout.kind === 'with' ? (findHeader(records, layout)?.skip ?? records.length + 1) - 1 : 0;
  const [header, ...others] = records.slice(before).map((cells) => cells.length);
  if (header === undefined && before > 0) return { share: 0, cells: 1 };
  // A quote error in the header itself: good for a guess only when nothing else fits.
  if (header === undefined) return { share: 0, cells: head.split(/[\r\n]/, 1)[0]?.split(delimiter).length ?? 1 };
  if (header < 2) return { share: 0, cells: 1 };
  const same = others.filter((cells) => cells === header).length;
  return { share: others.length === 0 ? 1 : same / others.length, cells: header };
}

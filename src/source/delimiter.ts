import { InputError } from '../input-error.ts';
import { cutCells } from './csv.ts';
import { CsvLines, SEPARATOR_LINE } from './csv-lines.ts';
import type { Delimiter } from './record.ts';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** Records looked at. */
const SAMPLE = 100;

/**
 * Tells what separates the cells of a CSV file: a `sep=` line says it; else the delimiter by which the most records
 * have as many cells as the header, then the one that gives most cells. A file of one column passes as `,`.
 * @param head the first part of the text; `whole` when it is all of it.
 * @returns null when a `sep=` line names a delimiter that is not known.
 */
export async function guessDelimiter(head: string, whole: boolean): Promise<Delimiter | null> {
  const declared = SEPARATOR_LINE.exec(/^\s*([^\r\n]*)/.exec(head)?.[1]?.trimEnd() ?? '')?.[1];
  if (declared !== undefined) return DELIMITERS.find((delimiter) => delimiter === declared) ?? null;
  let best: { delimiter: Delimiter; share: number; cells: number } = { delimiter: ',', share: 0, cells: 1 };
  for (const delimiter of DELIMITERS) {
    const [header = 1, ...others] = await cellCounts(head, delimiter, whole);
    if (header < 2) continue;
    const share = others.length === 0 ? 1 : others.filter((cells) => cells === header).length / others.length;
    if (share > best.share || (share === best.share && header > best.cells)) best = { delimiter, share, cells: header };
  }
  return best.delimiter;
}

async function cellCounts(head: string, delimiter: Delimiter, whole: boolean): Promise<number[]> {
  try {
    const { texts } = new CsvLines('', delimiter).push(head, whole);
    const records = await cutCells(texts.slice(0, SAMPLE), { name: '', delimiter });
    return records.map((cells) => cells.length);
  } catch (error) {
    // With this delimiter the quotes make no sense.
    if (error instanceof InputError) return [];
    throw error;
  }
}

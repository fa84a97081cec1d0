import { withoutInvisible } from '../../text/invisible.ts';
import type { ReadMark } from '../unread/value-words.ts';
import { type CellReading, cellReader } from './cell-reading.ts';
import { isPlainText, nullMark } from './null-marks.ts';

/** Reads texts of columns that no rule reads, as far as it matters whether there is a value. Nothing is counted or changed. */
export function markReader(cells: CellReading): ReadMark {
  const unquoted = cellReader(cells);
  const words = new Set(cells.emptyWords);
  return (raw) => {
    const text = unquoted(raw) ?? '';
    if (words.size > 0 && words.has(text.trim())) return '';
    if (text === '' || !cells.nullMarks || isPlainText(text)) return text;
    const trimmed = withoutInvisible(text).trim();
    const mark = nullMark(trimmed);
    if (mark === null) return trimmed;
    return mark === 'nothing' ? '' : null;
  };
}

import { InputError } from '../runtime/input-error.ts';
import type { Delimiter } from './record.ts';
import type { RecordEnd } from './record-scan.ts';
import { RecordScan } from './record-scan.ts';

/** Complete records of a CSV text, not yet split into cells. `texts` and `lines` have the same length. */
export interface CsvText {
  /** The record's text without its line break; line breaks inside quotes are kept as they are. */
  readonly texts: readonly string[];
  /** 1-based physical line where the record starts. */
  readonly lines: readonly number[];
  /**
   * An unclosed quote, text after a closing quote, or a record over the limit: nothing after these records can be read.
   * The message names the lines and contains no data.
   */
  readonly failure: InputError | null;
}

/** In characters. Limits how much text an unclosed quote can consume before it is reported. */
const MAX_RECORD_LENGTH = 1024 * 1024;

/** The line that spreadsheets write before the header to name the delimiter. */
export const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

const LINE_BREAK = /\r\n|\r|\n/g;

/**
 * Splits the text of a CSV file into records: tracks quotes, counts physical lines (ended by LF, CRLF or CR) and drops
 * records that contain only white space and delimiters. fast-csv parses the cells, but it has no line numbers, and on an
 * unclosed quote it takes hours and prints the rest of the file.
 */
export class CsvLines {
  readonly #name: string;
  readonly #delimiter: Delimiter;
  readonly #blank: RegExp;
  #rest = '';
  #line = 1;
  #begun = false;

  /** @param name of the file, for messages. */
  constructor(name: string, delimiter: Delimiter) {
    this.#name = name;
    this.#delimiter = delimiter;
    this.#blank = new RegExp(`^[\\s${delimiter}]*$`);
  }

  /** Adds the next piece of text and returns the records that it completes; `isLast`: no more text follows. */
  push(piece: string, isLast: boolean): CsvText {
    const text = this.#rest + piece;
    const scan = new RecordScan(text, this.#delimiter);
    const texts: string[] = [];
    const lines: number[] = [];
    let start = 0;
    while (start < text.length) {
      const found = scan.endOfRecord(start);
      const failure = this.#failure(found, text, start, isLast);
      if (failure !== null) return { texts, lines, failure };
      const end = found.at;
      const isCr = text.charCodeAt(end) === 13;
      const mayGoOn = end === Number.POSITIVE_INFINITY || (isCr && end + 1 === text.length);
      if (mayGoOn && !isLast) break;
      const record = text.slice(start, end);
      if (!this.#isSkipped(record)) {
        texts.push(record);
        lines.push(this.#line);
      }
      this.#line += 1 + (found.quoted ? lineBreaks(record) : 0);
      start = Math.min(end, text.length) + (isCr && text.charCodeAt(end + 1) === 10 ? 2 : 1);
    }
    this.#rest = text.slice(start);
    return { texts, lines, failure: null };
  }

  #failure(found: RecordEnd, text: string, start: number, last: boolean): InputError | null {
    if (Math.min(found.at, text.length) - start > MAX_RECORD_LENGTH) {
      return this.#tooLong(text.slice(start, start + MAX_RECORD_LENGTH), found.quoted);
    }
    if (found.kind === 'text-after-quote') return this.#textAfterQuote(text.slice(start, found.at));
    return found.kind === 'open-quote' && last ? this.#openQuote(text.slice(start), 'at the end of the file') : null;
  }

  #isSkipped(record: string): boolean {
    const first = record.charCodeAt(0);
    if (record === '' || ((first <= 32 || record[0] === this.#delimiter) && this.#blank.test(record))) return true;
    const begins = !this.#begun;
    this.#begun = true;
    return begins && SEPARATOR_LINE.test(record);
  }

  #textAfterQuote(before: string): InputError {
    const noticed = this.#line + lineBreaks(before);
    return new InputError([
      `${this.#name}:${this.#line}: in the record that starts here, text follows a closing quote (line ${noticed}). ` +
        'Either a quote inside a quoted cell is not doubled (write ""; a backslash does not escape it), or an earlier quote in this record is not closed.',
    ]);
  }

  #tooLong(text: string, quoted: boolean): InputError {
    if (quoted && lineBreaks(text) > 0) return this.#openQuote(text, 'after 1 MiB of text');
    return new InputError([
      `${this.#name}:${this.#line}: this record is longer than 1 MiB of text. Check that the file is CSV and has line breaks.`,
    ]);
  }

  #openQuote(text: string, where: string): InputError {
    const noticed = this.#line + lineBreaks(text);
    return new InputError([
      `${this.#name}:${this.#line}: the record that starts here has a quote that is not closed; ${where}, on line ${noticed}, it is still open. ` +
        'Close it or, if it is part of the text, put the cell in quotes and double the quote ("").',
    ]);
  }
}

function lineBreaks(text: string): number {
  return text.match(LINE_BREAK)?.length ?? 0;
}

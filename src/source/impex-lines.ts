import { CsvLines, type CsvText } from './csv-lines.ts';
import { RecordScan } from './record-scan.ts';

/**
 * Splits an ImpEx script into records: leaves comments out, makes a line of code one cell, joins lines that end with a backslash, and
 * keeps line breaks in quotes. Lines are counted as they are in the file.
 */
export class ImpexLines {
  readonly #records: CsvLines;
  #rest = '';
  /** A cell in quotes is open at the end of the line. */
  #isQuoted = false;
  /** Lines that go on in the next one, without their backslash. */
  #begun: string[] = [];

  /** @param name of the file, for messages. */
  constructor(name: string) {
    this.#records = new CsvLines(name, ';');
  }

  /** Adds the next piece of text and returns the records that it completes; `isLast`: no more text follows. */
  push(piece: string, isLast: boolean): CsvText {
    const text = this.#rest + piece;
    // A CR at the end may belong to a CRLF.
    const end = isLast ? text.length : Math.max(text.lastIndexOf('\n'), text.slice(0, -1).lastIndexOf('\r')) + 1;
    this.#rest = text.slice(end);
    // After the last line break there is nothing, unless it is the end of the file.
    const lines = text.slice(0, end).split(/\r\n|\r|\n/);
    if (!isLast) lines.pop();
    const read = lines.map((line) => this.#line(line)).join('');
    return this.#records.push(isLast ? read + this.#begun.join('') : read, isLast);
  }

  /** The line with its end; nothing when it goes on in the next one. */
  #line(line: string): string {
    if (!this.#isQuoted && this.#begun.length === 0 && /^\s*#/.test(line))
      // Code is not run, but its reader must know of rows in other files. Its quotes are not those of cells.
      return /^\s*#%/.test(line) ? `"${line.trim().replaceAll('"', '""')}"\n` : '\n';
    if (!this.#isQuoted && line.endsWith('\\')) {
      this.#begun.push(line.slice(0, -1));
      return '';
    }
    const whole = this.#begun.join('') + line;
    this.#isQuoted = isOpen(whole, this.#isQuoted);
    const lineEnds = '\n'.repeat(this.#begun.length + 1);
    this.#begun = [];
    return whole + lineEnds;
  }
}

/** Whether a cell in quotes is open at the end of a line. */
function isOpen(line: string, wasOpen: boolean): boolean {
  return new RecordScan(wasOpen ? `"${line}` : line, ';').endOfRecord(0).kind === 'open-quote';
}

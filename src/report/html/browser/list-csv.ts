import { csvCell } from '../../../text/escape.ts';
import type { PageRow } from '../page-rows.ts';

const HEADER = 'row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number,attempts';

/** Rows in the form of `failures.csv`, in pieces of a thousand: no cell runs as a formula in a spreadsheet. */
export function* listCsv(rows: Iterable<PageRow>): Generator<string> {
  let lines = [HEADER];
  for (const { row, file, line, outcome, code, field, meaning, message, hint, attempts, ...user } of rows) {
    const text = [meaning, message].filter((part) => part !== null).join(' ');
    const { sub, email, username, mobile_number } = user;
    const cells = [row, file, line, outcome, code, field, text, hint, sub, email, username, mobile_number, attempts];
    lines.push(cells.map(csvCell).join(','));
    if (lines.length < 1_000) continue;
    yield `${lines.join('\r\n')}\r\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
}

import type { RecordBody } from '../source/record.ts';

/** A value of a record, not masked. */
export interface RecordCell {
  readonly name: string;
  readonly line: number;
  readonly value: unknown;
}

/** A record of a huge document may have any number of values. */
const MAX_CELLS = 500;

/**
 * The values of a record in their order: cells by their columns, each with the line of the file on which it starts, or the
 * scalars of a JSON record by their paths. `line`: where the record starts.
 */
export function recordCells(body: RecordBody, columns: readonly string[] | null, line: number): RecordCell[] {
  switch (body.kind) {
    case 'cells': {
      let at = line;
      return body.cells.map((value, index) => {
        const cell = { name: columns?.[index] ?? `column ${index + 1}`, line: at, value };
        at += value.match(/\r\n|\r|\n/g)?.length ?? 0;
        return cell;
      });
    }
    case 'object': {
      const cells: RecordCell[] = [];
      addScalars(body.object, '', line, cells);
      return cells;
    }
    case 'broken':
      return [];
  }
}

function addScalars(value: unknown, name: string, line: number, cells: RecordCell[]): void {
  if (cells.length >= MAX_CELLS) return;
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) addScalars(item, `${name}[${index}]`, line, cells);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      addScalars(inner, name === '' ? key : `${name}.${key}`, line, cells);
  else cells.push({ name, line, value });
}

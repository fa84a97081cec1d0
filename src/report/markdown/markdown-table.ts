/** The first two lines of a table. As in the tables of the page, a column whose name starts with `#` holds numbers. */
export function tableHead(columns: readonly string[]): string[] {
  const names = columns.map((column) => column.replace(/^#/, ''));
  const alignments = columns.map((column) => (column.startsWith('#') ? '---:' : '---'));
  return [tableLine(names), tableLine(alignments)];
}

/** A line of a table; the cells are markdown. */
export function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

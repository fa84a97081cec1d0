import { escapeHtml, shorten } from '../../text/escape.ts';

/** Options of a table. */
export interface TableStyle {
  /** HTML. */
  readonly caption?: string;
  /** False when the section of the table already has a heading. */
  readonly heading?: boolean;
  readonly className?: string;
}

/** A section of the page with a table; the cells are HTML. A column whose name starts with `#` holds numbers. */
export function tableSection(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  style: TableStyle = {},
): string {
  if (rows.length === 0) return '';
  const body = rows.map((cells) => tableRow(columns, cells)).join('');
  return `<section${style.className === undefined ? '' : ` class="${style.className}"`}>
${tableStart(title, columns, style)}${body}${TABLE_END}</section>
`;
}

/** The start of a table without its section, for a table that is streamed. */
export function tableStart(
  title: string,
  columns: readonly string[],
  { caption = '', heading = true }: TableStyle = {},
): string {
  const cells = columns.map((column) => `<th scope="col"${numeric(column)}>${column.replace(/^#/, '')}</th>`);
  return `${heading ? `<h2>${title}</h2>\n` : ''}<div class="scroll" tabindex="0" role="region" aria-label="${title}">
<table>
${caption === '' ? '' : `<caption>${caption}</caption>\n`}<thead>
<tr>${cells.join('')}</tr>
</thead>
<tbody>
`;
}

export const TABLE_END = `</tbody>
</table>
</div>
`;

/** `ms` lets the charts find the row. */
export function tableRow(columns: readonly string[], cells: readonly string[], ms?: number): string {
  const row = cells.map((cell, index) => `<td${numeric(columns[index] ?? '')}>${cell}</td>`).join('');
  return `<tr${ms === undefined ? '' : ` data-ms="${ms}"`}>${row}</tr>\n`;
}

/** Text from any source as HTML, shortened to `characters`. */
export function text(value: string, characters: number): string {
  return escapeHtml(shorten(value, characters));
}

export function code(value: string, characters: number, tone = ''): string {
  return `<code${tone === '' ? '' : ` class="${tone}"`}>${text(value, characters)}</code>`;
}

function numeric(column: string): string {
  return column.startsWith('#') ? ' class="number"' : '';
}

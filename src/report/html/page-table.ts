import { escapeHtml, shorten } from '../../text/escape.ts';

/** How a table differs from others. */
export interface TableStyle {
  /** HTML. */
  readonly caption?: string;
  /** False when the table stands in a section that has one. */
  readonly heading?: boolean;
  readonly className?: string;
}

/** A section of the page with a table; cells are HTML already. A column whose name starts with `#` holds numbers. */
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

/** The same in parts and without the section, for a table that is streamed. */
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

/** `ms` marks the row for the charts above it. */
export function tableRow(columns: readonly string[], cells: readonly string[], ms?: number): string {
  const row = cells.map((cell, index) => `<td${numeric(columns[index] ?? '')}>${cell}</td>`).join('');
  return `<tr${ms === undefined ? '' : ` data-ms="${ms}"`}>${row}</tr>\n`;
}

/** Anybody's text as HTML, at most so many characters of it. */
export function text(value: string, characters: number): string {
  return escapeHtml(shorten(value, characters));
}

export function code(value: string, characters: number, tone = ''): string {
  return `<code${tone === '' ? '' : ` class="${tone}"`}>${text(value, characters)}</code>`;
}

function numeric(column: string): string {
  return column.startsWith('#') ? ' class="number"' : '';
}

import { escapeHtml, shorten } from './escape.ts';

/** A section of the page with a table; cells are HTML already. A column whose name starts with `#` holds numbers. */
export function tableSection(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const body = rows.map((cells) => tableRow(columns, cells)).join('');
  return `${tableStart(title, columns)}${body}${TABLE_END}`;
}

/** The same in parts, for a table that is streamed. `caption` is HTML. */
export function tableStart(title: string, columns: readonly string[], caption = ''): string {
  const cells = columns.map((column) => `<th scope="col"${numeric(column)}>${column.replace(/^#/, '')}</th>`);
  return `<section>
<h2>${title}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${title}">
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
</section>
`;

export function tableRow(columns: readonly string[], cells: readonly string[]): string {
  return `<tr>${cells.map((cell, index) => `<td${numeric(columns[index] ?? '')}>${cell}</td>`).join('')}</tr>\n`;
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

import { escapeHtml, shorten } from '../../text/escape.ts';
import { lineAddress, placesIn, type SourceLinks } from '../source-links.ts';
import { text } from './page-table.ts';

const MAX_CHARACTERS = 250;

/** `users.csv:89` on one line, as a link where the file is in the repository. */
export function place({ file, line }: { readonly file: string; readonly line: number }, links: SourceLinks): string {
  const shown = `<code class="place">${text(`${shorten(file, 200)}:${line}`, MAX_CHARACTERS)}</code>`;
  return sourceLink(lineAddress(links, file, line), shown);
}

/** A text in which places of lines are links: `… (mapping.yml:21)`. */
export function placedText(value: string, links: SourceLinks, characters: number): string {
  return placesIn(shorten(value, characters), links)
    .map(({ text, address }) => sourceLink(address, escapeHtml(text)))
    .join('');
}

/** HTML as a link to a file of the repository; unchanged without an address. */
export function sourceLink(address: string | null, html: string): string {
  return address === null ? html : `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${html}</a>`;
}

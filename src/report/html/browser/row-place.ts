import { lineAddress, placesIn, type SourceLinks } from '../../source-links.ts';
import type { PageRow } from '../page-rows.ts';
import { element } from './element.ts';

/** `users.csv:89` on one line, in which a long file name is cut and the line number is not; a link where the file is in the repository. */
export function rowPlace({ file, line }: PageRow, links: SourceLinks): HTMLElement {
  const shown = element('code', { class: 'place', title: `${file}:${line}` }, element('span', {}, file), `:${line}`);
  return linked(lineAddress(links, file, line), shown);
}

/** An address that is not http(s) is never a link. */
export function linked(address: string | null | undefined, shown: HTMLElement): HTMLElement {
  if (address === null || address === undefined || !/^https?:\/\//.test(address)) return shown;
  return element('a', { href: address, rel: 'noopener noreferrer' }, shown);
}

/** A text in which places of lines are links. */
export function placed(text: string, links: SourceLinks): (Node | string)[] {
  return placesIn(text, links).map(({ text, address }) =>
    address === null ? text : linked(address, element('span', { class: 'place' }, text)),
  );
}

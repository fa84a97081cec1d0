/** A part of the page that the contents bar links to. */
export interface PagePart {
  readonly id: string;
  readonly title: string;
  /** HTML; empty for a part that this page does not have. */
  readonly html: string;
}

/** Links to the parts of the page. */
export function contentsBar(parts: readonly Omit<PagePart, 'html'>[], label: string): string {
  const links = parts.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`);
  return `<nav class="contents" aria-label="${label}">\n<ul>${links.join('')}</ul>\n</nav>\n`;
}

/** The part with the address that the bar links to. */
export function partHtml({ id, html }: PagePart): string {
  return `<div id="${id}" class="part">\n${html}</div>\n`;
}

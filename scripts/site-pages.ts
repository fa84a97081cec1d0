import { posix } from 'node:path';

/** A part of the menu of the site, in the shape that VitePress takes. */
export interface MenuPart {
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly link: string }[];
}

/** The menu of the site: the headings and lists of `docs/README.md`, which is the overview on GitHub. Its pages are linked once each. */
export function menuOf(overview: string): MenuPart[] {
  return overview
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [text = ''] = part.split('\n', 1);
      const links = [...part.matchAll(/^- \[([^\]]+)\]\(([\w-]+\.md)\)/gm)];
      return { text, items: links.map(([, title = '', page = '']) => ({ text: title, link: `/${page}` })) };
    })
    .filter(({ items }) => items.length > 0);
}

/**
 * Where a link of a page leads on the site: what is not a page of `docs/` is shown by GitHub, at `files`
 * (`https://github.com/<owner>/<name>/blob/<tag>`).
 *
 * @param page of the link, below `docs/`, such as `adr/0001-plan-then-apply.md`
 */
export function siteLink(target: string, page: string, files: string): string {
  if (/^(?:[a-z]+:|#)/.test(target)) return target;
  const path = posix.join('docs', posix.dirname(page), target);
  return /^docs\/[^#]+\.md(?:#|$)/.test(path) ? target : `${files}/${path}`;
}

import { say, TenantText } from './tenant-text.ts';

/** What decides about a text stands at its beginning. */
const MAX_LINE_LENGTH = 300;
/** The start is enough, and limits the time that the patterns below can take on a hostile answer. */
const MAX_READ_LENGTH = 20_000;

/** The first 300 characters of a text on one line, to decide by. Never print it: printing is what `TenantText` is for. */
export function firstLine(text: string): string {
  return text
    .slice(0, MAX_READ_LENGTH)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, MAX_LINE_LENGTH);
}

/** The title of an HTML page, or its visible text. Null when the text is not HTML. */
export function textOfHtml(text: string): TenantText | null {
  const html = text.slice(0, MAX_READ_LENGTH);
  const isHtml = /^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(html) || /<\/(html|body|head|title)>/i.test(html);
  if (!isHtml) return null;
  const title = /<title[^<>]*>([^<]*)</i.exec(html)?.[1] ?? '';
  const visible = html.replaceAll(/<(script|style|head)\b[\s\S]*?(<\/\1>|$)/gi, ' ').replaceAll(/<[^>]*>?/g, ' ');
  const words = (title.trim() || visible).replaceAll('&nbsp;', ' ');
  return firstLine(words) === '' ? say`An HTML page.` : say`An HTML page: ${TenantText.theirs(words)}`;
}

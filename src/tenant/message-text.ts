/** A message must fit one line of a report. */
const MAX_MESSAGE_LENGTH = 300;
/** The start is enough, and limits the time that the patterns below can take on a hostile answer. */
const MAX_READ_LENGTH = 20_000;

/** Shortens a text of the tenant to one line of at most 300 characters. It stays user input: mask and escape it before showing. */
export function trimMessage(text: string): string {
  const start = text.slice(0, MAX_READ_LENGTH);
  const line = start.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= MAX_MESSAGE_LENGTH ? line : `${characters.slice(0, MAX_MESSAGE_LENGTH - 1).join('')}…`;
}

/** The title of an HTML page, or its visible text. Null when the text is not HTML. */
export function messageOfHtml(text: string): string | null {
  const html = text.slice(0, MAX_READ_LENGTH);
  const isHtml = /^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(html) || /<\/(html|body|head|title)>/i.test(html);
  if (!isHtml) return null;
  const title = /<title[^<>]*>([^<]*)</i.exec(html)?.[1] ?? '';
  const visible = html.replaceAll(/<(script|style|head)\b[\s\S]*?(<\/\1>|$)/gi, ' ').replaceAll(/<[^>]*>?/g, ' ');
  const words = trimMessage((title.trim() || visible).replaceAll('&nbsp;', ' '));
  return words === '' ? 'An HTML page.' : `An HTML page: ${words}`;
}

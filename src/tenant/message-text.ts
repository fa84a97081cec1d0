/** A reason fits one line of a report; more is a page that somebody pasted in. */
const MESSAGE_LIMIT = 300;
/** What matters stands at the start; no pattern may run over 16 MB that somebody made to keep it busy. */
const READ_LIMIT = 20_000;

/** Cuts a text of the tenant to one line of at most 300 characters. It stays user input: mask and escape it before showing. */
export function trimMessage(text: string): string {
  const start = text.slice(0, READ_LIMIT);
  const line = start.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= MESSAGE_LIMIT ? line : `${characters.slice(0, MESSAGE_LIMIT - 1).join('')}…`;
}

/** What an HTML page says: its title, or its visible words. Null when the text is no HTML. */
export function messageOfHtml(text: string): string | null {
  const html = text.slice(0, READ_LIMIT);
  const isHtml = /^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(html) || /<\/(html|body|head|title)>/i.test(html);
  if (!isHtml) return null;
  const title = /<title[^<>]*>([^<]*)</i.exec(html)?.[1] ?? '';
  const visible = html.replaceAll(/<(script|style|head)\b[\s\S]*?(<\/\1>|$)/gi, ' ').replaceAll(/<[^>]*>?/g, ' ');
  const words = trimMessage((title.trim() || visible).replaceAll('&nbsp;', ' '));
  return words === '' ? 'An HTML page.' : `An HTML page: ${words}`;
}

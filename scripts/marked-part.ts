/**
 * A page with the text between `<!-- name:start … -->` and `<!-- name:end -->` replaced.
 *
 * @throws Error if the page does not have both marks once, in this order.
 */
export function withPart(page: string, name: string, text: string): string {
  const parts = page.split(new RegExp(`(<!-- ${name}:start[^>]*-->\\n|<!-- ${name}:end -->)`));
  const [before, start, , end, after] = parts;
  if (parts.length !== 5 || !start?.includes(':start') || !end?.includes(':end'))
    throw new Error(`The page needs the marks <!-- ${name}:start --> and <!-- ${name}:end --> once, in this order.`);
  return `${before}${start}${text}\n${end}${after}`;
}

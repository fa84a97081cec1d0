/** An XML document with these records; keys of attributes begin with `@`, and `#text` is the text next to them. */
export function xmlText(root: string, element: string, records: readonly unknown[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${records.map((record) => `${elementText(element, record)}\n`).join('')}</${root}>\n`;
}

function elementText(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => elementText(name, each)).join('');
  if (typeof value !== 'object' || value === null) return `<${name}>${escaped(value)}</${name}>`;
  const entries = Object.entries(value);
  const attributes = entries.filter(([key]) => key.startsWith('@'));
  const start = attributes.map(([key, text]) => ` ${key.slice(1)}="${escaped(text)}"`).join('');
  const inner = entries
    .filter(([key]) => !key.startsWith('@'))
    .map(([key, each]) => (key === '#text' ? escaped(each) : elementText(key, each)));
  return `<${name}${start}>${inner.join('')}</${name}>`;
}

function escaped(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const hexOf = (text: string): string => Buffer.from(text).toString('hex');
const base64Of = (text: string): string => Buffer.from(text).toString('base64');
const each = (text: string, spell: (character: string) => string): string => Array.from(text, spell).join('');
const code = (character: string, digits: number): string =>
  (character.codePointAt(0) ?? 0).toString(16).padStart(digits, '0');

const SIGNS: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '+': '&plus;',
  '/': '&sol;',
  '=': '&equals;',
  '%': '&percnt;',
  '-': '&hyphen;',
  '.': '&period;',
};

/** A text in all the spellings in which a server may send back what it received. */
export function spellingsOf(text: string): { readonly [name: string]: string } {
  return {
    plain: text,
    'upper case': text.toUpperCase(),
    'lower case': text.toLowerCase(),
    base64: base64Of(text),
    base64url: Buffer.from(text).toString('base64url'),
    'base64 in lines': base64Of(text).replace(/.{5}/g, '$&\r\n'),
    'base64 of UTF-16': Buffer.from(text, 'utf16le').toString('base64'),
    'base64 of base64': base64Of(base64Of(text)),
    hex: hexOf(text),
    'hex in upper case': hexOf(text).toUpperCase(),
    'hex with colons': hexOf(text).replace(/..(?=.)/g, '$&:'),
    'base64 of hex': base64Of(hexOf(text)),
    'hex of base64': hexOf(base64Of(text)),
    URL: encodeURIComponent(text),
    'URL twice': encodeURIComponent(encodeURIComponent(text)),
    'URL, all of it': Buffer.from(text).toString('hex').replace(/../g, '%$&'),
    'base64 of URL': base64Of(encodeURIComponent(text)),
    'URL of base64': encodeURIComponent(base64Of(text)),
    'HTML, decimal': each(text, (one) => `&#${one.codePointAt(0)};`),
    'HTML, hexadecimal': each(text, (one) => `&#x${code(one, 1)};`),
    'HTML, named': each(text, (one) => SIGNS[one] ?? one),
    'HTML of HTML': each(text, (one) => `&amp;#${one.codePointAt(0)};`),
    JSON: JSON.stringify(text).slice(1, -1),
    'JSON, all of it': each(text, (one) => `\\u${code(one, 4)}`),
    'JSON of JSON': JSON.stringify(JSON.stringify(text)).slice(3, -3),
    'escaped bytes': hexOf(text).replace(/../g, '\\x$&'),
    'with line breaks': text.replace(/.{3}/gsu, '$&\n'),
    'with blanks': each(text, (one) => `${one} `),
    'with zero-width spaces': each(text, (one) => `${one}\u200b`),
    'with joiners': each(text, (one) => `${one}\u200d`),
    'with soft hyphens': each(text, (one) => `${one}\u00ad`),
    'with word joiners and marks': each(text, (one) => `\u2060${one}\u200e`),
    'full width': each(text, (one) => (/[!-~]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one)),
    'codes of its characters': [...Buffer.from(text)].join(', '),
  };
}

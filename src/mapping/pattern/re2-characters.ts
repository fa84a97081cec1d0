// The characters of JavaScript's classes and escapes, in the syntax of RE2.

export const ANY = '[\\x{0}-\\x{10FFFF}]';
export const NONE = '[^\\x{0}-\\x{10FFFF}]';
/** JavaScript ends lines at four characters; RE2 at one. */
export const DOT = '[^\\n\\r\\x{2028}\\x{2029}]';
const SPACES = '\\t-\\r \\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}';
const NO_SPACES =
  '\\x{0}-\\x{8}\\x{E}-\\x{1F}!-\\x{9F}\\x{A1}-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}';
export const SETS: { readonly [kind: string]: string | undefined } = {
  ...{ d: '0-9', D: '\\x{0}-/:-\\x{10FFFF}', s: SPACES, S: NO_SPACES },
  ...{ w: '0-9A-Za-z_', W: '\\x{0}-/:-@\\[-^`{-\\x{10FFFF}' },
};
/** Without ſ and the sign for Kelvin, which are s and k of another case. */
export const NO_WORD_OF_ANY_CASE = '\\x{0}-/:-@\\[-^`{-\\x{17E}\\x{180}-\\x{2129}\\x{212B}-\\x{10FFFF}';
export const CONTROLS: { readonly [letter: string]: string | undefined } = {
  ...{ t: '\\t', n: '\\n', r: '\\r', v: '\\x{B}', f: '\\f', '0': '\\x{0}' },
};
export const PROPERTY_KIND = /^(?:General_Category|gc|Script|sc)=/;

/** A character as RE2 reads it. */
export function quoted(character: string): string {
  return /^[\w\s\u0080-\u{10FFFF}]$/u.test(character) && character.isWellFormed()
    ? character
    : escaped(character.codePointAt(0) ?? 0);
}

/** A character by its code point. */
export function escaped(code: number): string {
  return `\\x{${code.toString(16).toUpperCase()}}`;
}

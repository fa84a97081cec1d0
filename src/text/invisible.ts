/**
 * Invisible characters, and those that look like an ordinary space: controls, the default ignorables of Unicode (zero-width and
 * direction marks, soft hyphen, fillers, variation selectors), and all spaces but U+0020.
 */
const UNSEEN = /(?! )[\p{Cc}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2800]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');
/** Text with none of them, in NFC: most of what an export holds. */
const PLAIN = /^[ -~\u00a1-\u00ac\u00ae-\u02ff]*$/;

const SPACES = /(?! )[\p{Zs}\p{Zl}\p{Zp}\u2800\t\n\v\f\r\u0085]/gu;
const SPACES_IN_LINES = /(?! )[\p{Zs}\p{Zl}\p{Zp}\u2800\v\f\u0085]/gu;
/** Not variation selectors and joiners, which emoji and names in Persian, Hindi or Japanese need; no Latin name needs a joiner. */
const NO_WIDTH =
  /(?![\t\n\r])\p{Cc}|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e007f}]|(?<=^|[\p{Script=Latin}\s])[\u200c\u200d]/gu;

/** The first such character: `U+200B (zero width space) at character 1`, counted in code points; null when there is none. */
export function firstInvisible(text: string): string | null {
  if (PLAIN.test(text)) return null;
  const found = UNSEEN.exec(text);
  if (found === null) return null;
  const code = found[0].codePointAt(0) ?? 0;
  const position = Array.from(text.slice(0, found.index)).length + 1;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} (${nameOf(code, found[0])}) at character ${position}`;
}

/**
 * The text in NFC, without invisible characters and with ordinary spaces only. `lines`: line breaks and tabs are kept. Text
 * without any of these is returned unchanged.
 */
export function withoutInvisible(text: string, lines = false): string {
  if (PLAIN.test(text) || (lines && PLAIN.test(text.replace(/[\t\n\r]/g, '')))) return text;
  const normal = text.normalize('NFC');
  const shown = normal.replace(lines ? SPACES_IN_LINES : SPACES, ' ').replace(NO_WIDTH, '');
  return shown === normal ? normal : shown.trim();
}

/** The text in NFC, without unusual white space at its ends. */
export function withoutInvisibleEnds(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFC').replace(/^(?! )\s\s*|\s*(?! )\s$/gu, '');
}

/** The same for texts that look the same or differ in case only: NFKC, without invisible characters, in lower case. */
export function comparableText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFKC').replace(EVERY_UNSEEN, '').trim().toLowerCase();
}

const NAMES: { readonly [code: number]: string } = {
  9: 'tab',
  10: 'line feed',
  13: 'carriage return',
  160: 'no-break space',
  173: 'soft hyphen',
  8203: 'zero width space',
  8204: 'zero width non-joiner',
  8205: 'zero width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8239: 'narrow no-break space',
  8288: 'word joiner',
  65279: 'zero width no-break space',
};

function nameOf(code: number, character: string): string {
  const name = NAMES[code];
  if (name !== undefined) return name;
  if (/\p{Cc}/u.test(character)) return 'control character';
  if (/[\p{Zs}\u2800]/u.test(character)) return 'a space that is not U+0020';
  return /\p{Bidi_Control}/u.test(character) ? 'control of the writing direction' : 'invisible character';
}

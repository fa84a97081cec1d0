/**
 * `nothing`: databases and programs write it for no value. `unknown`: there was something to find out, and it failed (a formula,
 * a look-up, a conversion): whatever depends on it cannot be decided.
 */
export type NullMark = 'nothing' | 'unknown';

/** As they are written: a person may be called Nil, and a country NA. */
const WORDS: ReadonlyMap<string, NullMark> = new Map([
  ...marks('nothing', ['\\N', 'NULL', 'null', 'Null', '(null)', '(NULL)', '(Null)', '[NULL]', '[null]']),
  ...marks('nothing', ['<null>', '<NULL>', '<Null>', 'None', '(none)', '00.00.0000']),
  ...marks('unknown', ['N/A', 'n/a', '#NV', '#N/A', '#N/D', '#N/B', '#GETTING_DATA']),
  ...marks('unknown', ['NaN', 'nan', 'undefined', '[object Object]']),
]);

/** MySQL's date of no day, with or without a time. */
const ZERO_DATE = /^0000-00-00(?:[T ]00:00(?::00(?:[.,]0+)?)?(?:Z|[+-]00:?00)?)?$/;
/** Errors of a spreadsheet, whose names depend on its language (`#VALUE!`, `#WERT!`, `#NOM?`), and those of LibreOffice. */
const SHEET_ERROR = /^(?:#[¡¿]?\p{Lu}[\p{Lu}/0_]*[!?]|Err:5\d\d)$/u;
/** What a spreadsheet shows, and then saves, when a column is too narrow for its value. */
const TOO_NARROW = /^#{3,}$/;
/** Longer texts are not looked at. */
const MAX_LENGTH = 30;
/** By code of the character, whether a text that begins with it has to be looked at: marks, formulas, white space and controls. */
const LOOKED_AT = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(code <= 0x20 || code === 0x7f || '\\Nn([<0#uE='.includes(String.fromCharCode(code))),
);

/** Whether a text is neither a mark nor a formula and has no control characters at its ends: nearly all texts, told at once. */
export function isPlainText(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first < 128 && LOOKED_AT[first] === 0 && last >= 0x20 && last !== 0x7f;
}

/** Which mark of nothing a trimmed text is; null for any other text. */
export function nullMark(text: string): NullMark | null {
  if (text.length > MAX_LENGTH) return null;
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  if (ZERO_DATE.test(text)) return 'nothing';
  return TOO_NARROW.test(text) || SHEET_ERROR.test(text) ? 'unknown' : null;
}

/** A cell that a program wrote as a formula, to keep a spreadsheet from changing it: `="00217"`. */
const TEXT_FORMULA = /^="((?:[^"]|"")*)"$/;

/** The text inside `="…"`; null for any other text. */
export function formulaText(text: string): string | null {
  if (!text.startsWith('="')) return null;
  const inner = TEXT_FORMULA.exec(text)?.[1];
  return inner === undefined ? null : inner.replaceAll('""', '"');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /^[\0-\x08\x0b\x0c\x0e-\x1f\x7f\s]+|[\0-\x08\x0b\x0c\x0e-\x1f\x7f\s]+$/g;

/** The text without control characters (NUL, end of file) at its ends; null when it has none there. */
export function withoutControls(text: string): string | null {
  return isControl(text.charCodeAt(0)) || isControl(text.charCodeAt(text.length - 1))
    ? text.replace(CONTROL, '')
    : null;
}

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f;
}

function marks(kind: NullMark, words: readonly string[]): [string, NullMark][] {
  return words.map((word) => [word, kind]);
}

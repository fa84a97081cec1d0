/**
 * Characters that control the output or are invisible: line ends and other controls (C0, DEL, C1), ANSI escapes, bidi
 * overrides, invisible format characters, tags, Hangul fillers, lone surrogates. Not the two joiners (U+200C, U+200D),
 * which names in Persian, Hindi and other languages need.
 */
const CONTROL_CHARS = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164\uffa0\u{e0000}-\u{e00ff}]/gu;

/** Most texts: a report tests each of its millions, and this test costs a tenth of the other. */
const PRINTABLE_ASCII = /^[ -~]*$/;

const SHORT_ESCAPES: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text on one line: control and invisible characters become visible escapes (`\n`, `\u001b`, `\u{e0041}`). */
export function escapeControlChars(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text.replace(CONTROL_CHARS, (character) => SHORT_ESCAPES[character] ?? unicodeEscape(character));
}

function unicodeEscape(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** Text for HTML, between tags or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  return escapeControlChars(text).replace(/[&<>"'`]/g, reference);
}

/**
 * Characters that can form structure, HTML, mathematics or a link inside a line of GitHub's markdown. Underscores within a
 * word, colons before a blank or a number, and dots other than in `www.` are harmless and stay, so that codes and file names
 * remain readable in the raw text.
 */
const MARKDOWN = /[&<>\\`*[\]|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?![\s\d]|$)|(?<=www)\./gi;

/**
 * Text for GitHub's markdown, on one line, in a table cell too. Character references cannot form markdown or HTML
 * structure (CommonMark 6.2); GitHub looks for mentions and issue numbers in the text *after* that, so `@` and `#` are
 * followed by a zero-width space.
 */
export function escapeMarkdown(text: string): string {
  return escapeControlChars(text).replace(MARKDOWN, (character) => {
    return /[@#]/.test(character) ? `${reference(character)}&#8203;` : reference(character);
  });
}

/** Inline code for GitHub's markdown, in which GitHub does not look for mentions. */
export function markdownCode(text: string): string {
  const safe = escapeControlChars(text).replace(MARKDOWN, reference);
  return safe.trim() === '' ? '' : `<code>${safe}</code>`;
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A markdown link; only the text if the address is neither http(s) nor relative. */
export function markdownLink(text: string, address: string): string {
  if (!/^(?:https?:\/\/|\.{0,2}\/(?!\/))[!-~]*$/i.test(address)) return escapeMarkdown(text);
  const safe = address.replace(
    /[<>()[\]"'`\\|*_]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${escapeMarkdown(text)}](${safe})`;
}

/**
 * A cell of a CSV file (RFC 4180). A cell that a spreadsheet would read as a formula gets a leading `'`; so does the part
 * after a `;`, since a spreadsheet in a locale with decimal commas splits the file there, even inside quotes.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = escapeControlChars(value.replace(/^(?=[\s"']*[=+\-@＝＋－＠\t\r\n])/u, "'")).replace(
    /;[\s"']*(?=[=+\-@＝＋－＠])/gu,
    (separator) => `${separator}'`,
  );
  return /[",;]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A line for the log. The runner reads `::` at the start of a line, and `##[` anywhere in it, as a command
 * (actions/runner, ActionCommand.cs); both are separated.
 */
export function logLine(text: string): string {
  return escapeControlChars(text)
    .replace(/:(?=:)/g, ': ')
    .replace(/##(?=\[)/g, '# #');
}

/** JSON text with control and invisible characters as `\u` escapes: the value stays the same, and a pager shows them. */
export function escapeJson(json: string): string {
  if (PRINTABLE_ASCII.test(json)) return json;
  return json.replace(CONTROL_CHARS, (character) => {
    // Strings contain none (JSON.stringify escapes it), so this one is formatting.
    if (character === '\n') return character;
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
}

/**
 * JSON that is safe in a `<script>` element: without `<` and `>` it contains no tag and no comment that could end or extend
 * the element (HTML, 4.12.1.3).
 */
export function scriptJson(value: unknown): string {
  return escapeJson(JSON.stringify(value)).replace(/[<>]/g, (character) => (character === '<' ? '\\u003c' : '\\u003e'));
}

/** Shortens text to at most `characters` code points; call it before escaping, so that no escape is split. */
export function shorten(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const points = Array.from(text.slice(0, characters * 2));
  if (points.length <= characters && text.length <= characters * 2) return text;
  return `${points.slice(0, characters - 1).join('')}…`;
}

/** A name from outside in a message: its first 100 characters on one line. */
export function shownName(name: string): string {
  return escapeControlChars(shorten(name, 100));
}

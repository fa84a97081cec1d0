import { decodeHTML } from 'entities/decode';
import { foldedView, identityView, type Reading, type TextView, ViewBuilder } from './text-view.ts';

/** Encodings inside encodings that are followed: base64 of URL-encoded base64 is three. */
const MAX_DEPTH = 4;
/** Units that are read at most, over all views of one text. */
const MAX_UNITS = 60_000;

/**
 * Everything that a text may read as: as it is, with its escapes resolved once and more often (percent signs, HTML references,
 * JSON and similar escapes), and what base64, hex or lists of character codes in any of these decode to. Null when that is too
 * much to be read.
 */
export function readingsOf(text: string): readonly Reading[] | null {
  const found: Reading[] = [];
  const seen = new Set<string>();
  let units = 0;
  const waiting: { view: TextView; depth: number }[] = [{ view: identityView(text), depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { view, depth } = next;
    if (view.text === '' || seen.has(view.text)) continue;
    seen.add(view.text);
    units += view.text.length;
    if (units > MAX_UNITS) return null;
    const letters = foldedView(view);
    found.push({ view, letters });
    waiting.push({ view: unescaped(view, true), depth });
    // A backslash may also be part of what was sent.
    if (view.text.includes('\\')) waiting.push({ view: unescaped(view, false), depth });
    if (depth < MAX_DEPTH)
      for (const inner of decodedRuns(view, letters)) waiting.push({ view: inner, depth: depth + 1 });
  }
  return found;
}

/** One alternative for each kind of escape; the groups are what `characterOf` reads. */
const ESCAPE =
  /(?:%[\da-f]{2})+|%u([\da-f]{4})|(&#?[a-z\d]{2,32};?)|\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\([0-3][0-7]{2})|\\([nrtbf"'\\/])|\bU\+([\da-f]{4,6})|\b0x([\da-f]{2})(?![\da-f])|=([\da-f]{2})/gi;

function unescaped(view: TextView, withBackslash: boolean): TextView {
  const resolved = new ViewBuilder(view);
  let at = 0;
  for (const match of view.text.matchAll(ESCAPE)) {
    const end = match.index + match[0].length;
    resolved.copy(at, match.index);
    at = end;
    if (/^%[\da-f]{2}/i.test(match[0])) addBytes(resolved, match[0], match.index);
    else {
      const character = !withBackslash && match[0].startsWith('\\') ? null : characterOf(match);
      if (character === null) resolved.copy(match.index, end);
      else resolved.add(character, match.index, end);
    }
  }
  if (at === 0) return view;
  resolved.copy(at, view.text.length);
  return resolved.view();
}

/** Percent-encoded bytes. A character of several bytes stands for all of the run. */
function addBytes(resolved: ViewBuilder, run: string, start: number): void {
  const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
  if (bytes.every((byte) => byte < 0x80))
    bytes.forEach((byte, at) => {
      resolved.add(String.fromCharCode(byte), start + at * 3, start + at * 3 + 3);
    });
  else resolved.add(bytes.toString(), start, start + run.length);
}

function characterOf(match: RegExpExecArray): string | null {
  const [, unit, reference, braced, json, byte, octal, short, point, number, quoted] = match;
  if (reference !== undefined) return referenced(reference);
  if (octal !== undefined) return fromCode(Number.parseInt(octal, 8));
  if (short !== undefined) return /["'\\/]/.test(short) ? short : ' ';
  const hex = unit ?? braced ?? json ?? byte ?? point ?? number ?? quoted;
  return hex === undefined ? null : fromCode(Number.parseInt(hex, 16));
}

function fromCode(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** What an HTML reference stands for, also one whose case was changed; null when it is none. */
function referenced(reference: string): string | null {
  for (const spelling of [reference, reference.toLowerCase()]) {
    const text = decodeHTML(spelling);
    if (text !== spelling) return text;
  }
  return null;
}

/** What base64 and hex in a view decode to, whatever breaks them into lines or groups, and lists of character codes. */
function* decodedRuns(view: TextView, letters: TextView): Generator<TextView> {
  // Where its parts come from only matters for the few texts that may be base64.
  if (base64In(view.text.replace(BREAKS, '')).next().done !== true) {
    const joined = without(view, BREAKS);
    for (const { bytes, start, end } of base64In(joined.text)) yield base64(joined, bytes, start, end);
  }
  for (const { 0: run, index } of letters.text.matchAll(/[\da-f]{16,}/g))
    for (let offset = 0; offset < 2; offset++) yield* hex(letters, run, index, offset);
  for (const { 0: list, index } of view.text.matchAll(/(?:\b\d{2,3}\b[\s,;:.|/-]{0,3}){8,}/g))
    yield* codes(view, list, index);
}

/** What breaks base64 into lines. */
const BREAKS = /[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu;

/** The texts in base64 in a text: words may precede one without a gap, and base64 can begin inside what is encoded. */
function* base64In(text: string): Generator<{ bytes: Buffer; start: number; end: number }> {
  for (const { 0: run, index } of text.matchAll(/[a-z\d+/_-]{11,}/gi)) {
    for (let offset = 0; offset < 4; offset++) {
      const bytes = Buffer.from(run.slice(offset), 'base64');
      if (mayBeText(bytes)) yield { bytes, start: index + offset, end: index + run.length };
    }
  }
}

function without(view: TextView, pattern: RegExp): TextView {
  const rest = new ViewBuilder(view);
  let at = 0;
  for (const { 0: left, index } of view.text.matchAll(pattern)) {
    rest.copy(at, index);
    at = index + left.length;
  }
  if (at === 0) return view;
  rest.copy(at, view.text.length);
  return rest.view();
}

function base64(view: TextView, bytes: Buffer, start: number, end: number): TextView {
  const decoded = new ViewBuilder(view);
  bytes.forEach((byte, at) => {
    const last = start + Math.ceil(((at + 1) * 4) / 3);
    decoded.add(String.fromCharCode(byte), start + Math.floor((at * 4) / 3), Math.min(last, end));
  });
  return decoded.view();
}

function* hex(view: TextView, run: string, index: number, offset: number): Generator<TextView> {
  const bytes = Buffer.from(run.slice(offset, offset + 2 * Math.floor((run.length - offset) / 2)), 'hex');
  if (!mayBeText(bytes)) return;
  const decoded = new ViewBuilder(view);
  bytes.forEach((byte, at) => {
    const first = index + offset + at * 2;
    decoded.add(String.fromCharCode(byte), first, first + 2);
  });
  yield decoded.view();
}

function* codes(view: TextView, list: string, index: number): Generator<TextView> {
  const decoded = new ViewBuilder(view);
  for (const { 0: number, index: at } of list.matchAll(/\d+/g))
    decoded.add(String.fromCharCode(Number(number)), index + at, index + at + number.length);
  yield decoded.view();
}

/**
 * Random bytes rarely have six letters, digits and signs of addresses in a row, or nine readable characters. With two bytes for
 * each (UTF-16), every other byte is zero.
 */
function mayBeText(bytes: Buffer): boolean {
  return /(?:[\w@.+ -]\0?){6}|(?:[ -~]\0?){9}/.test(bytes.toString('latin1'));
}

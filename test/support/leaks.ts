import { expect } from 'vitest';
import { asShown } from './shown.ts';

/** Letters and digits in lower case. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What was printed, as it is read: without the escapes of logs and markdown, and with the characters of references. */
function asRead(printed: string): string[] {
  const visible = printed.replaceAll(/\\u(?:200b|200d|00ad|2060|200e)/g, '');
  return [
    printed,
    visible,
    asShown(visible),
    visible.replaceAll(/\\u([0-9a-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ];
}

/** So many letters and digits of a spelling in a row are a leak; a shorter text is one as a whole. */
const PIECE = 14;

/** Nowhere in what was printed is a longer piece of one of the texts. */
export function expectNoPieceOf(printed: string, texts: readonly (readonly [name: string, text: string])[]): void {
  const pieces = new Map<string, string>();
  for (const [name, text] of texts) {
    const letters = folded(text);
    for (let at = 0; at === 0 || at + PIECE <= letters.length; at++) {
      const piece = letters.slice(at, at + PIECE);
      if (piece.length >= 4) pieces.set(piece, name);
    }
  }
  const short = [...pieces].filter(([{ length }]) => length < PIECE);
  const leaked = new Set<string>();
  for (const read of new Set(asRead(printed).map(folded))) {
    for (let at = 0; at + PIECE <= read.length; at++) {
      const name = pieces.get(read.slice(at, at + PIECE));
      if (name !== undefined) leaked.add(`${name}: ${read.slice(at - 20, at + PIECE + 10)}`);
    }
    for (const [piece, name] of short) if (read.includes(piece)) leaked.add(`${name}: ${piece}`);
  }
  expect([...leaked]).toEqual([]);
}

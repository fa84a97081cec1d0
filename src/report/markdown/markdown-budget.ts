import type { Words } from '../language/words.ts';

/** A part of a markdown document that can be shortened: its items are lines, which are dropped from the end. */
export interface MarkdownSection {
  /** What the note about dropped items calls them: `first failures`. */
  readonly name: string;
  /** Lines before the items (heading, head of a table). */
  readonly head: readonly string[];
  readonly items: readonly string[];
  /** Lines after the items, such as a closing tag. */
  readonly tail?: readonly string[];
}

/**
 * The document in at most `budget` bytes of UTF-8. When it is too long, items are dropped from the end of the last section
 * first (a section without items is dropped), and a closing line names what is missing. `head` is cut, at the end of a line,
 * only when it alone is too long.
 */
export function fitMarkdown(
  head: readonly string[],
  sections: readonly MarkdownSection[],
  budget: number,
  words: Words,
): string {
  const complete = document(head, sections, []);
  if (bytes(complete) <= budget) return complete;

  const kept = sections.map((section) => ({ ...section, items: [...section.items] }));
  const leftOut = (missing: number, all: number, name: string): string =>
    words.text('summary.left-out', { missing: String(missing), all: String(all), name });
  const cut = (): string[] =>
    sections.flatMap(({ name, items }, index) => {
      const missing = items.length - (kept[index]?.items.length ?? 0);
      return missing === 0 ? [] : [leftOut(missing, items.length, name)];
    });
  const longestNote = note(
    sections.map(({ name, items }) => leftOut(items.length, items.length, name)),
    words,
  );
  let excess = bytes(complete) + bytes(longestNote) + 2 - budget;
  for (const section of kept.toReversed()) {
    while (excess > 0 && section.items.length > 0) excess -= bytes(section.items.pop() ?? '') + 1;
    if (section.items.length === 0) excess -= bytes([...section.head, ...(section.tail ?? []), ''].join('\n'));
  }
  const shortened = document(head, kept, [note(cut(), words)]);
  return bytes(shortened) <= budget ? shortened : cutAtLine(document(head, [], [note(cut(), words)]), budget);
}

/** The closing line that names what was left out. */
function note(cut: readonly string[], words: Words): string {
  return `_${words.text('summary.shortened', { parts: cut.join(', ') })}_`;
}

function document(head: readonly string[], sections: readonly MarkdownSection[], end: readonly string[]): string {
  const shown = sections.filter(({ items }) => items.length > 0);
  const parts = [head, ...shown.map(({ head: top, items, tail = [] }) => [...top, ...items, ...tail]), end];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function cutAtLine(text: string, budget: number): string {
  const lines: string[] = [];
  let left = budget;
  for (const line of text.split('\n')) {
    left -= bytes(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

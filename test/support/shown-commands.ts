/** A part of a page: commands with what they print, or a file to write. */
export type ShownPart =
  | {
      readonly kind: 'commands';
      /** Of the terminal in which they run, where it is not the first. */
      readonly place: string;
      readonly commands: string;
      /** Lines that the output has in this order; `…` is any text. */
      readonly prints: readonly string[];
    }
  | { readonly kind: 'file'; readonly path: string; readonly content: string };

/** Blocks of a page: `sh`, each with the `text` that follows as its output, and `yaml` with the name of a file. */
export function shownParts(page: string): ShownPart[] {
  const parts: ShownPart[] = [];
  for (const [, language, name = '', body = ''] of page.matchAll(/^```(\w+)(?: (.+))?\n([\s\S]*?)^```$/gm)) {
    const before = parts.at(-1);
    if (language === 'sh') parts.push({ kind: 'commands', place: name, commands: body, prints: [] });
    else if (language === 'text' && before?.kind === 'commands')
      parts.splice(-1, 1, { ...before, prints: body.trimEnd().split('\n') });
    else if (name !== '') parts.push({ kind: 'file', path: name, content: body });
    else throw new Error(`a block ${language} that is neither run nor written`);
  }
  return parts;
}

/** The first of these lines that the output does not have after those before it; null if it has all. */
export function missingLine(prints: readonly string[], output: string): string | null {
  const left = output.split('\n');
  for (const line of prints) {
    const pattern = new RegExp(line.split('…').map(escaped).join('.*'));
    const at = left.findIndex((one) => pattern.test(one));
    if (at < 0) return line;
    left.splice(0, at + 1);
  }
  return null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

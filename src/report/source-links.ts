/** Where files of a run are in its repository, at its commit. All addresses are http(s). */
export interface SourceLinks {
  /** The address of each file that is in the repository, by the name that the report shows. */
  readonly files: { readonly [name: string]: string };
  /** The address of the rule of each field in the mapping. */
  readonly rules: { readonly [field: string]: string };
}

/** No file is in the repository. */
export const NO_LINKS: SourceLinks = { files: {}, rules: {} };

/** The address of a line; null when the file is not in the repository. */
export function lineAddress({ files }: SourceLinks, file: string, line: number): string | null {
  const address = Object.hasOwn(files, file) ? files[file] : undefined;
  return address === undefined ? null : `${address}#L${line}`;
}

/** A part of a text; with an address when it is the place of a line, such as `mapping.yml:21`. */
export interface TextPart {
  readonly text: string;
  readonly address: string | null;
}

const PLACE = /([^\s:()`'",;]{1,200}):(\d{1,9})(?!\d)/g;

/** Splits a text at the places of lines that are in the repository. */
export function placesIn(text: string, links: SourceLinks): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: place, 1: file = '', 2: line, index } of text.matchAll(PLACE)) {
    const address = lineAddress(links, file, Number(line));
    if (address === null) continue;
    if (index > end) parts.push({ text: text.slice(end, index), address: null });
    parts.push({ text: place, address });
    end = index + place.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), address: null });
  return parts;
}

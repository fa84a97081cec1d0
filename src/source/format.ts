import { beginsLikeImpex } from './impex-header.ts';
import type { Format } from './record.ts';

/** The format of a file, or why it cannot be read. */
export type FormatGuess =
  | { readonly kind: 'format'; readonly format: Format }
  /** One JSON object, which may contain a list of records. */
  | { readonly kind: 'object' }
  /** The end of a sentence that begins with the file name. */
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Detects the format from the beginning of the text, or from the file name if the text is ambiguous.
 * @param text the first part of the file.
 * @param setting takes precedence, unless the text cannot have that format.
 */
export function guessFormat(text: string, name: string, setting: 'auto' | Format): FormatGuess {
  const format = setting === 'auto' ? guess(text.trimStart(), extensionOf(name)) : setting;
  const first = text.trimStart().charAt(0);
  if (format !== 'xml' && BEGINS_LIKE_XML.test(text))
    return { kind: 'problem', problem: `is XML, but format is set to ${format}. Set it to xml or auto.` };
  if (format === 'xml' && first !== '<')
    return { kind: 'problem', problem: 'is not XML: it does not begin with <. Check the file, or set format.' };
  if (format === 'json' && first === '{') return { kind: 'object' };
  if (format === 'json' && first === '/') {
    return { kind: 'problem', problem: 'begins with a comment, which JSON does not allow. Remove it.' };
  }
  if (format === 'json' && first !== '[') {
    return {
      kind: 'problem',
      problem: 'is not a JSON array: it does not begin with [. Check the file, or set format.',
    };
  }
  if (format === 'ndjson' && first === '[') {
    return { kind: 'problem', problem: 'is a JSON array, not one object per line. Set format to json or auto.' };
  }
  return { kind: 'format', format };
}

/** A declaration, a comment, a DOCTYPE (which is refused later), or an element. */
const BEGINS_LIKE_XML = /^\s*<(?:\?xml\b|!--|!DOCTYPE\b|[\p{L}_][\p{L}\d_:.-]*[\s/>])/u;

function guess(text: string, extension: string): Format {
  if (BEGINS_LIKE_XML.test(text)) return 'xml';
  if (extension === 'impex' || beginsLikeImpex(text)) return 'impex';
  if (extension === 'ldif' || extension === 'ldf' || beginsLikeLdif(text)) return 'ldif';
  if (text.startsWith('[') && (extension !== 'csv' || /^\[\s*[\]{]/.test(text))) return 'json';
  if (text.startsWith('{')) {
    const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
    if (isJson(firstLine)) return 'ndjson';
    return byExtension(extension) ?? 'json';
  }
  return byExtension(extension) ?? 'csv';
}

/** Whether an entry follows comments and the version line. */
function beginsLikeLdif(text: string): boolean {
  for (const line of text.slice(0, 16_384).split(/\r?\n/)) {
    if (line === '' || /^[# ]|^version:/.test(line)) continue;
    return /^dn::? ?\S/.test(line);
  }
  return false;
}

function byExtension(extension: string): Format | undefined {
  if (extension === 'json' || extension === 'csv' || extension === 'xml') return extension;
  return extension === 'ndjson' || extension === 'jsonl' ? 'ndjson' : undefined;
}

function extensionOf(name: string): string {
  return /\.([a-z]+)(?:\.(?:gz|zst))?(?:\.age)?$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Encodings of a generated export; UTF-16 always bears its byte-order mark. */
export type ExportEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le';

/**
 * An encoder for the pieces of one file; `first` is true for the piece that begins it.
 * Throws for a character that Windows-1252 lacks.
 */
export function encodeText(encoding: ExportEncoding): (text: string, first: boolean) => Buffer {
  switch (encoding) {
    case 'utf-8':
      return (text) => Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return (text, first) => Buffer.from(first ? `\ufeff${text}` : text, 'utf8');
    case 'utf-16le':
      return (text, first) => Buffer.from(first ? `\ufeff${text}` : text, 'utf16le');
    case 'windows-1252':
      return (text) => Buffer.from(text.replace(/[^\0-\x7f\xa0-\xff]/g, byteOf), 'latin1');
    default:
      return encoding satisfies never;
  }
}

/** The characters at 0x80 to 0x9F, where Windows-1252 is not Latin-1; a space where it has none. */
const HIGH = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function byteOf(character: string): string {
  const at = HIGH.indexOf(character);
  if (at < 0) throw new RangeError('Windows-1252 lacks a character of this export.');
  return String.fromCharCode(0x80 + at);
}

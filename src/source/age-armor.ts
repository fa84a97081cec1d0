const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
const END = '-----END AGE ENCRYPTED FILE-----';
const COLUMNS = 64;
/** Longer than any valid line with surrounding blanks. */
const MAX_LINE_LENGTH = 1024;

/** Whether a file is an armored age file; blank lines and a byte-order mark may precede it. */
export function isArmored(head: Buffer): boolean {
  return withoutMark(head.toString('latin1')).trimStart().startsWith(BEGIN);
}

/**
 * Decodes an armored age file as strictly as the format requires: full lines of 64 columns, then the end line, nothing else.
 * Streams, because the library decodes complete texts only and would hold the file in memory.
 * @throws Error when the armor is damaged or truncated.
 */
export async function* decodeArmor(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const armor = new Armor();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE_LENGTH) throw new Error('a line of the armor is too long');
    const body = armor.take(lines);
    if (body.length > 0) yield body;
  }
  const body = armor.take([rest]);
  if (body.length > 0) yield body;
  armor.finish();
}

class Armor {
  #place: 'before' | 'body' | 'last' | 'after' = 'before';

  take(lines: readonly string[]): Buffer {
    const base64 = lines
      .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
      .filter((line) => this.#isBody(line))
      .join('');
    const bytes = Buffer.from(base64, 'base64');
    // Node ignores characters that are not base64, so the decoded bytes would not encode to the same text.
    if (bytes.toString('base64') !== base64) throw new Error('the armor is not base64');
    return bytes;
  }

  finish(): void {
    if (this.#place !== 'after') throw new Error('the armor does not end');
  }

  #isBody(line: string): boolean {
    switch (this.#place) {
      case 'before':
        if (withoutMark(line).trimStart() === BEGIN) this.#place = 'body';
        else if (withoutMark(line).trim() !== '') throw new Error('the armor does not begin');
        return false;
      case 'body':
      case 'last':
        if (line.trimEnd() === END) {
          this.#place = 'after';
          return false;
        }
        if (this.#place === 'last' || line.length > COLUMNS || line.length === 0)
          throw new Error('a line of the armor is broken');
        if (line.length < COLUMNS || line.endsWith('=')) this.#place = 'last';
        return true;
      case 'after':
        if (line.trim() !== '') throw new Error('something follows the armor');
        return false;
    }
  }
}

function withoutMark(latin1: string): string {
  return latin1.replace(/^\xef\xbb\xbf/, '');
}

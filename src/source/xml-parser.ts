import { InputError } from '../runtime/input-error.ts';
import { MAX_RECORD_DEPTH } from './nesting.ts';

/** In UTF-16 code units: of a record, and of a piece of the document (a tag, a text, a comment). */
const MAX_LENGTH = 16 * 1024 * 1024;

/** What is in an XML document, in its order. */
export interface XmlEvents {
  /** `line`: 1-based, where the element begins; `depth`: number of elements around it. */
  readonly onOpen: (name: string, line: number, depth: number) => void;
  /** Called between `onOpen` and all else of the element. */
  readonly onAttribute: (name: string, value: string) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string, depth: number) => void;
  /** Whether an element that becomes a record is open. */
  readonly isInRecord: () => boolean;
}

/** Reads an XML document piece by piece. */
export interface XmlParser {
  /** @throws InputError with the line of what cannot be read. The message contains no data. */
  write(text: string): void;
  /** Call it at the end of the text. @throws InputError when the document does not end there. */
  finish(): void;
}

/**
 * Prepares a parser of XML 1.0 that refuses DOCTYPE, so no entity can be declared: only the five predefined ones and references to
 * characters are known. Comments and processing instructions are left out. Names are read as they are written, with their prefix.
 * @param name of the file, for messages.
 * @param maxLength of a record, and of a piece of the document: a tag, a text, a comment.
 */
export async function createXmlParser(
  name: string,
  events: XmlEvents,
  maxLength: number = MAX_LENGTH,
): Promise<XmlParser> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  let depth = 0;
  let elements = 0;
  let pieceStart = 0;
  let pieceLine = 1;
  let recordStart = 0;
  let recordLine = 1;
  const begin = (): void => {
    pieceStart = parser.position;
    pieceLine = parser.line;
  };
  parser.on('doctype', () => {
    throw new InputError([
      `${name}:${parser.line}: the document has a DOCTYPE, which is refused because it can define entities. Export without it, or remove it.`,
    ]);
  });
  parser.on('opentagstart', (tag) => {
    begin();
    if (!events.isInRecord()) {
      recordStart = parser.position;
      recordLine = parser.line;
    }
    if (depth === MAX_RECORD_DEPTH) throw tooDeep(name, parser.line);
    events.onOpen(tag.name, parser.line, depth);
    depth += 1;
    elements += 1;
  });
  parser.on('attribute', ({ name: attribute, value }) => {
    begin();
    events.onAttribute(attribute, value);
  });
  parser.on('text', (text) => {
    begin();
    if (depth > 0) events.onText(text);
  });
  parser.on('cdata', (text) => {
    begin();
    events.onText(text);
  });
  parser.on('closetag', (tag) => {
    begin();
    depth -= 1;
    events.onClose(tag.name, depth);
  });
  parser.on('comment', begin);
  parser.on('processinginstruction', begin);
  const run = (read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw invalid(name, { line: parser.line, pieceLine, hasBegun: elements > 0 }, error);
    }
  };
  return {
    write: (text) => {
      run(() => parser.write(text));
      if (events.isInRecord() && parser.position - recordStart > maxLength)
        throw tooLong(name, recordLine, 'the record that starts here');
      if (parser.position - pieceStart > maxLength)
        throw tooLong(name, pieceLine, 'the piece of the document that starts here');
    },
    finish: () => run(() => parser.close()),
  };
}

const NO_REFERENCE =
  'there is a & that begins neither a reference to a character nor one of &amp; &lt; &gt; &quot; &apos;. Others are refused; a & in a text must be written &amp;.';

const ENDS_EARLY = /unclosed tag: |unexpected end\.|must contain a root element/;

/** By the end of the parser's message, which quotes names of the file and is not kept. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/(?:undefined|empty|malformed character) entity/, NO_REFERENCE],
  [
    /only one root|outside of root node|must be at the start of the document|declaration must appear/,
    'the document has ended here, but text follows. Several exports must be several files: give them as a pattern, such as users-*.xml.',
  ],
  [
    /unexpected close tag|unmatched closing tag/,
    'this end tag closes no open element. Create or transfer the file again.',
  ],
  [/duplicate attribute/, 'an element has the same attribute twice here. Export the file again.'],
  [/disallowed character\./, 'there is a character that XML does not allow. Export the file again without it.'],
];

interface Place {
  readonly line: number;
  /** Where the last piece ended that could be read. */
  readonly pieceLine: number;
  /** Whether the root element has begun. */
  readonly hasBegun: boolean;
}

function invalid(name: string, { line, pieceLine, hasBegun }: Place, error: unknown): InputError {
  const said = error instanceof Error ? error.message : '';
  // The parser reads on to the next semicolon, which may be far away or missing.
  if (/disallowed character in entity name/.test(said))
    return new InputError([`${name}:${pieceLine}: ${NO_REFERENCE}`]);
  if (ENDS_EARLY.test(said))
    return new InputError([
      `${name}:${pieceLine}: the file ends before its XML does, and nothing after this line could be read. It is truncated, or a tag, a comment or a & here has no end: create or transfer it again.`,
    ]);
  if (!hasBegun && BEFORE_DOCUMENT.test(said))
    return new InputError([
      `${name}:${line}: text or a blank line is before the XML declaration or the first element. Remove it, or create the file again.`,
    ]);
  const [, reason = 'this is not valid XML. Look for a missing or extra < > " or & here or just before.'] =
    REASONS.find(([pattern]) => pattern.test(said)) ?? [];
  return new InputError([`${name}:${line}: ${reason}`]);
}

const BEFORE_DOCUMENT = /outside of root node|must be at the start of the document|declaration must appear/;

function tooDeep(name: string, line: number): InputError {
  return new InputError([
    `${name}:${line}: elements are nested deeper than ${MAX_RECORD_DEPTH} levels here. This is not an export of users; create it again.`,
  ]);
}

function tooLong(name: string, line: number, what: string): InputError {
  return new InputError([
    `${name}:${line}: ${what} is longer than 16 MiB. Check that \`records\` leads to the elements that are users.`,
  ]);
}

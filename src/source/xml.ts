import type { Page } from './page-claims.ts';
import type { SourceRecord } from './record.ts';
import type { RecordPath } from './source-layout.ts';
import { XmlClaims } from './xml-claims.ts';
import { XmlElement } from './xml-element.ts';
import { createXmlParser } from './xml-parser.ts';

/**
 * Streams the records of an XML document: the elements at a path. A record looks like one of JSON: an element with nothing but text
 * is its text, any other an object of its attributes (`@name`), its elements and its text (`#text`); elements of the same name are
 * a list.
 * @param file its name for messages, and its index in the export.
 * @param row of the first record.
 * @param path names of elements, from the root to the records.
 * @param onPage takes what the document says about its list of records.
 * @throws InputError with the line where the document is invalid or ends too early. The message contains no data.
 */
export async function* xmlRecords(
  texts: AsyncIterable<string>,
  file: { readonly name: string; readonly index: number },
  row: number,
  path: RecordPath,
  onPage?: (page: Page) => void,
): AsyncGenerator<SourceRecord[]> {
  let chunk: SourceRecord[] = [];
  let next = row;
  /** How many of the elements that are open are on the path, without one that is not between them. */
  let onPath = 0;
  /** From the record to the innermost element that is open. */
  const open: XmlElement[] = [];
  const claims = new XmlClaims();
  const parser = await createXmlParser(file.name, {
    isInRecord: () => open.length > 0,
    onOpen: (name, line, depth) => {
      if (open.length === 0 && onPath === depth && path[depth] === name) onPath += 1;
      else if (open.length === 0) claims.open(name, depth - onPath);
      if (onPath === path.length) open.push(new XmlElement(name, line));
    },
    onAttribute: (name, value) => {
      const element = open.at(-1);
      if (element === undefined) claims.addAttribute(name, value);
      else element.addAttribute(name, value);
    },
    onText: (text) => {
      const element = open.at(-1);
      if (element === undefined) claims.addText(text);
      else element.addText(text);
    },
    onClose: (_name, depth) => {
      const element = open.pop();
      if (depth < onPath) onPath = depth;
      if (element === undefined) claims.close();
      else if (open.length > 0) open.at(-1)?.addElement(element.name, element.value());
      else
        chunk.push({
          ...{ row: next++, file: file.index, line: element.line },
          body: { kind: 'object', object: element.object() },
        });
    },
  });
  for await (const text of texts) {
    parser.write(text);
    if (chunk.length > 0) yield chunk;
    chunk = [];
  }
  parser.finish();
  onPage?.({ ...claims.take(), file: file.index, rows: next - row, limit: null });
}

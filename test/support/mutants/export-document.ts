import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { SourceLayout } from '../../../src/source/source-layout.ts';
import { readFile } from '../../source/read-export.ts';
import { xmlText } from '../xml-text.ts';

/** One line of an LDIF entry. Values that are no UTF-8 text stay in base64. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly isBinary: boolean;
}

/** An export as its format sees it, so that it can be changed in one place and written again. */
export type ExportDocument =
  | {
      readonly kind: 'csv';
      readonly delimiter: string;
      /** Null for a file without a header. */
      readonly columns: readonly string[] | null;
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'ndjson'; readonly values: readonly unknown[] }
  /** Records that are elements of the root element. */
  | { readonly kind: 'xml'; readonly root: string; readonly element: string; readonly values: readonly unknown[] }
  | { readonly kind: 'ldif'; readonly entries: readonly (readonly Attribute[])[] };

/** Reads a fixture. `layout` of its preset, which says where the header of a CSV file is. */
export async function readDocument(path: string, layout: SourceLayout | undefined): Promise<ExportDocument> {
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  if (path.endsWith('.ldif')) return { kind: 'ldif', entries: ldifEntries(text) };
  if (path.endsWith('.csv')) {
    const { file, records } = await readFile(dirname(path), basename(path), layout === undefined ? {} : { layout });
    const rows = records.map(({ body }) => (body.kind === 'cells' ? body.cells : []));
    return {
      kind: 'csv',
      delimiter: file.delimiter ?? ',',
      columns: layout?.header.kind === 'named' ? null : file.columns,
      rows,
    };
  }
  if (path.endsWith('.xml')) {
    const root = /<([\w-]+) xmlns/.exec(text)?.[1] ?? '';
    const element = layout?.records.find(([first]) => first === root)?.at(-1) ?? '';
    const { records } = await readFile(dirname(path), basename(path), layout === undefined ? {} : { layout });
    return {
      kind: 'xml',
      root,
      element,
      values: records.map(({ body }) => (body.kind === 'object' ? body.object : {})),
    };
  }
  const lines = text.trim().split('\n');
  if (lines.length > 1 && lines.every((line) => line.startsWith('{') && line.trimEnd().endsWith('}')))
    return { kind: 'ndjson', values: lines.map((line) => JSON.parse(line) as unknown) };
  return { kind: 'json', value: JSON.parse(text) as unknown };
}

/** The text of the file; CSV cells are all in quotes. */
export function writeDocument(document: ExportDocument): string {
  switch (document.kind) {
    case 'csv': {
      const line = (cells: readonly string[]): string =>
        `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(document.delimiter)}\n`;
      return [...(document.columns === null ? [] : [document.columns]), ...document.rows].map(line).join('');
    }
    case 'json':
      return `${JSON.stringify(document.value, null, 1)}\n`;
    case 'ndjson':
      return document.values.map((value) => `${JSON.stringify(value)}\n`).join('');
    case 'xml':
      return xmlText(document.root, document.element, document.values);
    case 'ldif':
      return `version: 1\n\n${document.entries.map((entry) => `${entry.map(attributeLine).join('')}\n`).join('')}`;
  }
}

function ldifEntries(text: string): Attribute[][] {
  const lines = text.replaceAll(/\r?\n /g, '').split(/\r?\n/);
  const entries: Attribute[][] = [[]];
  for (const line of lines) {
    const [, name, mark, value] = /^([^:#]+):(:?) *(.*)$/.exec(line) ?? [];
    if (line === '') entries.push([]);
    else if (name !== undefined && value !== undefined && !/^(?:version|search|result)$/.test(name))
      entries.at(-1)?.push(mark === '' ? { name, value, isBinary: false } : decoded(name, value));
  }
  return entries.filter((entry) => entry.length > 0);
}

function decoded(name: string, base64: string): Attribute {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  const isText = Buffer.from(text, 'utf8').toString('base64') === base64 && !/\p{Cc}/u.test(text);
  return isText ? { name, value: text, isBinary: false } : { name, value: base64, isBinary: true };
}

function attributeLine({ name, value, isBinary }: Attribute): string {
  if (isBinary) return `${name}:: ${value}\n`;
  const isSafe = /^(?![ :<])[\x20-\x7e]*$/.test(value) && !value.endsWith(' ');
  return isSafe ? `${name}: ${value}\n` : `${name}:: ${Buffer.from(value, 'utf8').toString('base64')}\n`;
}

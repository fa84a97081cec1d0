import { createHash } from 'node:crypto';
import { InputError } from '../runtime/input-error.ts';
import type { ByteFindings } from './byte-check.ts';
import { byteCheck } from './byte-check.ts';
import { checkQuotes } from './csv.ts';
import { readHeader } from './csv-header.ts';
import { guessDelimiter } from './delimiter.ts';
import { detectFormat } from './detect-format.ts';
import { decode, decodeHead, guessEncoding } from './encoding.ts';
import { closeFile, diskBytes, openFile, plainBytes, plainBytesOf, type Unpacking } from './file-bytes.ts';
import type { FoundFile } from './file-list.ts';
import { detectForeignContent, detectWebPage } from './foreign-content.ts';
import { lineOfByte } from './line-of-byte.ts';
import type { Encoding, ExportFile } from './record.ts';
import { DEFAULT_LAYOUT, type RecordPath } from './source-layout.ts';
import type { SourceSettings } from './source-settings.ts';
import type { FileAllowance, UnpackBudget } from './unpack-limit.ts';
import { declaredEncoding } from './xml-declaration.ts';

/** A file of the export after inspection. */
export interface InspectedFile {
  readonly file: ExportFile;
  /** Time of the last change, to detect a change before the file is read. */
  readonly modifiedMs: number;
  /** CSV: number of leading records that are not data. */
  readonly skip: number;
  /** Only for JSON and XML. */
  readonly recordPath: RecordPath;
  /** If it is compressed. */
  readonly allowance: FileAllowance;
}

/** Bytes of text that are used to detect format, delimiter and header. */
const HEAD_BYTES = 256 * 1024;

/**
 * Reads a complete file: hashes it, decrypts and decompresses it, checks its encoding, and detects format, delimiter and
 * header from its beginning. Reads a long CSV file once more to check its quotes.
 * @throws InputError with all problems of the file as a whole; UnpacksToTooMuch when `budget` does not suffice.
 */
export async function inspectFile(
  found: FoundFile,
  settings: SourceSettings,
  budget: UnpackBudget,
): Promise<InspectedFile> {
  const { stop, exportKey } = settings;
  const handle = await openFile(found, stop);
  try {
    const { size, mtimeMs } = await handle.stat();
    const hash = createHash('sha256');
    let bytes = 0;
    const disk = tapBytes(diskBytes(handle, stop), (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
    });
    const allowance = budget.allow(found.name, size);
    const unpacking = { exportKey, allowance, stop };
    const { encrypted, compression, bytes: plain } = await plainBytes(disk, found.name, unpacking);
    let unpacked = 0;
    const counted = tapBytes(plain, (chunk) => {
      unpacked += chunk.length;
    });
    const scan = await scanFile(counted, found.name, settings.encoding);
    if (compression !== 'none') budget.count(unpacked);
    if (bytes !== size)
      throw new InputError([`${found.name} changed while it was being read. Start again when the file is complete.`]);
    const encoding = await decideEncoding(scan, found, unpacking);
    const again = () => decode(plainBytesOf(found, unpacking), encoding);
    const { skip, recordPath, ...content } = await detectContent(scan, encoding, found.name, settings, again);
    const file = { ...found, ...content, encrypted, compression, encoding, bytes, sha256: hash.digest('hex') };
    return { file, modifiedMs: mtimeMs, skip, recordPath, allowance };
  } finally {
    await closeFile(handle, stop);
  }
}

async function* tapBytes(bytes: AsyncIterable<Buffer>, tap: (chunk: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const chunk of bytes) {
    tap(chunk);
    yield chunk;
  }
}

interface FileScan extends ByteFindings {
  readonly head: Buffer;
  /** Whether the head is the complete file. */
  readonly isComplete: boolean;
  /** `open`: UTF-8 or Windows-1252, depending on the findings. */
  readonly encoding: Encoding | 'open';
}

async function scanFile(plain: AsyncIterable<Buffer>, name: string, setting: 'auto' | Encoding): Promise<FileScan> {
  const iterator = plain[Symbol.asyncIterator]();
  try {
    let head = Buffer.alloc(0);
    let step = await iterator.next();
    for (; !step.done && head.length < HEAD_BYTES; step = await iterator.next())
      head = Buffer.concat([head, step.value]);
    const isComplete = step.done === true;
    const foreign = detectForeignContent(head);
    if (foreign !== null) throw new InputError([`${name} ${foreign}`]);
    const guess = guessEncoding(head, setting);
    if (guess.kind === 'problem') throw new InputError([`${name} ${guess.problem}`]);
    const encoding = guess.kind === 'certain' ? guess.encoding : 'open';
    const check = byteCheck(encoding);
    check.push(head);
    for (; !step.done; step = await iterator.next()) check.push(step.value);
    return { head, isComplete: isComplete, encoding, ...check.finish() };
  } finally {
    await iterator.return?.();
  }
}

/**
 * Compares what an XML document says about its encoding with its bytes: a wrong declaration is common after a conversion, and
 * reading it the wrong way would damage every umlaut.
 */
function checkDeclaration(scan: FileScan, name: string): void {
  if (scan.encoding !== 'open') return;
  const declared = declaredEncoding(scan.head);
  if (declared.kind === 'none') return;
  const set = 'set encoding if you know it';
  if (declared.kind === 'other')
    throw new InputError([
      `${name}:1: the XML declares the encoding ${declared.name}, which is not supported. Save it as UTF-8, or ${set}.`,
    ]);
  const bytes = scan.invalidAt !== null ? 'windows-1252' : scan.multiByte ? 'utf-8' : declared.encoding;
  if (bytes !== declared.encoding)
    throw new InputError([
      `${name}:1: the XML declares the encoding ${declared.name}, but its bytes are ${bytes === 'utf-8' ? 'UTF-8' : 'not UTF-8'}. Correct the declaration, or ${set}.`,
    ]);
}

async function decideEncoding(scan: FileScan, found: FoundFile, unpacking: Unpacking): Promise<Encoding> {
  checkDeclaration(scan, found.name);
  const encoding =
    scan.encoding === 'open' && scan.invalidAt !== null && !scan.multiByte ? 'windows-1252' : scan.encoding;
  const settled = encoding === 'open' ? 'utf-8' : encoding;
  if (scan.nulAt !== null) {
    const line = await lineAt(scan.nulAt, settled, found, unpacking);
    throw new InputError([
      `${found.name}:${line}: there is a NUL character. The file is damaged or is not a text file: create or transfer it again. If a program wrote it for an empty text (bcp) or a bit, export those as text, bits as 0 and 1.`,
    ]);
  }
  if (scan.encoding === 'open' && settled === 'windows-1252' && scan.undefinedAt !== null) {
    const line = await lineAt(scan.undefinedAt, settled, found, unpacking);
    throw new InputError([
      `${found.name}:${line}: there are bytes that are neither utf-8 nor windows-1252. The file may use a DOS or old Mac code page. Export it again as UTF-8, or set encoding if you know it.`,
    ]);
  }
  if (scan.invalidAt === null || settled === 'windows-1252') return settled;
  const line = await lineAt(scan.invalidAt, settled, found, unpacking);
  const advice = scan.multiByte
    ? 'Other parts of the file are valid, so it mixes encodings. Export it again in one encoding, or set encoding if you know it.'
    : 'Export the file again, or set encoding to the encoding of the file.';
  throw new InputError([`${found.name}:${line}: there are bytes that are not ${settled}. ${advice}`]);
}

async function lineAt(offset: number, encoding: Encoding, found: FoundFile, unpacking: Unpacking): Promise<number> {
  return lineOfByte(plainBytesOf(found, unpacking), encoding, offset);
}

type Content = Pick<ExportFile, 'format' | 'delimiter' | 'columns'> & Pick<InspectedFile, 'skip' | 'recordPath'>;

async function detectContent(
  scan: FileScan,
  encoding: Encoding,
  name: string,
  settings: SourceSettings,
  again: () => AsyncIterable<string>,
): Promise<Content> {
  const { layout = DEFAULT_LAYOUT } = settings;
  const text = decodeHead(scan.head, encoding);
  if (text.trim() === '' && scan.isComplete) throw new InputError([`${name} is empty. Create or transfer it again.`]);
  const page = detectWebPage(text);
  if (page !== null) throw new InputError([`${name} ${page}`]);
  const wanted = settings.format === 'auto' ? layout.format : settings.format;
  const guess = await detectFormat(text, name, wanted, { ...settings, layout }, again);
  if (guess.format !== 'csv') return { ...guess, delimiter: null, columns: null, skip: 0 };
  const { header } = layout;
  const delimiter =
    settings.delimiter === 'auto' ? await guessDelimiter(text, scan.isComplete, header) : settings.delimiter;
  if (delimiter === null) throw new InputError([`${name}:1: sep= names an unsupported delimiter. Use , ; | or a tab.`]);
  const { columns, skip, problems } = await readHeader(text, { name, delimiter }, scan.isComplete, header);
  if (problems.length > 0) throw new InputError(problems);
  // Report an unclosed quote in the last lines now, not after millions of rows have been planned.
  if (!scan.isComplete) await checkQuotes(again(), { name, delimiter });
  return { ...guess, delimiter, columns, skip };
}

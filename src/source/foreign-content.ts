interface Foreign {
  /** Bytes at the start of the file, or at `offset`; one character per byte. */
  readonly magic: string;
  readonly offset?: number;
  /** The end of a sentence that begins with the file name. */
  readonly problem: string;
}

/** Found inside another layer: the file was compressed after encryption, or encrypted twice. */
const AGE_WITHIN = 'was encrypted with age and then compressed or encrypted again. Compress first, then encrypt once.';
const AGE_REDIRECTED =
  'was encrypted with age and then converted to UTF-16 by a shell redirection (>). Encrypt it again with age -o.';

const FOREIGN: readonly Foreign[] = [
  { magic: 'PK\x03\x04', problem: 'is a ZIP archive. Unpack it and name the file inside.' },
  {
    magic: '\xd0\xcf\x11\xe0',
    problem: 'is an Excel or Office document in the old format. Save the sheet as CSV (UTF-8).',
  },
  { magic: '%PDF', problem: 'is a PDF document. Export the users as CSV or JSON.' },
  { magic: 'SQLite format 3\0', problem: 'is an SQLite database. Export the table of users as CSV or JSON.' },
  { magic: 'PAR1', problem: 'is a Parquet file. Export the users as CSV or JSON.' },
  { magic: '7z\xbc\xaf\x27\x1c', problem: 'is a 7z archive. Unpack it and name the file inside.' },
  { magic: 'Rar!\x1a', problem: 'is a RAR archive. Unpack it and name the file inside.' },
  { magic: 'BZh', problem: 'is compressed with bzip2. Use gzip or zstd, or unpack it.' },
  { magic: '\xfd7zXZ\0', problem: 'is compressed with xz. Use gzip or zstd, or unpack it.' },
  { magic: '\x1f\x8b', problem: 'is compressed twice. Compress it once.' },
  { magic: '\x28\xb5\x2f\xfd', problem: 'is compressed twice. Compress it once.' },
  { magic: 'ustar', offset: 257, problem: 'is a tar archive. Unpack it and name the file inside.' },
  { magic: 'age-encryption.org/v1', problem: AGE_WITHIN },
  { magic: '-----BEGIN AGE ENCRYPTED FILE', problem: AGE_WITHIN },
  { magic: '\xff\xfea\0g\0e\0-\0', problem: AGE_REDIRECTED },
  { magic: '\xff\xfe-\0-\0-\0-\0-\0B\0E\0G\0I\0N\0 \0A\0G\0E\0', problem: AGE_REDIRECTED },
  { magic: '-----BEGIN PGP', problem: 'is encrypted with PGP. Decrypt it first.' },
];

/**
 * Detects files that are not exports but are often used as one by mistake.
 * @param head the first bytes of the file, decrypted and decompressed.
 * @returns the end of a sentence that begins with the file name and says what to do; null if nothing was detected.
 */
export function detectForeignContent(head: Buffer): string | null {
  const found = FOREIGN.find(
    ({ magic, offset = 0 }) => head.toString('latin1', offset, offset + magic.length) === magic,
  );
  if (found === undefined) return null;
  const isWorkbook =
    found.magic.startsWith('PK') && /xl\/|\[Content_Types\]\.xml/.test(head.toString('latin1', 0, 8192));
  return isWorkbook ? 'is an Excel workbook. Save the sheet as CSV (UTF-8).' : found.problem;
}

/** The same for a page of HTML, after decoding: it can have any encoding. */
export function detectWebPage(text: string): string | null {
  return /^<(!doctype html|html)/i.test(text.trimStart().slice(0, 64))
    ? 'is an HTML page, perhaps a login or error page instead of the download. Download the export again.'
    : null;
}

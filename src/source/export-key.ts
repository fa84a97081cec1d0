import { MIN_SECRET_LENGTH } from '../text/secret-finder.ts';

/** The key of an encrypted export. */
export type ExportKey =
  /** In the form of `age-keygen`; each of them is tried. */
  | { readonly kind: 'identities'; readonly identities: readonly string[] }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** An X25519 or post-quantum identity: 32 bytes and a checksum in bech32. */
const IDENTITY = /^AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{58}$/;

/**
 * Parses `export-key`: a key file of `age-keygen` (blank lines and `#` comments are ignored), or one line with a
 * passphrase.
 * @returns the key, or the end of a sentence that begins with the name of the input. It never contains the text itself.
 */
export function parseExportKey(text: string): { readonly key: ExportKey } | { readonly problem: string } {
  const lines = text.trim().split(/\r?\n/);
  const numbered = lines.map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const filled = numbered.filter(({ line }) => line !== '' && !line.startsWith('#'));
  if (!filled.some(({ line }) => /^AGE-SECRET-KEY-/i.test(line))) return passphrase(lines);
  const wrong = filled.find(({ line }) => !IDENTITY.test(line));
  if (wrong === undefined) return { key: { kind: 'identities', identities: filled.map(({ line }) => line) } };
  return { problem: `line ${wrong.number} is not a complete identity; copy the whole key file of age-keygen` };
}

function passphrase([line = '', ...more]: readonly string[]): ReturnType<typeof parseExportKey> {
  if (/^age1[a-z0-9]{50,}$/.test(line))
    return {
      problem: 'this is the public recipient (age1…); use the identity that belongs to it (AGE-SECRET-KEY-1…)',
    };
  if (/^AGE-PLUGIN-|^-----BEGIN/.test(line) || more.length > 0)
    return {
      problem:
        'expected age-keygen identities (AGE-SECRET-KEY-1…, one per line) or one line with a passphrase; SSH keys, plugins and encrypted key files are not supported',
    };
  if (line.length < MIN_SECRET_LENGTH)
    return {
      problem: `expected a passphrase of at least ${MIN_SECRET_LENGTH} characters; a shorter one cannot be hidden in the log`,
    };
  return { key: { kind: 'passphrase', passphrase: line } };
}

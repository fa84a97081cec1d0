import { InputError } from '../runtime/input-error.ts';
import { bytesOfBase64 } from './encoded-bytes.ts';
import { isSecretId } from './secret-id.ts';

const ENCODED = 'base64:';

/** The value of a secret as it is written: text, or `base64:` and bytes. Null when it is empty, or not the base64 that it should be. */
export function sourceSecretBytes(written: string): Uint8Array | null {
  if (written.startsWith(ENCODED)) return bytesOfBase64(written.slice(ENCODED.length).trim());
  return written === '' ? null : Buffer.from(written, 'utf8');
}

/**
 * Reads secrets of a source's application, one `name=value` a line. Blank lines do not count; spaces around a value belong to it.
 *
 * @throws InputError with a sentence for each wrong line, which never quotes the line.
 */
export function parseSourceSecrets(text: string): ReadonlyMap<string, Uint8Array> {
  const secrets = new Map<string, Uint8Array>();
  const problems: string[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(0, at)).trim();
    const written = line.slice(at + 1);
    const value = sourceSecretBytes(written);
    const where = `password-secrets line ${index + 1}`;
    if (at < 0 || !isSecretId(name))
      problems.push(`${where}: must be "name=value" with a name of letters, digits, _, . and -.`);
    else if (written === '') problems.push(`${where}: the value is missing.`);
    else if (value === null) problems.push(`${where}: what follows "base64:" is not base64.`);
    else if (secrets.has(name)) problems.push(`${where}: the name was given in an earlier line.`);
    else secrets.set(name, value);
  }
  if (problems.length > 0) throw new InputError(problems);
  return secrets;
}

/** Every text that would reveal one of these secrets, also when a line is wrong; names are not secret. */
export function sourceSecretTexts(text: string): string[] {
  return linesOf(text).flatMap((line) => {
    const written = line.slice(line.indexOf('=') + 1);
    const bytes = written.startsWith(ENCODED) ? sourceSecretBytes(written) : null;
    if (bytes === null) return [written];
    return [written.slice(ENCODED.length), Buffer.from(bytes).toString('utf8'), Buffer.from(bytes).toString('hex')];
  });
}

function linesOf(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

const MAX_PART_BYTES = 255;
const MAX_NAME_BYTES = 1_024;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be in a name.
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Why a file of this name may not be created in a folder, as the end of a sentence; null when it may. `/` separates folders. */
export function nameProblem(name: string): string | null {
  if (name === '') return 'has no name';
  if (name.includes('\0')) return 'has a NUL in its name';
  if (CONTROL.test(name)) return 'has a control character in its name';
  if (name.includes('\\')) return 'has a backslash in its name';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'has an absolute path';
  const parts = name.split('/');
  if (parts.includes('..')) return 'leads out of its folder (`..`)';
  if (parts.some((part) => part === '' || part === '.')) return 'has an empty part in its path';
  const isTooLong = parts.some((part) => Buffer.byteLength(part) > MAX_PART_BYTES);
  if (isTooLong || Buffer.byteLength(name) > MAX_NAME_BYTES) return `has a name of more than ${MAX_PART_BYTES} bytes`;
  return null;
}

/** What two names have in common when they are one file on some file systems: macOS and Windows ignore case. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

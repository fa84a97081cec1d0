import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FIREBASE_SIGNER_KEY, isSecretId } from '../password/secret-id.ts';
import { sourceSecretBytes } from '../password/source-secrets.ts';
import type { SourceSecrets } from '../password/verify.ts';
import { InputError } from '../runtime/input-error.ts';

const SECRET_VARIABLE = 'CIDAAS_VERIFIER_SECRET_';

/**
 * The secrets of the source, by the names that packed hashes contain. `CIDAAS_VERIFIER_SECRET_SYSTEM_SALT` in the environment is
 * the secret `SYSTEM_SALT`, `system_salt` and `system-salt`, since variables have no other letters. In the folder, the name of a file is
 * the name of the secret, and its content the value without a line break at the end. A value is a text, or bytes as `base64:…`.
 * That of Firebase's signer key is base64 in any case.
 *
 * @throws InputError for a secret that is empty, given twice or not what it is written as; names it, and never its value.
 */
export async function loadSourceSecrets(
  env: { readonly [name: string]: string | undefined },
  folder: string | null,
): Promise<SourceSecrets> {
  const problems: string[] = [];
  const named = new Map<string, Uint8Array>();
  const add = (names: readonly string[], text: string, place: string): void => {
    const isBase64 = names.includes(FIREBASE_SIGNER_KEY) && !text.startsWith('base64:');
    const bytes = sourceSecretBytes(isBase64 ? `base64:${text}` : text);
    if (names.some((name) => named.has(name))) problems.push(`${place}: this secret is given twice`);
    else if (!names.every(isSecretId))
      problems.push(`${place}: the name of a secret begins with a letter and has only letters, digits and \`_.-\``);
    else if (bytes === null) problems.push(`${place}: the value is empty, or not the base64 that it should be`);
    else for (const name of names) named.set(name, bytes);
  };
  for (const [variable, text = ''] of Object.entries(env))
    if (variable.startsWith(SECRET_VARIABLE)) add(spellings(variable.slice(SECRET_VARIABLE.length)), text, variable);
  if (folder !== null)
    for (const [name, text] of await filesOf(folder)) add([name], text, `--secrets-dir: ${join(folder, name)}`);
  if (problems.length > 0) throw new InputError(problems);
  return { named };
}

function spellings(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return [...new Set([name, lower, lower.replaceAll('_', '-')])];
}

/** Entries that begin with a dot are left out: Kubernetes keeps the versions of a mounted secret in them. */
async function filesOf(folder: string): Promise<[name: string, text: string][]> {
  const names = (await readable(folder, readdir(folder))).filter((name) => !name.startsWith('.')).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const path = join(folder, name);
      return [name, (await readable(path, readFile(path, 'utf8'))).replace(/\r?\n$/, '')];
    }),
  );
}

async function readable<T>(path: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    const problem = `--secrets-dir: ${path} cannot be read (${(cause as NodeJS.ErrnoException).code}). Name a folder that has only files, and that this user may read.`;
    throw new InputError([problem], { cause });
  }
}

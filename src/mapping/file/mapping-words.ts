import { readYaml } from './yaml-lines.ts';

/**
 * Every key and value of a mapping file, as text: what its author wrote is not data of a user and may be shown where a user's
 * value must not be. Empty for a file that is not YAML.
 */
export function mappingWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  collect(readYaml(text.replace(/^\uFEFF/, '')).value, words);
  return words;
}

function collect(value: unknown, words: Set<string>): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) words.add(key);
      collect(inner, words);
    }
  } else if (value !== null && value !== undefined) words.add(String(value));
}

import { readYaml } from './yaml-lines.ts';

/**
 * Every word that stands in a mapping file, keys and values, as text: what its author wrote is nobody's data and may be shown
 * where a user's value must not be. A file that is no YAML has none.
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

import { DE } from './de.ts';
import { EN } from './en.ts';
import type { Language } from './language.ts';
import { type Catalogue, createWords, type Text, type TextKey, type Words } from './words.ts';

const CATALOGUES: { readonly [language in Language]: Catalogue } = { en: EN, de: DE };

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return createWords(language, CATALOGUES[language]);
}

/** The texts that the script of the page needs. */
export type ScriptKey = Extract<TextKey, `list.${string}` | `outcome.${string}`>;
export type ScriptTexts = { readonly [key in ScriptKey]: Text };

export function scriptTexts(language: Language): ScriptTexts {
  const own = Object.entries(CATALOGUES[language]).filter(([key]) => /^(?:list|outcome)\./.test(key));
  return Object.fromEntries(own) as ScriptTexts;
}

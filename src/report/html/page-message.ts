import type { Words } from '../language/words.ts';

/** A message of the run and what to do (HTML), which are English in every language of the page. */
export function messageCell(message: string, hint: string, words: Words): string {
  const marked = words.language === 'en' ? message : `<span${englishMark(words)}>${message}</span>`;
  return `${marked}<div class="hint"${englishMark(words)}>${hint}</div>`;
}

/** The attribute that makes a screen reader pronounce an English text as such on a page in another language. */
export function englishMark({ language }: Words): string {
  return language === 'en' ? '' : ' lang="en"';
}

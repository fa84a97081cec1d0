import type { ShownRow } from '../shown-row.ts';
import type { CodeText, CodeTexts } from './code-texts.ts';
import { DE_CODES } from './de-codes.ts';
import { EN_CODES } from './en-codes.ts';
import type { Language } from './language.ts';

/** A row in the language of its reader. */
export interface ExplainedRow extends ShownRow {
  /** What the code means; null in English, where the message is enough. */
  readonly meaning: string | null;
}

const TEXTS: { readonly [language in Exclude<Language, 'en'>]: CodeTexts } = { de: DE_CODES };

/**
 * Adds the meaning of the code and translates the hint. Messages with data stay in English, and so does a hint that only this
 * row has: it then follows the message.
 */
export function explainedRow(row: ShownRow, language: Language): ExplainedRow {
  if (language === 'en') return { ...row, meaning: null };
  const code = knownCode(row);
  const own = code === null ? undefined : TEXTS[language][code];
  if (code === null || own === undefined) return { ...row, meaning: null };
  const english: CodeText = EN_CODES[code];
  const data = [row.message === english.meaning ? null : row.message, row.hint === english.hint ? null : row.hint];
  const message = data.filter((text) => text !== null && text !== '').join(' ');
  return { ...row, meaning: own.meaning, message: message === '' ? null : message, hint: own.hint };
}

/** Meaning and hint of a code that is shown without a row; null when there is no translation. */
export function codeText(code: string, language: Language): CodeText | null {
  return language === 'en' || !isKnown(code) ? null : (TEXTS[language][code] ?? null);
}

function isKnown(code: string): code is keyof typeof EN_CODES {
  return Object.hasOwn(EN_CODES, code);
}

/** The tenant may have codes of its own: what they have in common is that it refused the user, or did not answer. */
function knownCode({ code, outcome }: ShownRow): keyof typeof EN_CODES | null {
  if (code === null) return null;
  if (isKnown(code)) return code;
  if (!code.startsWith('tenant.')) return null;
  return outcome === 'failed' ? 'tenant.failed' : 'tenant.unreachable';
}

import { count, duration, size } from '../../text/number-text.ts';
import type { EN } from './en.ts';
import type { Language } from './language.ts';

/** Names of the texts. */
export type TextKey = keyof typeof EN;
/** A text, or its forms by the value `n`. */
export type Text = string | { readonly one: string; readonly other: string };
export type Catalogue = { readonly [key in TextKey]: Text };
/** Numbers are written as the language writes them; texts are put in as they are. */
type TextValues = { readonly [name: string]: string | number };

/** The words and numbers of one language. */
export interface Words<Key extends TextKey = TextKey> {
  readonly language: Language;
  /** A text of the catalogue with its values. Values are not escaped. */
  text(key: Key, values?: TextValues): string;
  /** A whole number: `18,450`. */
  count(value: number): string;
  /** A number with `least` to `most` decimals: `0.5`. */
  decimal(value: number, most: number, least?: number): string;
  /** Milliseconds: `3 min 20 s`. */
  duration(milliseconds: number): string;
  /** Bytes: `1.2 MB`. */
  size(bytes: number): string;
}

/** `catalogue` may hold only the texts that the caller needs. */
export function createWords<Key extends TextKey>(
  language: Language,
  catalogue: { readonly [key in Key]: Text },
): Words<Key> {
  const forms = new Intl.PluralRules(language);
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  // English numbers in the report are the same as in the log.
  const written = language === 'en' ? count : (value: number): string => whole.format(value);
  const decimal = (value: number, most: number, least = 0): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: most, minimumFractionDigits: least }).format(value);
  return {
    language,
    text(key, values = {}) {
      const found: Text = catalogue[key];
      const isOne = typeof values.n === 'number' && forms.select(values.n) === 'one';
      const text = typeof found === 'string' ? found : isOne ? found.one : found.other;
      return text.replace(PLACEHOLDER, (all, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? written(value) : (value ?? all);
      });
    },
    count: written,
    decimal,
    duration,
    size: (bytes) => size(bytes).replace(/\d\.\d/, (number) => decimal(Number(number), 1, 1)),
  };
}

const PLACEHOLDER = /\{(\w+)\}/g;

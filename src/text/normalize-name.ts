/**
 * A column name for comparison regardless of spelling: letters and digits in lower case, umlauts transliterated.
 * `E-Mail`, `EMAIL` and `e mail` are the same, and so are `Straße` and `Strasse`.
 */
export function normalizeName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => TRANSLITERATED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const TRANSLITERATED: { readonly [letter: string]: string } = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

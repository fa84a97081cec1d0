/**
 * What is left of a column's name when spelling does not matter: letters and digits, lower case, umlauts written out.
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

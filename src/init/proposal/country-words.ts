/** Countries by code and by their German and English names. */
export function countryWords(): ReadonlySet<string> {
  const names = ['de', 'en'].map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const found = codes.flatMap((code) => {
    const called = names.map((language) => language.of(code)).filter((name) => name !== undefined);
    return called.length === 0 ? [] : [code, ...called];
  });
  return new Set([...found, 'D', 'A', 'CH'].map((name) => name.toLowerCase()));
}

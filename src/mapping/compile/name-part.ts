/** Words that begin a family name: `Ida von Berg`, `Anna de la Cruz`. Only in lower case, as they are written inside a name. */
const PARTICLES: ReadonlySet<string> = new Set([
  ...[
    'von',
    'vom',
    'van',
    'zu',
    'zum',
    'zur',
    'der',
    'den',
    'de',
    'del',
    'della',
    'di',
    'da',
    'do',
    'dos',
    'du',
    'la',
    'le',
  ],
  ...['ten', 'ter', 'te', 'af', 'av', 'al', 'el', 'bin', 'ibn', 'und'],
]);

/** Written behind a name and a comma; they are no given names. */
const SUFFIX = /,\s*(?:jr|sr|junior|senior|[iv]{1,3}|md|m\.d|ph\.?d|esq|mba|msc|bsc|dipl|dr)\b.*$/i;

/**
 * The given names or the family name in a full name: behind and before a comma (`Berg, Ida`), else the last word, with the
 * particles before it, is the family name. A single word is a given name. Undefined when there is no such part, and for a text
 * that is no name: accounts often have their e-mail address there.
 */
export function namePart(part: 'given' | 'family'): (text: string) => string | undefined {
  return (text) => {
    const name = text.replace(SUFFIX, '').trim();
    if (/[@|;/\\]|:\/\//.test(name)) return undefined;
    const [family = '', given, ...more] = name.split(',').map((each) => each.trim());
    if (more.length > 0) return undefined;
    const parts = given === undefined ? inOrder(family.split(/\s+/)) : { given, family };
    return parts[part] === '' ? undefined : parts[part];
  };
}

function inOrder(words: readonly string[]): { readonly given: string; readonly family: string } {
  if (words.length < 2) return { given: words[0] ?? '', family: '' };
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(words[from - 1] ?? '')) from -= 1;
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}

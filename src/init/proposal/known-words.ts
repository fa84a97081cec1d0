/** Common words of sources. They are not personal data and may appear in a file that others read. */
export interface KnownWords {
  readonly [word: string]: string;
}

const VERIFIED = ['aktiv', 'active', 'enabled', 'freigeschaltet', 'verified', 'confirmed', 'approved', 'activated'];
const PENDING = [
  'pending',
  'unconfirmed',
  'unverified',
  'unbestätigt',
  'invited',
  'staged',
  'provisioned',
  'eingeladen',
];
const DECLINED = [
  ...['inaktiv', 'inactive', 'gesperrt', 'blockiert', 'blocked', 'disabled', 'deaktiviert', 'deactivated', 'gelöscht'],
  ...['deleted', 'banned', 'suspended', 'locked', 'locked_out', 'gekündigt', 'ausgetreten', 'verstorben', 'closed'],
  ...['archived', 'deprovisioned', 'declined', 'geschlossen'],
];

/** The userStatus of a word. Unknown words must not grant access. */
export const STATUS_WORDS: KnownWords = invert({ VERIFIED, PENDING, DECLINED });

export const GENDER_WORDS: KnownWords = invert({
  male: ['m', 'male', 'mr', 'mr.', 'herr', 'herrn', 'hr', 'hr.', 'männlich', 'mann'],
  female: ['f', 'w', 'female', 'ms', 'ms.', 'mrs', 'mrs.', 'frau', 'fr', 'fr.', 'weiblich'],
  diverse: ['d', 'divers', 'diverse', 'non-binary', 'nonbinary'],
});

export const LANGUAGE_WORDS: KnownWords = invert({
  de: ['de', 'deu', 'ger', 'deutsch', 'german'],
  en: ['en', 'eng', 'englisch', 'english'],
  fr: ['fr', 'fra', 'französisch', 'french'],
  it: ['it', 'ita', 'italienisch', 'italian'],
  nl: ['nl', 'nld', 'niederländisch', 'dutch'],
  es: ['es', 'spa', 'spanisch', 'spanish'],
  pl: ['pl', 'pol', 'polnisch', 'polish'],
  tr: ['tr', 'tur', 'türkisch', 'turkish'],
});

function invert(words: { readonly [meaning: string]: readonly string[] }): KnownWords {
  return Object.fromEntries(Object.entries(words).flatMap(([meaning, all]) => all.map((word) => [word, meaning])));
}

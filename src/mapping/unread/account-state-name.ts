import { normalizeName } from '../../text/normalize-name.ts';

/** What a column says about an account: that it is blocked, that it is not, or one of several states. */
export type AccountStateKind = 'blocked' | 'active' | 'status';

/** Attributes of directories and of other systems that say who may log in, as `normalizeName` writes them. */
const LDAP: { readonly [name: string]: AccountStateKind | null } = {
  nsaccountlock: 'blocked',
  nsaccountlocked: 'blocked',
  accountunlocktime: 'blocked',
  sambaacctflags: 'status',
  sambakickofftime: 'blocked',
  krb5kdcflags: 'status',
  msdsuseraccountdisabled: 'blocked',
  msdsuseraccountautolocked: 'blocked',
  msdsuseraccountcontrolcomputed: 'status',
  useraccountcontrol: 'status',
  accountexpires: 'blocked',
  lockouttime: 'blocked',
  pwdaccountlockedtime: 'blocked',
  ibmpwdaccountlocked: 'blocked',
  pwdaccountdisabled: 'blocked',
  logindisabled: 'blocked',
  lockedbyintruder: 'blocked',
  loginexpirationtime: 'blocked',
  dspwpaccountdisabled: 'blocked',
  dspwpaccountexpirationtime: 'blocked',
  krbprincipalexpiration: 'blocked',
  krb5validend: 'blocked',
  pwdendtime: 'blocked',
  shadowexpire: 'blocked',
  acctflags: 'status',
  schacuserstatus: 'status',
  schacexpirydate: 'blocked',
  qmailaccountstatus: 'status',
  orclisenabled: 'active',
  orclactiveenddate: 'blocked',
  secacctvalid: 'active',
  // Days of the policy for passwords.
  shadowinactive: null,
  // MSOnline, and a plugin of WordPress.
  blockcredential: 'blocked',
  pwuserstatus: 'status',
  // SAP: lock and end of a user, deletion flag of a customer.
  uflag: 'blocked',
  gltgb: 'blocked',
  loevm: 'blocked',
};

/** Parts of names that mean a blocked, deleted or closed account wherever they stand. */
const BLOCKED =
  /sperr|blockier|blocked|locked|lockout|disabled|deaktiv|deactiv|inaktiv|inactiv|suspend|banned|deleted|geloescht|loesch|kuendig|austritt|ausgetreten|ausgeschieden|verstorben|gestorben|sterbedatum|sterbetag|todestag|todesdatum|dateofdeath|deathdate|deceased|terminat|stillgelegt|revoked|archiviert|storniert|abgemeldet|beendet|anonymis|anonymiz|hausverbot|blacklist|vertragsende|contractend/;
/** The same as whole words, which are parts of other words too. */
const BLOCKED_WORDS = words('block lock ban disable delete deletion removed quit');
const NEGATED = /(?:non|not|nicht|un)(?:locked|blocked|gesperrt|disabled|deleted)|entsperrt/;
/** What these say is about an account only when the rest of the name is, too. */
const ACTIVE_WORDS = words('aktiv active enabled aktiviert activated freigeschaltet freischaltung approved genehmigt');
const STATUS_WORDS = words('status state zustand stat');
/** Words for the end of an account, when the rest of the name adds nothing else: `end_date`, `Mitgliedschaft Ende`. */
const END_WORDS = words(
  'ende end ended endtime enddate enddatum stop left exit expiry expires expired expiration ablauf ablaufdatum abgelaufen ruhend ehemalig ' +
    'closed cancelled canceled archived frozen barred expelled died',
);
/** The same next to a word for logging in: `can_contact` is about something else. */
const MAY_WORDS = words('allow can may darf');
const LOGIN_WORDS = words('login logon anmeldung anmelde access zugang zugangs');
/** `Mitglied bis`, `valid until` */
const UNTIL_WORDS = words('bis until till');
/** The same, but not by themselves: they need a word for the account next to them. */
const ALLOWED_WORDS = words('erlaubt allowed berechtigt zugelassen freigegeben gueltig valid');

/** Words for an account and for the person who has it. */
const SUBJECTS = words(
  'account acct acc konto kunde kunden kundin user users usr benutzer nutzer anwender customer customers cust client member ' +
    'members membership mitglied mitglieds mitgliedschaft mitgliedschafts person personen identity record datensatz satz ' +
    'kto rec login logon anmeldung anmelde zugang zugangs access profile profil partner debitor teilnehmer versicherten versicherter ' +
    'patient patienten student employee mitarbeiter contact kontakt web online portal shop crm ldap cognito fe be',
);
/** Words that add nothing to what a name is about. */
const FILLERS = words(
  'is ist has hat was flag kz kennz kennzeichen kennung ind indicator fl bool am at seit since on datum date time zeit ' +
    'zeitpunkt bis until till von zum by grund reason code cd id nr no text txt value wert bezeichnung aktuell current der des the of ' +
    'custom attr attribute inet zimbra ab jn ja nein ox u adm kd c usr tbl col db field feld',
);

/** Topics whose states are not those of an account: orders, payments, consents, families, factors, addresses … */
const OTHER_TOPICS =
  /newsletter|marketing|werb|advert|mailing|optin|optout|consent|einwillig|agb|datenschutz|dsgvo|gdpr|privacy|cookie|tracking|bestell|auftrag|payment|zahl(?:ung|weg|art|status|sperr)|mahn|invoice|rechnung|liefer|versand|shipping|delivery|lastschrift|kredit|credit|artikel|product|produkt|coupon|gutschein|bonus|buchung|auskunft|abonnement|comment|kommentar|notification|benachricht|telefon|phone|email|mail|password|passwort|kennwort|credential|mfa|twofactor|2fa|totp|username|marital|famil|zivil|steuer|verif|confirm|bestaetig|sensor|device|session|token|ticket|lockoutenabled|address|booking|reservation|reservier|appointment/;
const OTHER_WORDS = words(
  'order orders card karte tax vat push sms fax factor count num anzahl attempts versuche threshold ' +
    'duration policy changed changedate geaendert updated history pwd pw otp abo subscription subscriptions',
);

const PROTECTION = /datenschutz|dsgvo|gdpr|privacy/g;
const ERASURE = /loesch|delet|erase|anonymi[sz]/;

/** Flags of groups are not those of accounts, but blocked users may be in a group of their own. */
const GROUP_WORDS = words('group groups gruppe gruppen role roles rolle rollen');

/** Names of people and companies, which may be the same as the word for a state. */
const PERSONAL_NAMES = words(
  'cn dn sn name vorname nachname familienname zuname rufname firma company displayname gecos initials nickname firstname lastname surname givenname fullname kurzbezeichnung ort city',
);

/** Topics of flags that do not decide who may log in. */
const OTHER_FLAGS =
  /guest|gast|anrede|firma|company|business|b2b|gewerb|staff|admin|super|moderator|default|primary|haupt|vip|premium|stamm|public|oeffentlich|private|subscribe|anonym|social|photo|foto|bild|avatar|terms|accept|akzept|reset|mustchange|firstlogin|remember|sso|test|registr|import|sync/;

/** Whether a column is about something else than accounts: its states are no reason to ask. `path` is the whole reference. */
export function isAboutSomethingElse(path: string): boolean {
  const plain = normalizeName(path);
  // A person who was deleted for reasons of data protection is deleted.
  const topics = ERASURE.test(plain) ? plain.replaceAll(PROTECTION, '') : plain;
  return OTHER_TOPICS.test(topics) || wordsOf(path).some((word) => OTHER_WORDS.has(word));
}

function isAboutGroups(path: string): boolean {
  return wordsOf(path).some((word) => GROUP_WORDS.has(word));
}

/** Whether a column holds names, so that its values are not states. */
export function isPersonalName(name: string): boolean {
  return PERSONAL_NAMES.has(normalizeName(name));
}

/** Whether a column of yes and no is known to decide nothing about a login. */
export function isHarmlessFlag(path: string): boolean {
  return isAboutSomethingElse(path) || isAboutGroups(path) || OTHER_FLAGS.test(normalizeName(path));
}

/** Whether a name is about an account and nothing else: `Web-Zugang`, `Kundenkonto`. */
export function isAboutAccount(name: string): boolean {
  const parts = wordsOf(name);
  return parts.some((word) => SUBJECTS.has(word)) && parts.every((word) => SUBJECTS.has(word) || FILLERS.has(word));
}

/**
 * What the name of a column or key says about accounts, in German and English and in the words of directories; null when it
 * does not seem to be about their state.
 *
 * @param name the column, or the last key of the path
 * @param path the whole reference, which may show that the name is about something else: `order.status`
 */
export function accountStateName(name: string, path: string = name): AccountStateKind | null {
  const plain = normalizeName(name);
  if (Object.hasOwn(LDAP, plain)) return LDAP[plain] ?? null;
  if (isAboutSomethingElse(path) || isAboutGroups(path)) return null;
  const parts = wordsOf(name);
  // Whether a German or American state is meant, only the values can tell.
  if (plain === 'state' || plain === 'zustand') return null;
  if (BLOCKED.test(plain) || parts.some((word) => BLOCKED_WORDS.has(word)))
    return NEGATED.test(plain) ? 'active' : 'blocked';
  const kindOf = (word: string): AccountStateKind | 'allowed' | 'may' | 'end' | 'subject' | 'filler' | null => {
    if (ACTIVE_WORDS.has(word)) return 'active';
    if (STATUS_WORDS.has(word)) return 'status';
    if (ALLOWED_WORDS.has(word)) return 'allowed';
    if (MAY_WORDS.has(word)) return 'may';
    if (END_WORDS.has(word)) return 'end';
    if (SUBJECTS.has(word)) return 'subject';
    return FILLERS.has(word) || word.length === 1 || /^\d+$/.test(word) ? 'filler' : null;
  };
  const kinds = parts.map(kindOf);
  if (kinds.includes(null)) return null;
  if (kinds.includes('active')) return 'active';
  if (kinds.includes('status')) return 'status';
  if (kinds.includes('end')) return 'blocked';
  const isEnd = parts.some((word) => UNTIL_WORDS.has(word));
  if (isEnd && (kinds.includes('allowed') || kinds.includes('subject'))) return 'blocked';
  if (kinds.includes('allowed') && kinds.includes('subject')) return 'active';
  if (kinds.includes('may') && parts.some((word) => LOGIN_WORDS.has(word))) return 'active';
  return null;
}

/**
 * Whether a name is another spelling of `known`, perhaps with a word for the account: `account_spam` and `Spam ` of `spam`. To be
 * asked about a column that the mapping looks for and does not find.
 */
export function isSpellingOf(known: string, name: string, path: string = name): boolean {
  const topic = topicOf(known);
  return topic !== '' && topic === topicOf(name) && (topic === topicOf(path) || !isAboutSomethingElse(path));
}

/** The words of a name that are neither for an account nor fillers, without places in lists. */
function topicOf(name: string): string {
  return wordsOf(name)
    .filter((word) => !SUBJECTS.has(word) && !FILLERS.has(word) && !/^\d+$/.test(word))
    .join(' ');
}

/** The words of a name: `kundenStatus`, `KUNDEN_STATUS` and `kundenstatus` have the same ones. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .split(/[^\p{L}\p{N}]+/u)
    .map(normalizeName)
    .filter((word) => word !== '')
    .flatMap((word) => (VOCABULARY.has(word) ? [word] : (dissolved(word) ?? [word])));
}

/** A compound as the known words that it consists of, the longest first; null when it has another part. */
function dissolved(compound: string): string[] | null {
  if (compound === '') return [];
  for (let length = Math.min(compound.length, LONGEST_WORD); length > 1; length -= 1) {
    const first = compound.slice(0, length);
    if (!VOCABULARY.has(first)) continue;
    const rest = dissolved(compound.slice(length));
    if (rest !== null) return [first, ...rest];
  }
  return null;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

const VOCABULARY: ReadonlySet<string> = new Set(
  [ACTIVE_WORDS, STATUS_WORDS, ALLOWED_WORDS, MAY_WORDS, END_WORDS, UNTIL_WORDS, SUBJECTS, FILLERS].flatMap((list) => [
    ...list,
  ]),
);
const LONGEST_WORD = 18;

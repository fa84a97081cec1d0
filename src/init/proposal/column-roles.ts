import { alternatives } from '../../mapping/field-rule.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { accountStateName } from '../../mapping/unread/account-state-name.ts';
import { normalizeName } from '../../text/normalize-name.ts';
import { findField } from '../../user/cidaas-fields.ts';

/** The role of a column: the name of a cidaas field, or a special role. */
export type ColumnRole = string | SpecialRole;
type SpecialRole =
  | 'id'
  | 'status'
  | 'active'
  | 'blocked'
  | 'guest'
  | 'password'
  | 'salt'
  | 'house number'
  | 'whole name'
  | 'salutation'
  | 'email verified'
  | 'second factor'
  | 'roles';

const SPECIAL: { readonly [role in SpecialRole]: readonly string[] } = {
  id: [
    ...[
      'sub',
      'id',
      'userid',
      'uid',
      'uuid',
      'guid',
      'customerid',
      'customerno',
      'customernumber',
      'memberid',
      'memberno',
    ],
    ...[
      'accountid',
      'externalid',
      'kundennummer',
      'kundennr',
      'kundeid',
      'kundenid',
      'kdnr',
      'benutzerid',
      'mitgliedsnummer',
    ],
    ...['mitgliedsnr', 'mitgliedid', 'partnernummer', 'personennummer'],
  ],
  status: [
    'status',
    'userstatus',
    'accountstatus',
    'kundenstatus',
    'state',
    'kontostatus',
    'benutzerstatus',
    'mitgliedsstatus',
  ],
  active: [
    'active',
    'aktiv',
    'isactive',
    'enabled',
    'isenabled',
    'accountenabled',
    'freigeschaltet',
    'istaktiv',
    'kontoaktiv',
  ],
  blocked: [
    ...[
      'blocked',
      'isblocked',
      'disabled',
      'isdisabled',
      'locked',
      'islocked',
      'lockedout',
      'banned',
      'isbanned',
      'suspended',
    ],
    ...[
      'deleted',
      'isdeleted',
      'gesperrt',
      'sperre',
      'sperrkennzeichen',
      'blockiert',
      'deaktiviert',
      'inaktiv',
      'inactive',
    ],
    ...['geloescht', 'loeschkennzeichen', 'istgesperrt', 'kontogesperrt', 'zuganggesperrt', 'kontosperre'],
    ...[
      'gesperrtam',
      'gesperrtseit',
      'sperrdatum',
      'deaktiviertam',
      'geloeschtam',
      'loeschdatum',
      'deletedat',
      'bannedat',
    ],
    ...['blockedat', 'suspendedat', 'disabledat', 'lockedat'],
  ],
  guest: ['guest', 'isguest', 'gast', 'istgast'],
  password: [
    ...['password', 'passwordhash', 'hashedpassword', 'passwd', 'pwd', 'pass', 'userpass', 'encryptedpassword'],
    ...['passworddigest', 'hash', 'kennwort', 'passwort', 'passworthash', 'credentials'],
  ],
  salt: ['salt', 'passwordsalt', 'passwortsalt'],
  'house number': ['hausnummer', 'hausnr', 'hnr', 'housenumber', 'streetnumber'],
  'whole name': ['name', 'fullname', 'displayname', 'realname', 'vollername', 'anzeigename'],
  salutation: ['anrede', 'salutation', 'gender', 'sex', 'geschlecht'],
  'email verified': [
    ...[
      'emailverified',
      'isemailverified',
      'emailconfirmed',
      'emailverifiedat',
      'emailconfirmedat',
      'verified',
      'isverified',
    ],
    ...['confirmed', 'emailbestaetigt', 'mailbestaetigt'],
  ],
  'second factor': ['mfaenabled', 'twofactorenabled', 'totp', 'otpenabled', '2fa', '2faenabled'],
  roles: [
    'roles',
    'role',
    'rolle',
    'rollen',
    'groups',
    'group',
    'gruppe',
    'gruppen',
    'usergroup',
    'usergroups',
    'permissions',
  ],
};

/** English names of fields; German names come from the preset for files with German headers. */
const ENGLISH: { readonly [field: string]: readonly string[] } = {
  email: ['email', 'mail', 'emailaddress', 'useremail', 'primaryemail', 'primaryemailaddress', 'loginemail'],
  username: ['username', 'userlogin', 'login', 'loginname', 'accountname', 'userprincipalname'],
  given_name: ['firstname', 'givenname', 'forename', 'first', 'given', 'fname'],
  family_name: ['lastname', 'familyname', 'surname', 'sn', 'last', 'family', 'lname'],
  middle_name: ['middlename'],
  nickname: ['nickname', 'spitzname'],
  birthdate: ['birthdate', 'birthday', 'dateofbirth', 'dob', 'bday', 'born', 'bornon'],
  mobile_number: ['mobile', 'mobilephone', 'mobilenumber', 'mobilephonenumber', 'cell', 'cellphone'],
  phone_number: ['phone', 'telephone', 'telephonenumber', 'phonenumber', 'tel', 'landline', 'homephone'],
  'address.street_address': ['street', 'streetaddress', 'address1', 'addressline1', 'strasse', 'str'],
  'address.postal_code': ['zip', 'zipcode', 'postalcode', 'postcode'],
  'address.locality': ['city', 'town', 'locality'],
  'address.region': ['province', 'region', 'stateprovince'],
  'address.country': ['country', 'countrycode'],
  locale: ['locale', 'language', 'lang', 'preferredlanguage', 'sprache'],
  zoneinfo: ['timezone', 'zoneinfo', 'tz', 'zeitzone'],
  website: ['website', 'homepage'],
  picture: ['picture', 'avatar', 'avatarurl', 'photourl', 'pictureurl'],
  createdTime: [
    ...[
      'created',
      'createdat',
      'createdon',
      'createdtime',
      'createdtimestamp',
      'creationdate',
      'registered',
      'registeredat',
    ],
    ...[
      'registrationdate',
      'signup',
      'signupdate',
      'signedupat',
      'datejoined',
      'joined',
      'joinedat',
      'membersince',
      'insertinstant',
      'registriert',
      'angelegt',
      'erstellt',
    ],
  ],
  lastLoggedInTime: ['lastlogin', 'lastloginat', 'lastloggedin', 'lastloggedintime', 'lastsignin', 'letzterlogin'],
};

/** Fields whose names sources use for values of their own: a mistake could grant access, or keep people from logging in. */
const CHECKED_FIELDS: readonly string[] = [
  ...['sub', 'userStatus', 'roles', 'groups', 'gender', 'mfa_enabled', 'provider', 'providerUserId', 'identityId'],
];

/** Whether a column shows by which provider users log in to the source. */
export function isProviderName(name: string): boolean {
  return PROVIDER_NAMES.has(normalizeName(name));
}

const PROVIDER_NAMES: ReadonlySet<string> = new Set(
  [
    'provider',
    'provider_user_id',
    'provider_id',
    'auth_provider',
    'login_provider',
    'identity_provider',
    'oauth_provider',
  ].map(normalizeName),
);

/**
 * Returns a function that finds the role of a column by its name. `german` is the mapping of the preset for files with German
 * headers, which provides most German names.
 */
export function columnRoles(german: Mapping): (ref: string, name: string) => ColumnRole | null {
  const roles = new Map<string, ColumnRole>();
  const learn = (role: ColumnRole, names: readonly string[]): void => {
    for (const name of names) if (!roles.has(normalizeName(name))) roles.set(normalizeName(name), role);
  };
  for (const [role, names] of Object.entries(SPECIAL)) learn(role, names);
  for (const [field, names] of Object.entries(ENGLISH)) learn(field, names);
  for (const rule of german.fields) {
    for (const { source } of alternatives(rule)) {
      if (source.kind !== 'first' || rule.field === 'userStatus') continue;
      learn(
        rule.field,
        source.refs.map(({ text }) => text),
      );
    }
  }
  return (ref, name) => {
    const own = findField('user', ref);
    // Columns with cidaas names, except those whose values must be checked because a mistake could grant access.
    if (own !== undefined && !CHECKED_FIELDS.includes(ref)) return ref;
    return roles.get(normalizeName(ref)) ?? roles.get(normalizeName(name)) ?? accountStateName(name, ref);
  };
}

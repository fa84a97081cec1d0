import type { DocumentKeys } from '../../source/source-settings.ts';
import { normalizeName } from '../../text/normalize-name.ts';
import type { PresetName } from './preset-name.ts';
import { TABLE_SIGNATURES } from './table-signatures.ts';

/** What is known about an export before it is mapped. Names only, no values. */
export interface ExportShape {
  /** The header of a CSV file. */
  readonly columns?: readonly string[];
  /** The keys of the first record of JSON, XML, LDIF or ImpEx. */
  readonly keys?: readonly string[];
  /** The keys of the JSON document that contains the records, or the root element of the XML document. */
  readonly document?: readonly string[];
}

/** A system whose exports were recognised. */
export interface RecognisedPreset {
  readonly preset: PresetName;
  /** Completes "looks like": `a realm export of Keycloak`. */
  readonly title: string;
}

interface Signature extends RecognisedPreset {
  /** Sets of names; all names of one of the sets must be present. */
  readonly columns?: readonly (readonly string[])[];
  readonly keys?: readonly (readonly string[])[];
  readonly document?: readonly (readonly string[])[];
}

/** Two of these in any spelling, or one and an e-mail address, make a German list. */
const GERMAN: readonly string[] = [
  ...['emailadresse', 'mailadresse', 'vorname', 'nachname', 'familienname', 'anrede', 'plz', 'postleitzahl', 'ort'],
  ...['wohnort', 'strasse', 'kundennummer', 'kdnr', 'mitgliedsnummer', 'geburtsdatum', 'telefon', 'handy'],
];

/** The most specific first: a general one would hide those after it. */
const SIGNATURES: readonly Signature[] = [
  {
    preset: 'salesforce-commerce-cloud',
    title: 'a customer export of Salesforce Commerce Cloud',
    keys: [
      ['@customer-no', 'credentials'],
      ['@customer-no', 'profile'],
    ],
    document: [['customer-list']],
  },
  {
    preset: 'sap-commerce',
    title: 'an export of SAP Commerce',
    // An ImpEx script may begin with rows of another type.
    keys: [['@itemtype'], ['uniqueid', 'p_logindisabled']],
    columns: [
      ['uniqueid', 'p_logindisabled'],
      ['uniqueid', 'p_passwordencoding'],
    ],
  },
  {
    preset: 'keycloak',
    title: 'an export of Keycloak',
    keys: [
      ['username', 'createdTimestamp', 'requiredActions'],
      ['username', 'createdTimestamp', 'emailVerified', 'enabled'],
      ['realm', 'users'],
    ],
    document: [
      ['realm', 'users'],
      ['realm', 'roles', 'clients'],
      ['realm', 'sslRequired'],
    ],
  },
  {
    preset: 'shopware5',
    title: 'a customer export of Shopware 5',
    columns: [
      ['customernumber', 'email', 'encoder', 'accountmode'],
      ['customernumber', 'subshopID', 'customergroup'],
    ],
  },
  {
    preset: 'shopware6',
    title: 'a customer export of Shopware 6',
    columns: [
      ['id', 'customer_number', 'first_name', 'guest'],
      ['id', 'customer_number', 'sales_channel'],
    ],
  },
  {
    preset: 'sap-cdc',
    title: 'an export of SAP Customer Data Cloud (Gigya)',
    keys: [
      ['UID', 'loginIDs'],
      ['UID', 'isRegistered', 'profile'],
    ],
    document: [['results', 'objectsCount']],
  },
  {
    preset: 'azure-b2c',
    title: 'a user list of Azure AD B2C or Microsoft Entra',
    keys: [['userPrincipalName', 'displayName']],
    columns: [['userPrincipalName', 'displayName']],
    document: [['@odata.context', 'value']],
  },
  {
    preset: 'auth0',
    title: 'a user export of Auth0',
    keys: [['user_id', 'identities', 'created_at']],
    columns: [
      ['user_id', 'email_verified'],
      ['Id', 'Email Verified', 'Given Name'],
    ],
  },
  {
    preset: 'akamai',
    title: 'an export of Akamai Identity Cloud (Janrain)',
    keys: [['uuid', 'givenName', 'primaryAddress']],
    columns: [['uuid', 'givenName', 'primaryAddress.zip']],
    document: [['stat', 'results']],
  },
  { preset: 'ldif', title: 'an LDAP directory', keys: [['dn', 'objectclass']] },
  {
    preset: 'forgerock',
    title: 'an export of ForgeRock or Ping Identity Platform',
    keys: [['_id', 'userName', 'givenName']],
    document: [['result', 'pagedResultsCookie']],
  },
  {
    preset: 'magento',
    title: 'a customer export of Magento or Adobe Commerce',
    columns: [['email', '_website', '_store']],
  },
  {
    preset: 'wordpress',
    title: 'a user list of WordPress',
    keys: [['user_login', 'user_email']],
    columns: [['user_login', 'user_email']],
  },
  {
    preset: 'aspnet-identity',
    title: 'the table of users of ASP.NET Identity',
    keys: [['NormalizedUserName', 'LockoutEnd']],
    columns: [['NormalizedUserName', 'LockoutEnd']],
  },
  {
    preset: 'scim',
    title: 'a SCIM user list',
    keys: [['schemas', 'userName', 'emails']],
    document: [['schemas', 'Resources']],
  },
  { preset: 'okta', title: 'a user list of Okta', keys: [['id', 'status', 'profile', 'credentials']] },
  {
    preset: 'cognito',
    title: 'a user list of Amazon Cognito',
    keys: [['Username', 'Attributes', 'UserStatus']],
    columns: [['cognito:username']],
    document: [['Users', 'PaginationToken']],
  },
  {
    preset: 'firebase',
    title: 'a user export of Firebase',
    keys: [['localId', 'createdAt']],
  },
  {
    preset: 'supabase',
    title: 'the table of users of Supabase',
    keys: [['encrypted_password', 'raw_user_meta_data']],
    columns: [['encrypted_password', 'raw_user_meta_data']],
  },
  {
    preset: 'clerk',
    title: 'a user export of Clerk',
    columns: [['primary_email_address', 'password_hasher']],
  },
  { preset: 'django', title: 'a dump of Django', keys: [['model', 'pk', 'fields']] },
  {
    preset: 'fusionauth',
    title: 'a user list of FusionAuth',
    keys: [['insertInstant', 'registrations']],
  },
  {
    preset: 'kratos',
    title: 'identities of Ory Kratos',
    keys: [['schema_id', 'traits', 'state']],
  },
  ...TABLE_SIGNATURES.map((table) => ({ ...table, keys: table.columns })),
  {
    preset: 'laravel',
    title: 'the table of users of Laravel',
    keys: [['email_verified_at', 'remember_token']],
    columns: [['email_verified_at', 'remember_token']],
  },
];

/** The preset that an export probably fits, or null. Only for a suggestion. */
export function recognisePreset(shape: ExportShape): RecognisedPreset | null {
  const has = (sets: Signature['columns'], names: readonly string[] | undefined): boolean => {
    const known = new Set(names);
    return sets?.some((set) => set.every((name) => known.has(name))) ?? false;
  };
  const found = SIGNATURES.find(
    ({ columns, keys, document }) =>
      has(columns, shape.columns) || has(keys, shape.keys) || has(document, shape.document),
  );
  if (found !== undefined) return { preset: found.preset, title: found.title };
  const names = new Set(shape.columns?.map(normalizeName));
  const german = GERMAN.filter((name) => names.has(name)).length + (names.has('email') || names.has('mail') ? 1 : 0);
  return german < 2 ? null : { preset: 'german-csv', title: 'a list with German column names' };
}

/** A system whose exports are recognised by their layout alone, since they have no names. */
export function recognisedAs(preset: PresetName): RecognisedPreset | null {
  return SIGNATURES.find((signature) => signature.preset === preset) ?? null;
}

/** The suggestion as a sentence. */
export function suggestion({ preset, title }: RecognisedPreset): string {
  return `It looks like ${title}: set \`preset: ${preset}\`.`;
}

/** A hint for the header with which phpMyAdmin begins an array of tables; null for other keys. */
export function tableExportHint(keys: readonly string[]): string | null {
  return ['type', 'version', 'comment'].every((key) => keys.includes(key))
    ? "It looks like an export of phpMyAdmin: add to a mapping `source: { records: '[].data' }` to read the rows of its table."
    : null;
}

/** An explanation for a JSON or XML document without the records that were searched for; null when there is none. */
export function explainDocument(found: DocumentKeys, preset: PresetName | null): string | null {
  if (preset === 'keycloak' && found.document.includes('realm')) {
    return 'It is a realm without users: the partial export of the admin console never has any, so export with `kc.sh export`; of a directory export name the files `*-users-*.json`.';
  }
  const recognised = preset === null ? recognisePreset(found) : null;
  return recognised === null ? null : suggestion(recognised);
}

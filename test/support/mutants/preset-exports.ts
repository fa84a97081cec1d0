import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PresetName } from '../../../src/mapping/presets/preset-name.ts';

export const PRESET_FIXTURES = join(import.meta.dirname, '../../fixtures/presets');

/** A fixture that is mutated: the export of a preset, or a file that is joined to it. */
export interface PresetExport {
  readonly preset: PresetName;
  /** The file that is mutated. */
  readonly file: string;
  /** The export, when `file` is joined to it. */
  readonly joinedTo?: string;
  /** Files that are joined to the export. */
  readonly joins?: readonly string[];
  /** What only the tenant or the shop knows, as the page of the preset says. */
  readonly mapping: string;
}

const CUSTOM = 'verifier: CUSTOM_LEGACY';
const OPTIONAL = `password: { ${CUSTOM}, optional: true }\n`;
const VERIFIER = `password: { ${CUSTOM} }\n`;

/** Of the second file of a preset: the export, the joined file, the mapping that joins it. */
const joined = (preset: PresetName, export_: string, file: string, mapping: string): PresetExport[] => [
  { preset, file: export_, joins: [file], mapping },
  { preset, file, joinedTo: export_, mapping },
];

/** All fixtures of the presets whose users can be planned. */
export const PRESET_EXPORTS: readonly PresetExport[] = [
  { preset: 'german-csv', file: 'blocked-in-many-words.csv', mapping: OPTIONAL },
  { preset: 'german-csv', file: 'lines-before-header.csv', mapping: OPTIONAL },
  { preset: 'german-csv', file: 'marks-for-active.csv', mapping: OPTIONAL },
  { preset: 'german-csv', file: 'passwords.csv', mapping: OPTIONAL },
  { preset: 'german-csv', file: 'windows-1252.csv', mapping: OPTIONAL },
  { preset: 'keycloak', file: 'admin-api-without-credentials.json', mapping: OPTIONAL },
  { preset: 'keycloak', file: 'array-of-realms.json', mapping: VERIFIER },
  { preset: 'keycloak', file: 'realm-object.json', mapping: VERIFIER },
  { preset: 'keycloak', file: 'shop-users-0.json', mapping: VERIFIER },
  { preset: 'keycloak', file: 'shop-users-1.json', mapping: VERIFIER },
  { preset: 'shopware5', file: 'default-customers.csv', mapping: VERIFIER },
  ...joined(
    'shopware6',
    'default-customer.csv',
    'hashes-of-the-database.csv',
    `${VERIFIER}join: { hashes: { file: hashes-of-the-database.csv, source: { empty: 'NULL' } } }\n`,
  ),
  { preset: 'sap-cdc', file: 'accounts-search.json', mapping: VERIFIER },
  { preset: 'azure-b2c', file: 'graph-users.json', mapping: '' },
  { preset: 'azure-b2c', file: 'portal-download.csv', mapping: '' },
  { preset: 'auth0', file: 'quote-prefixes.csv', mapping: '' },
  ...joined(
    'auth0',
    'users.json',
    'hashes-of-the-support.json',
    'join: { hashes: { file: hashes-of-the-support.json } }\n',
  ),
  { preset: 'akamai', file: 'dataload.csv', mapping: '' },
  { preset: 'akamai', file: 'entity-find.json', mapping: VERIFIER },
  { preset: 'ldif', file: 'active-directory.ldif', mapping: '' },
  { preset: 'ldif', file: 'directory.ldif', mapping: VERIFIER },
  { preset: 'forgerock', file: 'managed-users.json', mapping: VERIFIER },
  { preset: 'magento', file: 'customer-composite.csv', mapping: VERIFIER },
  { preset: 'wordpress', file: 'users.json', mapping: VERIFIER },
  ...joined(
    'aspnet-identity',
    'AspNetUsers.csv',
    'AspNetUserLogins.csv',
    `${VERIFIER}join: { logins: { file: AspNetUserLogins.csv } }\n`,
  ),
  { preset: 'scim', file: 'list-response.json', mapping: '' },
  { preset: 'okta', file: 'users.json', mapping: '' },
  {
    preset: 'cognito',
    file: 'attributes-without-status.csv',
    mapping: 'fields: { userStatus: { value: VERIFIED } }\n',
  },
  { preset: 'cognito', file: 'list-users.json', mapping: '' },
  { preset: 'firebase', file: 'fifty-three-cells.csv', mapping: OPTIONAL },
  { preset: 'firebase', file: 'twenty-nine-cells.csv', mapping: OPTIONAL },
  { preset: 'firebase', file: 'users.json', mapping: VERIFIER },
  ...joined('supabase', 'auth-users.csv', 'auth-identities.csv', 'join: { logins: { file: auth-identities.csv } }\n'),
  { preset: 'clerk', file: 'banned-column-added.csv', mapping: OPTIONAL },
  { preset: 'clerk', file: 'comment-before-header.csv', mapping: OPTIONAL },
  { preset: 'django', file: 'dumpdata.json', mapping: OPTIONAL },
  { preset: 'laravel', file: 'users.csv', mapping: '' },
  { preset: 'fusionauth', file: 'users.json', mapping: VERIFIER },
  { preset: 'kratos', file: 'identities.ndjson', mapping: VERIFIER },
  { preset: 'typo3', file: 'fe_users.csv', mapping: VERIFIER },
  { preset: 'oxid', file: 'oxuser.csv', mapping: VERIFIER },
  { preset: 'liferay', file: 'user_.csv', mapping: VERIFIER },
  { preset: 'jtl-shop', file: 'kunden.csv', mapping: VERIFIER },
  { preset: 'drupal', file: 'users-drupal-7.csv', mapping: VERIFIER },
  { preset: 'drupal', file: 'users_field_data.csv', mapping: VERIFIER },
  { preset: 'contao', file: 'tl_member.csv', mapping: VERIFIER },
  { preset: 'gambio', file: 'customers-oscommerce.csv', mapping: VERIFIER },
  { preset: 'gambio', file: 'customers.csv', mapping: VERIFIER },
  { preset: 'symfony', file: 'fos_user-version-2.csv', mapping: VERIFIER },
  { preset: 'symfony', file: 'fos_user.csv', mapping: VERIFIER },
  { preset: 'aspnet-membership', file: 'aspnet_Membership.csv', mapping: VERIFIER },
  { preset: 'woltlab', file: 'wcf1_user.csv', mapping: VERIFIER },
  { preset: 'joomla', file: 'users.csv', mapping: VERIFIER },
  { preset: 'prestashop', file: 'ps_customer.csv', mapping: VERIFIER },
  { preset: 'devise', file: 'users.csv', mapping: VERIFIER },
  { preset: 'sap-commerce', file: 'users.csv', mapping: VERIFIER },
  { preset: 'salesforce-commerce-cloud', file: 'customer-list.xml', mapping: '' },
  { preset: 'salesforce-commerce-cloud', file: 'customers.xml', mapping: '' },
];

/** A script with several headers; the same rules read users.csv. */
export const UNMUTATED: readonly string[] = ['sap-commerce/customers.impex'];

/** Fixtures that no plan comes of: a file without users, and one that nobody in it can log in with. */
export const UNPLANNED: readonly string[] = [
  'german-csv/no-way-to-log-in.csv',
  'keycloak/partial-export-without-users.json',
];

export function fixturePath(preset: PresetName, file: string): string {
  return join(PRESET_FIXTURES, preset, file);
}

export function fixtureText(preset: PresetName, file: string): Buffer {
  return readFileSync(fixturePath(preset, file));
}

/** Source systems with a built-in mapping, the most asked for first. */
export const PRESETS = [
  'german-csv',
  'keycloak',
  'shopware5',
  'shopware6',
  'sap-cdc',
  'azure-b2c',
  'auth0',
  'akamai',
  'ldif',
  'forgerock',
  'magento',
  'wordpress',
  'aspnet-identity',
  'scim',
  'okta',
  'cognito',
  'firebase',
  'supabase',
  'clerk',
  'django',
  'laravel',
  'fusionauth',
  'kratos',
] as const;

export type PresetName = (typeof PRESETS)[number];

/** Source systems with a built-in mapping, the most asked for first. */
export const PRESETS = ['german-csv', 'keycloak', 'shopware5', 'shopware6'] as const;

export type PresetName = (typeof PRESETS)[number];

import { loosely } from '../../source/loose-name.ts';
import type { PresetName } from '../preset-name.ts';

/** What is known of an export before any of it is mapped. Names only, no values. */
export interface ExportShape {
  /** The header of a CSV file. */
  readonly columns?: readonly string[];
  /** The keys of the first JSON record. */
  readonly keys?: readonly string[];
  /** The keys of a JSON document in which the records stand. */
  readonly document?: readonly string[];
}

/** A system whose exports were recognised. */
export interface Recognised {
  readonly preset: PresetName;
  /** Completes "looks like": `a realm export of Keycloak`. */
  readonly title: string;
}

interface Signature extends Recognised {
  /** Sets of names of which one must be there as a whole. */
  readonly columns?: readonly (readonly string[])[];
  readonly keys?: readonly (readonly string[])[];
  readonly document?: readonly (readonly string[])[];
}

/** Mail and one more: each of these pairs is a German list. */
const GERMAN_MAIL = ['E-Mail', 'Mail', 'E-Mail-Adresse', 'Mailadresse'];
const GERMAN_OTHERS = [
  'Vorname',
  'Nachname',
  'Anrede',
  'PLZ',
  'Postleitzahl',
  'Ort',
  'Straße',
  'Kundennummer',
  'Geburtsdatum',
];

/** The most telling first: a general one would hide those behind it. */
const SIGNATURES: readonly Signature[] = [
  {
    preset: 'keycloak',
    title: 'an export of Keycloak',
    keys: [
      ['username', 'createdTimestamp', 'requiredActions'],
      ['username', 'createdTimestamp', 'emailVerified', 'enabled'],
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
    preset: 'german-csv',
    title: 'a list with German column names',
    columns: GERMAN_MAIL.flatMap((mail) => GERMAN_OTHERS.map((other) => [mail, other])),
  },
];

/** The preset that an export fits, or null. Says nothing certain: it is for a suggestion. */
export function recognisePreset(shape: ExportShape): Recognised | null {
  const has = (sets: Signature['columns'], names: readonly string[] | undefined): boolean => {
    const known = new Set(names?.map(loosely));
    return sets?.some((set) => set.every((name) => known.has(loosely(name)))) ?? false;
  };
  const found = SIGNATURES.find(
    ({ columns, keys, document }) =>
      has(columns, shape.columns) || has(keys, shape.keys) || has(document, shape.document),
  );
  return found === undefined ? null : { preset: found.preset, title: found.title };
}

/** The suggestion as a sentence. */
export function suggestion({ preset, title }: Recognised): string {
  return `It looks like ${title}: set \`preset: ${preset}\`.`;
}

/** What is to be said of a JSON document that has no list of records; null when nothing is known. */
export function explainDocument(keys: readonly string[], preset: PresetName | null): string | null {
  if (preset === 'keycloak' && keys.includes('realm')) {
    return 'It is a realm without users: the partial export of the admin console never has any, so export with `kc.sh export`; of a directory export name the files `*-users-*.json`.';
  }
  const found = preset === null ? recognisePreset({ document: keys }) : null;
  return found === null ? null : suggestion(found);
}

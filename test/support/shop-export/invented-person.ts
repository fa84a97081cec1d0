import { pickOne, type Random, randomInteger } from '../../../src/runtime/random.ts';

/** Somebody who does not exist. Every letter of every name is in Windows-1252, so that any encoding can hold them. */
export interface InventedPerson {
  readonly given: string;
  readonly family: string;
  /** Before the @: ASCII, and unique to `row`. */
  readonly mailbox: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** As the shop's staff typed it. */
  readonly country: string;
  /** Not in Germany. */
  readonly isAbroad: boolean;
  /** dd.MM.yyyy */
  readonly birthday: string;
}

/** Makes somebody up. `row` makes the mailbox unique; all else is drawn. */
export function inventPerson(random: Random, row: number): InventedPerson {
  const given = pickOne(random, GIVEN_NAMES);
  const family =
    random() < 0.06
      ? `${pickOne(random, FAMILY_NAMES)}-${pickOne(random, FAMILY_NAMES)}`
      : pickOne(random, FAMILY_NAMES);
  const isAbroad = random() >= 0.85;
  const [postalCode, city, country] = pickOne(random, isAbroad ? OTHER_PLACES : GERMAN_PLACES);
  return {
    given,
    family,
    mailbox: mailbox(random, given, family, row),
    street: `${pickOne(random, STREETS)} ${randomInteger(random, 1, 180)}${random() < 0.1 ? pickOne(random, ['a', 'b', ' c']) : ''}`,
    postalCode,
    city,
    country,
    isAbroad,
    birthday: dayOf(random, 1938, 2006),
  };
}

/** A day that every calendar has, as dd.MM.yyyy. */
export function dayOf(random: Random, fromYear: number, toYear: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(randomInteger(random, 1, 28))}.${two(randomInteger(random, 1, 12))}.${randomInteger(random, fromYear, toYear)}`;
}

function mailbox(random: Random, given: string, family: string, row: number): string {
  const [first, last] = [ascii(given), ascii(family)];
  switch (randomInteger(random, 1, 4)) {
    case 1:
      return `${first.charAt(0)}.${last}${row}`;
    case 2:
      return `${last}_${first}${row}`;
    case 3:
      return `${first}-${last}${row}`;
    default:
      return `${first}.${last}${row}`;
  }
}

function ascii(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüßæøå]/g, (letter) => GERMAN_SPELLING[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');
}

const GERMAN_SPELLING: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
};

type Names = readonly [string, ...string[]];
type Places = readonly [Place, ...Place[]];
type Place = readonly [string, string, string];

const GIVEN_NAMES: Names = [
  ...([
    'Anna',
    'Jürgen',
    'Zoë',
    'Käthe',
    'Sören',
    'Françoise',
    'José',
    'Björn',
    'Renée',
    'Søren',
    'Åsa',
    'Iñaki',
  ] as const),
  ...['Lukas', 'Marie', 'Emma', 'Finn', 'Leonie', 'Paul', 'Hannah', 'Felix', 'Klara', 'Jonas', 'Greta', 'Till'],
  ...[
    'Ute',
    'Heinz',
    'Gisela',
    'Horst',
    'Monika',
    'Uwe',
    'Brigitte',
    'Karl-Heinz',
    'Anne-Marie',
    'Götz',
    'Jörg',
    'Bärbel',
  ],
  ...['Mehmet', 'Ayse', 'Elif', 'Piotr', 'Agnieszka', 'Marek', 'Tomáš', 'Zdenka', 'Luca', 'Giulia', 'Chloé', 'Noël'],
  ...['Pieter', 'Sanne', 'Inês', 'João', 'Mikkel', 'Freja', 'Olga', 'Dmitri', 'Siobhán', 'Eoin', 'Núria', 'Jordi'],
];

const FAMILY_NAMES: Names = [
  ...([
    'Müller',
    'Weiß',
    'Größer',
    'Schäfer',
    'Köhler',
    'Böttcher',
    'Jäger',
    'Krüger',
    'Süß',
    'Möller',
    'Voß',
  ] as const),
  ...['Schmidt', 'Fischer', 'Becker', 'Wagner', 'Hoffmann', 'Schulz', 'Richter', 'Klein', 'Wolf', 'Neumann', 'Braun'],
  ...['Zimmermann', 'Hartmann', 'Lange', 'Werner', 'Krause', 'Lehmann', 'Maier', 'Meyer', 'Mayr', 'Huber', 'Gruber'],
  ...[
    'von der Heide',
    'zu Altenburg',
    "O'Malley",
    'de Vries',
    'van den Berg',
    "D'Angelo",
    'Özdemir',
    'Yilmaz',
    'Çelik',
  ],
  ...[
    'Kowalski',
    'Nowak',
    'Dvoržák',
    'Novák',
    'Šimek',
    'García',
    'Núñez',
    'Martínez',
    'Gonçalves',
    'Simões',
    'Lefèvre',
  ],
  ...['Beaumont', 'Rossi', 'Bianchi', 'Jørgensen', 'Ærøskov', 'Åkesson', 'Lindström', 'Virtanen', 'Nagy', 'Fekete'],
];

const STREETS: Names = [
  ...([
    'Hauptstraße',
    'Schulstr.',
    'Gartenweg',
    'Am Mühlbach',
    'Lindenallee',
    'Straße des Friedens',
    'Große Gasse',
  ] as const),
  ...['Bahnhofstrasse', 'Rosenweg', 'Kirchplatz', 'An der Höhe', 'Birkenstr.', 'Marktplatz', 'Zum Löwen', 'Feldweg'],
];

const GERMAN_PLACES: Places = [
  ['01067', 'Dresden', 'Deutschland'],
  ['04109', 'Leipzig', 'Deutschland'],
  ['10115', 'Berlin', 'Deutschland'],
  ['20095', 'Hamburg', 'D'],
  ['33602', 'Bielefeld', 'Deutschland'],
  ['50667', 'Köln', 'Deutschland'],
  ['53111', 'Bonn', 'DE'],
  ['70173', 'Stuttgart', 'Deutschland'],
  ['79098', 'Freiburg i. Br.', 'Deutschland'],
  ['80331', 'München', 'Deutschland'],
  ['90402', 'Nürnberg', ''],
  ['99084', 'Erfurt', 'Deutschland'],
];

const OTHER_PLACES: Places = [
  ['1010', 'Wien', 'Österreich'],
  ['5020', 'Salzburg', 'Österreich'],
  ['8001', 'Zürich', 'Schweiz'],
  ['1201', 'Genève', 'Schweiz'],
  ['67000', 'Strasbourg', 'Frankreich'],
  ['1012 AB', 'Amsterdam', 'Niederlande'],
  ['1050-012', 'Lisboa', 'Portugal'],
  ['28013', 'Madrid', 'Spanien'],
  ['110 00', 'Praha', 'Tschechien'],
  ['1550', 'København', 'Dänemark'],
];

import { mulberry32, pickOne, type Random, randomInteger, seedFor } from '../../../src/runtime/random.ts';
import { bcryptLookalike, KNOWN_PASSWORDS } from './bcrypt-hashes.ts';
import { type ExpectedOutcome, originalOf, outcomeOf, type Trap, trapOf } from './export-trap.ts';
import { dayOf, type InventedPerson, inventPerson } from './invented-person.ts';
import { inventPhone, mobileOf, withCountryCode } from './invented-phone.ts';

/** The columns of the shop's export. */
export const EXPORT_COLUMNS = [
  'Kundennummer',
  'Status',
  'Vorname',
  'Nachname',
  'E-Mail',
  'Telefon',
  'Mobil',
  'Geburtsdatum',
  'Straße',
  'PLZ',
  'Ort',
  'Land',
  'Newsletter',
  'Registriert',
  'Passwort',
] as const;
/** Name of a column of the export. */
type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** The cells of a row; empty text for an empty cell. */
type ExportCells = Readonly<Record<ExportColumn, string>>;

/** A row of a generated export, with what a test wants to know about it. */
export interface ExportRow {
  /** From 1, header not counted. */
  readonly row: number;
  readonly trap: Trap;
  readonly outcome: ExpectedOutcome;
  /** The row that a duplicate repeats, or whose e-mail a twin bears. */
  readonly original: number | null;
  /** The password behind the hash, where it is a real one. */
  readonly password: string | null;
  readonly cells: ExportCells;
}

/** One row of the export of a seed; the same whatever else is generated. `clean` leaves every trap out. */
export function exportRow(seed: number, row: number, clean: boolean): ExportRow {
  const trap = clean ? 'plain' : trapOf(seed, row);
  const original = trap === 'duplicate' || trap === 'case-twin' ? originalOf(seed, row) : null;
  if (original !== null) {
    const repeated = exportRow(seed, original, clean);
    if (trap === 'duplicate') return { ...repeated, row, trap, outcome: 'duplicate', original };
    const mail = otherCase(repeated.cells['E-Mail'].trim());
    const own = ownRow(seed, row, trap);
    return { ...own, original, cells: { ...own.cells, 'E-Mail': mail } };
  }
  return ownRow(seed, row, trap);
}

function ownRow(seed: number, row: number, trap: Trap): ExportRow {
  const random = mulberry32(seedFor(seed, 'row', row));
  const person = inventPerson(random, row);
  const mobile = mobileOf(row) ?? '';
  const known = row % 250 === 1 ? pickOne(random, KNOWN_PASSWORDS) : null;
  const cells: ExportCells = {
    // Eight digits with zeros in front: what a spreadsheet loves to eat.
    Kundennummer: String(row * 7 + 13).padStart(8, '0'),
    Status: 'aktiv',
    Vorname: person.given,
    Nachname: person.family,
    'E-Mail': `${person.mailbox}@example.${pickOne(random, ['com', 'org', 'net'])}`,
    Telefon: random() < 0.7 ? inventPhone(random) : '',
    Mobil: person.isAbroad ? withCountryCode(mobile) : mobile,
    Geburtsdatum: random() < 0.9 ? person.birthday : '',
    Straße: person.street,
    PLZ: person.postalCode,
    Ort: person.city,
    Land: person.country,
    Newsletter: pickOne(random, ['ja', 'nein', 'nein', 'J', 'N', '']),
    Registriert: `${dayOf(random, 2009, 2024)} ${String(randomInteger(random, 0, 23)).padStart(2, '0')}:${randomInteger(random, 10, 59)}`,
    Passwort: known?.hash ?? bcryptLookalike(random),
  };
  const password = trap === 'no-password' ? null : (known?.password ?? null);
  const dirty = { ...cells, ...dirt(trap, cells, person, random) };
  return { row, trap, outcome: outcomeOf(trap), original: null, password, cells: dirty };
}

/** What a trap changes in the cells of a plain row. */
function dirt(trap: Trap, cells: ExportCells, person: InventedPerson, random: Random): Partial<ExportCells> {
  switch (trap) {
    case 'plain':
    case 'broken':
    case 'case-twin':
    case 'duplicate':
      return {};
    case 'blocked':
      return { Status: 'gesperrt' };
    case 'no-password':
      return { Passwort: '' };
    case 'line-break':
      return { Straße: `${cells.Straße}\nHinterhaus` };
    case 'quotes':
      return { Vorname: `${person.given} "${person.given.slice(0, 3)}"` };
    case 'delimiter-in-cell':
      return { Straße: `${cells.Straße}; 2. Stock, rechts` };
    case 'padded':
      return { Vorname: ` ${person.given}`, 'E-Mail': `  ${cells['E-Mail']} `, PLZ: `${cells.PLZ} ` };
    case 'shouted':
      return { 'E-Mail': cells['E-Mail'].toUpperCase() };
    case 'formula':
      return { Nachname: `=1+1|${person.family}` };
    case 'mobile-only':
      return { 'E-Mail': '' };
    case 'undeliverable':
      return { 'E-Mail': `${person.mailbox}@no-mail.example.net` };
    case 'guest':
      return { Status: 'Gast', Passwort: '' };
    case 'service-account':
      return { Status: 'Service', Vorname: '', Nachname: 'Kasse' };
    case 'bad-email': {
      const at = ['@', ' at ', '@@', '@ example.'][randomInteger(random, 0, 3)] ?? '@';
      return { 'E-Mail': at === '@' ? person.mailbox : cells['E-Mail'].replace('@', at) };
    }
    case 'no-identifier':
      return { 'E-Mail': '', Mobil: '' };
    case 'bad-date':
      return { Geburtsdatum: pickOne(random, ['30.02.1971', '31.04.1985', '1971', '13.13.1980']) };
    case 'bad-phone':
      return { Telefon: pickOne(random, ['auf Anfrage', '030', 'siehe Notiz', '0123456789012345678']) };
    default:
      return trap satisfies never;
  }
}

function otherCase(mail: string): string {
  return mail === mail.toLowerCase() ? mail.charAt(0).toUpperCase() + mail.slice(1) : mail.toLowerCase();
}

import { changeValues, type NewName, type Place, placesOf, REMOVED, renamed } from './document-places.ts';
import { type ExportDocument, writeDocument } from './export-document.ts';
import { incompleteLists } from './incomplete-lists.ts';

/**
 * What a mutated export means. `same`: the export says the same in another form, so the same users are right; `unnamed`: under a
 * name that says nothing; `words`: in capital or small letters. `nothing`: the values are marks of nothing, so the users without
 * these values are right too. `less`: a name is gone; the rest is right if nobody gets another status, identifier or password by
 * that. `partial`: the export says that it is incomplete, or ends too early.
 */
export type Meaning = 'same' | 'unnamed' | 'words' | 'nothing' | 'less' | 'partial';

/** An export that was changed in one way. */
export interface Mutant {
  /** `users.*.enabled · yes and no in other words`: the place and the kind of mutation. */
  readonly kind: string;
  /** What tells it from others of its kind; empty when it is the only one. */
  readonly variant: string;
  readonly meaning: Meaning;
  readonly text: string;
  /** The export without the changed values; for `nothing` only. */
  readonly emptied: string | null;
}

const NAMES: { readonly [mutation: string]: NewName } = {
  dropped: () => null,
  'renamed account_…': (name) => `account_${name}`,
  'renamed feld7': () => 'feld7',
  'label as name': (name) => words(name).map(capital).join(' '),
  'upper-case name': (name) => name.toUpperCase(),
  'lower-case name': (name) => name.toLowerCase(),
  'snake_case name': (name) => words(name).join('_').toLowerCase(),
  'camelCase name': (name) => {
    const [first = '', ...rest] = words(name.toLowerCase());
    return [first, ...rest.map(capital)].join('');
  },
  'space after name': (name) => `${name} `,
};

const MEANING_OF_NAME: { readonly [mutation: string]: Meaning } = { dropped: 'less', 'renamed feld7': 'unnamed' };

const NULL_MARKS = [
  ...['\\N', 'NULL', 'null', '(null)', 'None', 'N/A', '#NV', '#N/A', '#NAME?', '#WERT!', '#VALUE!', '=""', '\0'],
  ...[' ', '', null],
];

/** Every fourth mark in each cell: four cells have all of them. */
const MARKS_APART = 4;

/** The words for yes and for no. */
const YES_NO: readonly (readonly [unknown, unknown])[] = [
  ...([
    ['true', 'false'],
    ['True', 'False'],
    ['TRUE', 'FALSE'],
    [true, false],
    [1, 0],
    ['1', '0'],
    ['1.0', '0.0'],
    ['t', 'f'],
    ['Y', 'N'],
    ['yes', 'no'],
    ['Yes', 'No'],
    ['ja', 'nein'],
    ['Ja', 'Nein'],
    ['J', 'N'],
  ] as const),
  ...([
    ['WAHR', 'FALSCH'],
    ['x', ''],
    ['\u0001', '\0'],
  ] as const),
];

/** Another form of the same value; undefined where it has none. */
const VALUES: { readonly [mutation: string]: (value: unknown) => unknown } = {
  'in an object': (value) => ({ value }),
  'in a list': (value) => [value],
  'number as text': (value) => (typeof value === 'number' ? String(value) : undefined),
  'text as number': (value) => (isDigits(value) && Number.isSafeInteger(Number(value)) ? Number(value) : undefined),
  'with decimals': (value) => (isDigits(value) ? `${value}.0` : undefined),
  'milliseconds as seconds': (value) => (/^1\d{12}$/.test(String(value)) ? secondsOf(value) : undefined),
  'as formula': (value) => (typeof value === 'string' ? `="${value.replaceAll('"', '""')}"` : undefined),
  'space before': (value) => (typeof value === 'string' ? ` ${value}` : undefined),
  'space after': (value) => (typeof value === 'string' ? `${value} ` : undefined),
  'no-break space after': (value) => (typeof value === 'string' ? `${value}\u00a0` : undefined),
  'zero-width space before': (value) => (typeof value === 'string' ? `\u200b${value}` : undefined),
};

const TEXT_FORMS = ['as formula', 'space before', 'space after', 'no-break space after', 'zero-width space before'];
const JSON_FORMS = [...Object.keys(VALUES).filter((kind) => kind !== 'with decimals')];
/** The forms that each format has. Cells are no objects; a spreadsheet adds decimals to what it takes for a number. */
const SHAPES: { readonly [kind in ExportDocument['kind']]: readonly string[] } = {
  csv: [...TEXT_FORMS, 'with decimals', 'milliseconds as seconds'],
  json: JSON_FORMS,
  ndjson: JSON_FORMS,
  ldif: TEXT_FORMS,
  xml: [...TEXT_FORMS, 'in an object', 'in a list'],
};

const LETTERS: { readonly [mutation: string]: (value: string) => string } = {
  'upper-case value': (value) => value.toUpperCase(),
  'lower-case value': (value) => value.toLowerCase(),
};

/** All mutants of a document, always the same. */
export function* mutantsOf(document: ExportDocument): Generator<Mutant> {
  const original = writeDocument(document);
  for (const [place, values] of placesOf(document)) {
    for (const mutant of mutantsAt(document, place, values))
      if (mutant.text !== original) yield { ...mutant, kind: `${place} · ${mutant.kind}` };
  }
  for (const list of incompleteLists(document, original)) yield { ...list, meaning: 'partial', emptied: null };
}

function* mutantsAt(document: ExportDocument, place: Place, values: readonly unknown[]): Generator<Mutant> {
  if (hasName(document, place)) {
    for (const [kind, change] of Object.entries(NAMES)) {
      const text = writeDocument(renamed(document, place, change));
      yield { kind, variant: '', meaning: MEANING_OF_NAME[kind] ?? 'same', text, emptied: null };
    }
  }
  const written = (change: (value: unknown, at: number) => unknown): string =>
    writeDocument(changeValues(document, place, (value, at) => (isFilled(value) ? change(value, at) : value)));
  for (const [kind, change] of Object.entries(VALUES)) {
    if (!SHAPES[document.kind].includes(kind)) continue;
    yield { kind, variant: '', meaning: 'same', text: written((value) => change(value) ?? value), emptied: null };
  }
  if (values.some(isFilled) && values.every(isYesNo)) {
    // People mark yes with an x in a table, not in JSON.
    for (const [yes, no] of YES_NO.filter(([word]) => word !== 'x' || document.kind === 'csv')) {
      const text = written((value) => (isYes(value) ? yes : no));
      const variant = `${JSON.stringify(yes)}, ${JSON.stringify(no)}`;
      yield { kind: 'yes and no in other words', variant, meaning: 'same', text, emptied: null };
    }
  }
  if (values.some(isWord)) {
    for (const [kind, change] of Object.entries(LETTERS)) {
      const text = written((value) => (isWord(value) ? change(value) : value));
      yield { kind, variant: '', meaning: 'words', text, emptied: null };
    }
  }
  for (const [at, value] of filledIndexes(document, place)) {
    const emptied = written((given, index) => (index === at ? REMOVED : given));
    for (const mark of NULL_MARKS.filter((_, index) => index % MARKS_APART === at % MARKS_APART)) {
      if (mark === value || (document.kind !== 'json' && document.kind !== 'ndjson' && mark === null)) continue;
      const text = written((given, index) => (index === at ? mark : given));
      const variant = `${JSON.stringify(mark)} in ${at + 1}`;
      yield { kind: 'mark of nothing', variant, meaning: 'nothing', text, emptied };
    }
  }
}

function filledIndexes(document: ExportDocument, place: Place): [number, unknown][] {
  const found: [number, unknown][] = [];
  changeValues(document, place, (value, at) => {
    if (isFilled(value)) found.push([at, value]);
    return value;
  });
  return found;
}

function hasName(document: ExportDocument, place: Place): boolean {
  return !(document.kind === 'csv' && document.columns === null) && !/^#\d+$|(?:^|\.)\*$/.test(place);
}

/** A scalar that says something. */
function isFilled(value: unknown): boolean {
  return value !== null && value !== '' && typeof value !== 'object';
}

function isYesNo(value: unknown): boolean {
  return !isFilled(value) || isYes(value) || /^(?:false|0|n|no|nein)$/i.test(String(value));
}

function isYes(value: unknown): boolean {
  return /^(?:true|1|y|j|yes|ja)$/i.test(String(value));
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && /^[\p{L}_]{2,12}$/u.test(value);
}

function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^(?:0|[1-9]\d*)$/.test(value);
}

function secondsOf(value: unknown): unknown {
  const seconds = String(value).slice(0, -3);
  return typeof value === 'number' ? Number(seconds) : seconds;
}

function words(name: string): string[] {
  return name.split(/[\s_-]+|(?<=[a-z\d])(?=[A-Z])/).filter((word) => word !== '');
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

import { isObject } from '../../../src/text/is-object.ts';
import type { Attribute, ExportDocument } from './export-document.ts';

/** A column, key or attribute of an export: `users.*.email`, where `*` is any element of a list. */
export type Place = string;

/** What becomes of a name: another one, or null to remove it with its value. */
export type NewName = (name: string) => string | null;

/** In the place of a value: leaves its key out, or empties its CSV cell. */
export const REMOVED = Symbol('removed');

/** The places of a document with the values there: of JSON scalars only, in the order of the file. */
export function placesOf(document: ExportDocument): Map<Place, unknown[]> {
  const places = new Map<Place, unknown[]>();
  changeValues(document, null, (value, _, place) => {
    const values = places.get(place) ?? [];
    if (!isContainer(value)) values.push(value);
    places.set(place, values);
    return value;
  });
  return places;
}

/** The document with another name at a place. */
export function renamed(document: ExportDocument, place: Place, change: NewName): ExportDocument {
  switch (document.kind) {
    case 'csv': {
      const columns = document.columns ?? [];
      const names = columns.map((name, at) => (columnPlace(name, at) === place ? change(name) : name));
      const kept = names.map((name) => name !== null);
      return {
        ...document,
        columns: names.filter((name) => name !== null),
        rows: document.rows.map((row) => row.filter((_, at) => kept[at])),
      };
    }
    case 'ldif': {
      const rename = (attribute: Attribute): Attribute[] => {
        const name = attribute.name.toLowerCase() === place ? change(attribute.name) : attribute.name;
        return name === null ? [] : [{ ...attribute, name }];
      };
      return { ...document, entries: document.entries.map((entry) => entry.flatMap(rename)) };
    }
    case 'json':
      return { ...document, value: renamedKeys(document.value, '', place, change) };
    case 'xml':
    case 'ndjson':
      return { ...document, values: document.values.map((value) => renamedKeys(value, '*', place, change)) };
  }
}

function renamedKeys(value: unknown, at: Place, place: Place, change: NewName): unknown {
  if (Array.isArray(value)) return value.map((element) => renamedKeys(element, within(at, '*'), place, change));
  if (!isObject(value)) return value;
  const pairs = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const name = within(at, key) === place ? change(key) : key;
    return name === null ? [] : [[name, renamedKeys(inner, within(at, key), place, change)]];
  });
  return Object.fromEntries(pairs);
}

/** The document with other values at a place; at all of them with `place` null. Binary values stay as they are. */
export function changeValues(
  document: ExportDocument,
  place: Place | null,
  change: (value: unknown, at: number, place: Place) => unknown,
): ExportDocument {
  const seen = new Map<Place, number>();
  const changed = (value: unknown, at: Place): unknown => {
    if (place !== null && at !== place) return value;
    const index = seen.get(at) ?? 0;
    seen.set(at, index + 1);
    return change(value, index, at);
  };
  switch (document.kind) {
    case 'csv': {
      const cell = (value: string, at: number): string => {
        const result = changed(value, columnPlace(document.columns?.[at] ?? '', at));
        if (result === REMOVED) return '';
        return typeof result === 'string' ? result : JSON.stringify(result);
      };
      return { ...document, rows: document.rows.map((row) => row.map(cell)) };
    }
    case 'ldif': {
      const attribute = (given: Attribute): Attribute[] => {
        if (given.isBinary) return [given];
        const value = changed(given.value, given.name.toLowerCase());
        return value === REMOVED ? [] : [{ ...given, value: String(value) }];
      };
      return { ...document, entries: document.entries.map((entry) => entry.flatMap(attribute)) };
    }
    case 'json':
      return { ...document, value: changedJson(document.value, '', changed) };
    case 'xml':
    case 'ndjson':
      return { ...document, values: document.values.map((value) => changedJson(value, '*', changed)) };
  }
}

function changedJson(value: unknown, at: Place, changed: (value: unknown, at: Place) => unknown): unknown {
  const result = at === '' || at === '*' ? value : changed(value, at);
  if (result !== value) return result;
  if (Array.isArray(value))
    return value.map((element) => changedJson(element, within(at, '*'), changed)).filter((each) => each !== REMOVED);
  if (!isObject(value)) return value;
  const pairs = Object.entries(value).map(([key, inner]) => [key, changedJson(inner, within(at, key), changed)]);
  return Object.fromEntries(pairs.filter(([, inner]) => inner !== REMOVED));
}

/** Columns without a name are numbered. */
function columnPlace(name: string, at: number): Place {
  return name === '' ? `#${at + 1}` : name;
}

function within(at: Place, key: string): Place {
  return at === '' ? key : `${at}.${key}`;
}

function isContainer(value: unknown): boolean {
  return Array.isArray(value) || isObject(value);
}

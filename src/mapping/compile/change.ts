import { memoize } from '../../runtime/bounded-cache.ts';
import type { Change, Place, Plain } from '../mapping.ts';
import type { Convert, Refuse } from './convert.ts';
import { dateParser } from './date.ts';
import type { FieldError } from './field-error.ts';
import { instantParser } from './instant.ts';
import type { Libraries } from './libraries.ts';
import { phoneParser } from './phone.ts';
import { uuid5 } from './uuid5.ts';

/**
 * Prepares the step that turns one text into something else. The texts it is given are neither empty nor padded.
 * `constant` converts a value that the mapping's author wrote; undefined leaves the field out.
 */
export function compileChange(
  change: Change,
  at: Place,
  libraries: Libraries,
  refuse: Refuse,
  constant: (value: Plain) => unknown,
): (text: string) => unknown {
  switch (change.kind) {
    case 'table': {
      const made = (value: Plain | null) => (value === null ? undefined : constant(value));
      const table = new Map([...change.table].map(([text, value]) => [text, made(value)]));
      const unknown =
        change.otherwise === undefined
          ? refuse(
              'value.unknown',
              'has a value that its table does not know',
              `Add it to the table, or add else (${at}).`,
            )
          : made(change.otherwise);
      return (text) => (table.has(text) ? table.get(text) : unknown);
    }
    case 'date':
      return memoize(dateParser(change.formats, libraries.luxon, dateRefusals(change.formats, at, refuse)));
    case 'instant': {
      const refusals = instantRefusals(change.formats, change.zone, at, refuse);
      return memoize(instantParser(change.formats, change.zone, libraries.luxon, refusals));
    }
    case 'phone': {
      if (libraries.phones === null) throw new Error('phone numbers need libphonenumber-js, which was not loaded');
      const hint = `Correct the number, or the country of numbers without country code (phone: ${change.region}, ${at}).`;
      const refusal = refuse('phone.invalid', 'holds no valid phone number, or one with an extension', hint);
      return memoize(phoneParser(change.region, libraries.phones, refusal));
    }
    case 'uuid5':
      return uuid5(change.namespace);
  }
}

/** Dates and instants that need no word in the mapping: ISO 8601. */
export function isoConvert(type: 'date' | 'instant', refuse: Refuse, at: Place): Convert {
  const parse =
    type === 'date'
      ? dateParser(['iso'], null, dateRefusals(['iso'], at, refuse))
      : instantParser(['iso'], null, null, instantRefusals(['iso'], null, at, refuse));
  const wrong = parse('');
  return (value) => (typeof value === 'string' ? parse(value.trim()) : wrong);
}

function dateRefusals(
  formats: readonly string[],
  at: Place,
  refuse: Refuse,
): { invalid: FieldError; ambiguous: FieldError } {
  const wanted = formats.map((format) => (format === 'iso' ? 'yyyy-MM-dd' : format)).join(' or ');
  return {
    invalid: refuse(
      'date.invalid',
      `holds no date in the format ${wanted}`,
      `Correct the date, or name the source's format with date (${at}).`,
    ),
    ambiguous: refuse(
      'date.ambiguous',
      'is two different dates in two of its formats',
      `Keep one of the formats (${at}).`,
    ),
  };
}

function instantRefusals(
  formats: readonly string[],
  zone: string | null,
  at: Place,
  refuse: Refuse,
): { invalid: FieldError; ambiguous: FieldError } {
  const offset = zone === null && formats.includes('iso') ? ' with an offset or Z' : '';
  return {
    invalid: refuse(
      'instant.invalid',
      `holds no point in time in the format ${formats.join(' or ')}${offset}`,
      `Correct the value, or name the source's format with instant and its zone (${at}).`,
    ),
    ambiguous: refuse(
      'date.ambiguous',
      'is two different times in two of its formats',
      `Keep one of the formats (${at}).`,
    ),
  };
}

import type { FieldType } from '../../user/cidaas-fields.ts';
import type { CustomType } from '../field-rule.ts';
import { FieldError, type FieldErrorFactory } from './field-error.ts';
import { isEmpty, isExact, parseCell, textOf } from './source-value.ts';

/** Gives a source value the type that a field takes; undefined when nothing is left of it. Not called with an empty value. */
export type Convert = (value: unknown) => unknown;

/** The types of fields whose values are converted here. */
type ConvertedType = Exclude<FieldType | CustomType, 'date' | 'instant' | 'groups' | 'consents' | 'identities'>;

/**
 * White space that is removed at both ends of a text. `ascii` leaves other spaces to `plan/clean-user.ts`, which counts what it
 * removes.
 */
export type Trim = 'none' | 'ascii' | 'all';

/** The conversion to a scalar, a list of texts or JSON; `field-converter.ts` adds dates, instants and lists of objects. */
export function converter(type: ConvertedType, trim: Trim, makeError: FieldErrorFactory): Convert {
  switch (type) {
    case 'boolean':
      return toBoolean(makeError);
    case 'number':
      return toNumber(makeError);
    case 'list':
      return toList(toText(trim, makeError), makeError);
    case 'json':
      return toJson(makeError);
    case 'custom':
      return keepType(trim, makeError);
    case 'string':
    case 'text':
    case 'email':
    case 'phone':
    case 'locale':
    case 'zone':
    case 'url':
      return toText(trim, makeError);
  }
}

export function toText(trim: Trim, makeError: FieldErrorFactory): Convert {
  const wrongType = makeError(
    'type.invalid',
    'must be one text, but the source has a list or an object there',
    'Name one element of it in the mapping: `from: path[0]` or `from: path.key`.',
  );
  const imprecise = imprecision(makeError);
  return (value) => {
    if (typeof value === 'string') return trimmed(value, trim);
    const text = textOf(value);
    if (text === undefined) return wrongType;
    return text ?? imprecise;
  };
}

function trimmed(text: string, trim: Trim): string {
  if (trim === 'none') return text;
  const shorter = text.trim();
  if (trim === 'all' || shorter.length === text.length) return shorter;
  return text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}

function toBoolean(makeError: FieldErrorFactory): Convert {
  const invalid = makeError(
    'boolean.invalid',
    'must be yes or no',
    'Write true or false, 1 or 0, yes or no, ja or nein; map other words: `table: { S: true, N: false }`.',
  );
  return (value) => {
    const text = textOf(value);
    switch (typeof text === 'string' ? text.trim().toLowerCase() : '') {
      case 'true':
      case '1':
      case 'yes':
      case 'ja':
        return true;
      case 'false':
      case '0':
      case 'no':
      case 'nein':
        return false;
      default:
        return invalid;
    }
  };
}

function toNumber(makeError: FieldErrorFactory): Convert {
  const invalid = makeError(
    'number.invalid',
    'must be a number',
    'Write it with digits and a decimal point, such as -12.5, or map it as text: `type: string`.',
  );
  const imprecise = imprecision(makeError);
  return (value) => {
    const text = textOf(value);
    if (text === null) return imprecise;
    if (text === undefined || typeof value === 'boolean') return invalid;
    const digits = text.trim();
    if (!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(digits)) return invalid;
    const number = Number(digits);
    if (!Number.isFinite(number)) return invalid;
    return isExact(number) ? number : imprecise;
  };
}

/** A list of texts: the items of a JSON array or of one that is written in a cell, else the value as the only item. */
function toList(item: Convert, makeError: FieldErrorFactory): Convert {
  const json = toJson(makeError);
  return (value) => {
    const source = typeof value === 'string' && value.trim().startsWith('[') ? json(value) : value;
    if (source instanceof FieldError) return source;
    const items: unknown[] = [];
    for (const each of Array.isArray(source) ? source : [source]) {
      if (isEmpty(each)) continue;
      const made = item(each);
      if (made instanceof FieldError) return made;
      items.push(made);
    }
    return items.length === 0 ? undefined : items;
  };
}

/** Parses JSON that is written in a cell; a value of a JSON record stays as it is. */
export function toJson(makeError: FieldErrorFactory): Convert {
  const invalid = makeError(
    'json.invalid',
    'must be JSON, but the text is not valid JSON',
    'Correct the cell, or map it as text: `type: string`.',
  );
  const imprecise = imprecision(makeError);
  return (value) => {
    if (typeof value !== 'string') return isExact(value) ? value : imprecise;
    const parsed = parseCell(value);
    if (typeof parsed === 'symbol') return invalid;
    if (!isExact(parsed)) return imprecise;
    return isEmpty(parsed) ? undefined : parsed;
  };
}

/** Text from CSV; from JSON the value as it is, so that numbers stay numbers. */
function keepType(trim: Trim, makeError: FieldErrorFactory): Convert {
  const imprecise = imprecision(makeError);
  return (value) => {
    if (typeof value === 'string') return trimmed(value, trim);
    return isExact(value) ? value : imprecise;
  };
}

function imprecision(makeError: FieldErrorFactory): FieldError {
  return makeError(
    'number.imprecise',
    'is a number with too many digits to be read exactly',
    'Let the source write it as text, in quotes, or leave the field out of the mapping, for a preset with `fields: { customFields.…: null }`.',
  );
}

import type { FieldType } from '../../user/cidaas-fields.ts';
import type { CustomType } from '../mapping.ts';
import { cellJson } from './cell-json.ts';
import { FieldError, type ProblemCode } from './field-error.ts';
import { isEmpty, isExact, textOf } from './plain-text.ts';

/** Gives a source value the type that a field takes; undefined when nothing is left of it. Never given an empty value. */
export type Convert = (value: unknown) => unknown;

/** Makes a refusal for the field that is converted. */
export type Refuse = (code: ProblemCode, what: string, hint: string) => FieldError;

/** The conversion for the plain types; dates and instants have parsers of their own, lists of objects in `entries.ts`. */
export function converter(type: FieldType | CustomType, trim: boolean, refuse: Refuse): Convert {
  switch (type) {
    case 'boolean':
      return toBoolean(refuse);
    case 'number':
      return toNumber(refuse);
    case 'list':
      return toList(toText(trim, refuse), refuse);
    case 'json':
      return toJson(refuse);
    case 'custom':
      return asItIs(trim, refuse);
    default:
      return toText(trim, refuse);
  }
}

export function toText(trim: boolean, refuse: Refuse): Convert {
  const wrongType = refuse(
    'type.invalid',
    'needs one text, but the source has a list or an object there',
    'Name one element of it in the mapping, such as path[0] or path.key.',
  );
  const imprecise = imprecision(refuse);
  return (value) => {
    if (typeof value === 'string') return trim ? value.trim() : value;
    const text = textOf(value);
    if (text === undefined) return wrongType;
    return text ?? imprecise;
  };
}

function toBoolean(refuse: Refuse): Convert {
  const invalid = refuse(
    'boolean.invalid',
    'needs yes or no',
    'Write true or false, 1 or 0, yes or no, ja or nein; for other words use a table.',
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

function toNumber(refuse: Refuse): Convert {
  const invalid = refuse(
    'number.invalid',
    'needs a number',
    'Write it with digits and a decimal point, such as -12.5.',
  );
  const imprecise = imprecision(refuse);
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

/** A list of texts: of a JSON array's items, of a JSON array written in a cell, else of the one text there is. */
function toList(item: Convert, refuse: Refuse): Convert {
  const json = toJson(refuse);
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

/** JSON written in a cell; what is JSON already stays as it is. */
export function toJson(refuse: Refuse): Convert {
  const invalid = refuse('json.invalid', 'needs JSON, but the text is none', 'Correct the cell, or map it as text.');
  const imprecise = imprecision(refuse);
  return (value) => {
    if (typeof value !== 'string') return isExact(value) ? value : imprecise;
    const parsed = cellJson(value);
    if (typeof parsed === 'symbol') return invalid;
    if (!isExact(parsed)) return imprecise;
    return isEmpty(parsed) ? undefined : parsed;
  };
}

/** Text from CSV; from JSON whatever stands there, so that numbers stay numbers. */
function asItIs(trim: boolean, refuse: Refuse): Convert {
  const imprecise = imprecision(refuse);
  return (value) => {
    if (typeof value === 'string') return trim ? value.trim() : value;
    return isExact(value) ? value : imprecise;
  };
}

function imprecision(refuse: Refuse): FieldError {
  return refuse(
    'number.imprecise',
    'stands in the export as a number with too many digits to be read exactly',
    'Let the source write it as text, in quotes.',
  );
}

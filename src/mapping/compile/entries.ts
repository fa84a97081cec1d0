import { memoize } from '../../runtime/bounded-cache.ts';
import { type CidaasField, explainUnknown, type FieldType, findField, type Shape } from '../../user/cidaas-fields.ts';
import type { CustomType, Place } from '../mapping.ts';
import { isoConvert } from './change.ts';
import { type Convert, converter, type Refuse, toJson } from './convert.ts';
import { FieldError } from './field-error.ts';
import { isEmpty } from './plain-text.ts';
import { setPath, type Target } from './set-path.ts';

/** Objects that bear cidaas's names already: takes their fields over, converted and checked by the catalogue. */
export type CopyFields = (source: object, target: Target, problems: FieldError[]) => void;

/** How deep objects may stand in objects before they are called unknown; cidaas's own go three deep. */
const MAX_DEPTH = 4;

/** Problems of one record that are looked for: a key may be anything, and a record may have a million. */
const MOST_PROBLEMS = 100;

/** `user` takes whole records, the other shapes the entries of a user's lists. */
export function objectTaker(shape: Shape): CopyFields {
  return levelTaker(shape, '', 0);
}

/** Takes the keys of one object; `prefix` leads to it. */
function levelTaker(shape: Shape, prefix: string, depth: number): CopyFields {
  const prepared = (key: string) => {
    const name = prefix + key;
    const found = prepare(shape, name);
    const inner =
      found === null && isPrefix(name) && depth < MAX_DEPTH ? levelTaker(shape, `${name}.`, depth + 1) : null;
    return { name, found, inner };
  };
  // Keys come from the export: what is known about them is bounded like every memory of data.
  const known = memoize(prepared, 1000);
  return (source, target, problems) => {
    for (const [key, value] of Object.entries(source)) {
      if (problems.length === MOST_PROBLEMS) return;
      const { name, found, inner } = known(key);
      if (found !== null) {
        if (isEmpty(value)) continue;
        const made = found.convert(value);
        if (made instanceof FieldError) problems.push(made);
        else if (made !== undefined) found.put(target, made);
      } else if (inner !== null && isObject(value)) inner(value, target, problems);
      else problems.push(unknownKey(shape, name));
    }
  };
}

/** The conversion for fields that are lists of objects, given as JSON: in a JSON record, or in a cell. */
function entriesConverter(shape: Shape, field: string, refuse: Refuse): Convert {
  const wrongType = refuse('type.invalid', 'needs a list of objects', 'Give a list such as [{…}, {…}] as JSON.');
  const json = toJson(refuse);
  const take = objectTaker(shape);
  return (value) => {
    const list = json(value);
    if (list === undefined || list instanceof FieldError) return list;
    if (!Array.isArray(list)) return wrongType;
    const entries: Target[] = [];
    for (const [index, source] of list.entries()) {
      if (!isObject(source)) return wrongType;
      const entry: Target = {};
      const problems: FieldError[] = [];
      take(source, entry, problems);
      const [first] = problems;
      if (first !== undefined) return inEntry(first, `${field}[${index}]`);
      if (Object.keys(entry).length > 0) entries.push(entry);
    }
    return entries.length === 0 ? undefined : entries;
  };
}

/** How a value becomes what `field` takes. `type` is the field's, for custom fields the one that a mapping chose. */
export function fieldConverter(
  field: CidaasField,
  type: FieldType | CustomType,
  trim: boolean,
  at: Place,
  refuse: Refuse,
): Convert {
  switch (type) {
    case 'date':
    case 'instant':
      return isoConvert(type, refuse, at);
    case 'groups':
      return entriesConverter('group', field.name, refuse);
    case 'consents':
      return entriesConverter('consent', field.name, refuse);
    case 'identities':
      return entriesConverter('identity', field.name, refuse);
    default:
      return converter(type, trim, refuse);
  }
}

/** A refusal of `email` in an entry, told of `identities[0].email`. */
function inEntry({ code, problem }: FieldError, entry: string): FieldError {
  const { field, message, hint } = problem;
  return new FieldError(code, field === null ? entry : `${entry}.${field}`, message, hint);
}

function prepare(shape: Shape, name: string) {
  const field = findField(shape, name);
  if (field === undefined) return null;
  const refuse: Refuse = (code, what, hint) => new FieldError(code, name, `${name} ${what}.`, hint);
  return { convert: fieldConverter(field, field.type, true, 'in a mapping file', refuse), put: setPath(field.path) };
}

function isPrefix(name: string): boolean {
  return (
    name === 'address' ||
    name === 'customFields' ||
    name === 'password_hash_info' ||
    name === 'password_hash_info.hData'
  );
}

/** A key may be data (an address book by e-mail): only what looks like a name is shown. */
function unknownKey(shape: Shape, name: string): FieldError {
  const showable = /^[A-Za-z_][\w.-]{0,47}$/.test(name) && !/\d{4}|[0-9a-f]{16}/i.test(name);
  const what = showable ? explainUnknown(shape, name) : 'A key of the record is no cidaas field.';
  const hint = 'Remove the key from the export, or write a mapping, which takes only what it names.';
  return new FieldError('field.unknown', null, what, hint);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

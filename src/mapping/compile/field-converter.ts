import { isPlainObject } from '../../password/json-object.ts';
import { memoize } from '../../runtime/bounded-cache.ts';
import { counted } from '../../text/number-text.ts';
import { type CidaasField, explainUnknown, type FieldType, findField, type Shape } from '../../user/cidaas-fields.ts';
import type { CustomType, MappingLocation } from '../field-rule.ts';
import { type Convert, converter, toJson } from './convert.ts';
import { dateParser } from './date.ts';
import { ISO } from './date-format.ts';
import { FieldError, type FieldErrorFactory, fieldErrors } from './field-error.ts';
import { instantParser } from './instant.ts';
import { setPath, type Target } from './set-path.ts';
import { isEmpty } from './source-value.ts';

/** Copies the fields of an object whose keys are cidaas names already, converted to the types of these fields. */
export type CopyFields = (source: object, target: Target, problems: FieldError[]) => void;

/** Objects nested deeper than this are unknown; cidaas's own are nested three levels deep. */
const MAX_DEPTH = 4;

/** Problems that are collected from one record: a key may be anything, and a record may have a million. */
const MAX_PROBLEMS = 100;

/** Names of unknown keys that a message lists. */
const MAX_SHOWN_KEYS = 20;

/** `user` copies whole records, the other shapes the entries of a user's lists. */
export function objectCopier(shape: Shape): CopyFields {
  const copy = levelCopier(shape, '', 0);
  return (source, target, problems) => {
    const unknown: UnknownKeys = { names: [], unnamed: 0, at: 0 };
    copy(source, target, problems, unknown);
    if (unknown.names.length + unknown.unnamed > 0) problems.splice(unknown.at, 0, unknownKeys(shape, unknown));
  };
}

/** The keys of one object that are not cidaas fields: together they are one problem. */
interface UnknownKeys {
  /** Names that may be shown, dotted. */
  readonly names: string[];
  /** Number of the others. */
  unnamed: number;
  /** Number of problems that precede the first key. */
  at: number;
}

type CopyLevel = (source: object, target: Target, problems: FieldError[], unknown: UnknownKeys) => void;

/** Copies the keys of one object; `prefix` leads to it. */
function levelCopier(shape: Shape, prefix: string, depth: number): CopyLevel {
  const prepared = (key: string) => {
    const name = prefix + key;
    const found = prepare(shape, name);
    const inner =
      found === null && isPrefix(name) && depth < MAX_DEPTH ? levelCopier(shape, `${name}.`, depth + 1) : null;
    return { name, found, inner };
  };
  // Keys come from the export, so this cache is bounded.
  const known = memoize(prepared, 1000);
  return (source, target, problems, unknown) => {
    for (const [key, value] of Object.entries(source)) {
      if (problems.length === MAX_PROBLEMS) return;
      const { name, found, inner } = known(key);
      if (found !== null) {
        if (isEmpty(value)) continue;
        const made = found.convert(value);
        if (made instanceof FieldError) problems.push(made);
        else if (made !== undefined) found.put(target, made);
      } else if (inner !== null && isPlainObject(value)) inner(value, target, problems, unknown);
      else addUnknown(name, unknown, problems.length);
    }
  };
}

/** The conversion for fields that are lists of objects, given as JSON: in a JSON record, or in a cell. */
function entriesConverter(shape: Shape, field: string, makeError: FieldErrorFactory): Convert {
  const wrongType = makeError(
    'type.invalid',
    'must be a list of objects',
    `Give a list such as [{…}, {…}] as JSON, or build it in a mapping: \`${field}: [{ each: path }]\`.`,
  );
  const json = toJson(makeError);
  const copyFields = objectCopier(shape);
  return (value) => {
    const list = json(value);
    if (list === undefined || list instanceof FieldError) return list;
    if (!Array.isArray(list)) return wrongType;
    const entries: Target[] = [];
    for (const [index, source] of list.entries()) {
      if (!isPlainObject(source)) return wrongType;
      const entry: Target = {};
      const problems: FieldError[] = [];
      copyFields(source, entry, problems);
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
  at: MappingLocation,
  makeError: FieldErrorFactory,
): Convert {
  switch (type) {
    case 'date':
    case 'instant':
      return isoConverter(type, makeError, at);
    case 'groups':
      return entriesConverter('group', field.name, makeError);
    case 'consents':
      return entriesConverter('consent', field.name, makeError);
    case 'identities':
      return entriesConverter('identity', field.name, makeError);
    default:
      return converter(type, trim ? (isCleaned(field) ? 'ascii' : 'all') : 'none', makeError);
  }
}

/** Whether `plan/clean-user.ts` removes and counts unusual spaces of this field. */
function isCleaned({ name, level }: CidaasField): boolean {
  return level === 'identity' || name === 'sub';
}

/** An error of `email` in an entry becomes an error of `identities[0].email`. */
function inEntry({ code, reason, problem }: FieldError, entry: string): FieldError {
  const { field, message, hint } = problem;
  return new FieldError(code, field === null ? entry : `${entry}.${field}`, reason, hint, message);
}

function prepare(shape: Shape, name: string) {
  const field = findField(shape, name);
  if (field === undefined) return null;
  return {
    convert: fieldConverter(field, field.type, true, 'in a mapping file', fieldErrors(name)),
    put: setPath(field.path),
  };
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
function addUnknown(name: string, unknown: UnknownKeys, at: number): void {
  if (unknown.names.length + unknown.unnamed === 0) unknown.at = at;
  const isShowable = /^[A-Za-z_][\w.-]{0,47}$/.test(name) && !/\d{4}|[0-9a-f]{16}/i.test(name);
  if (isShowable && unknown.names.length < MAX_SHOWN_KEYS) unknown.names.push(name);
  else unknown.unnamed += 1;
}

function unknownKeys(shape: Shape, { names, unnamed }: UnknownKeys): FieldError {
  const [first, ...others] = names;
  const listed = others.map((name) => `"${name}"`);
  if (first !== undefined && unnamed > 0) listed.push(counted(unnamed, 'more key'));
  const also = listed.length === 0 ? '' : ` Also: ${listed.join(', ')}.`;
  const message =
    first === undefined
      ? `${unnamed === 1 ? 'A key' : `${unnamed} keys`} of the record ${unnamed === 1 ? 'is not a cidaas field' : 'are not cidaas fields'}.`
      : explainUnknown(shape, first) + also;
  const hint =
    'Remove the key from the export, or write a mapping, which takes only what it names: `fields: { email: email }`.';
  return new FieldError('field.unknown', null, 'has a key that is not a cidaas field', hint, message);
}

/** Dates and instants in ISO 8601, which need no format in the mapping. */
function isoConverter(type: 'date' | 'instant', makeError: FieldErrorFactory, at: MappingLocation): Convert {
  const parse =
    type === 'date' ? dateParser([ISO], null, at, makeError) : instantParser([ISO], null, null, at, makeError);
  const invalid = parse('');
  return (value) => (typeof value === 'string' ? parse(value.trim()) : invalid);
}

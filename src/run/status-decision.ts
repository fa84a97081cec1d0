import type { UnreadColumn } from '../mapping/unread/unread-column.ts';
import { count } from '../text/number-text.ts';

const MAX_NAMED = 10;
/** Words for no and yes; a rule that meets another one does not let anybody in. */
const NO = "{ '0': null, n: null, nein: null, no: null, f: null, false: null }";
const YES = "{ '1': null, j: null, ja: null, y: null, yes: null, x: null, t: null, true: null }";
const ACTIVE = "{ '1': null, aktiv: null, active: null, enabled: null, freigeschaltet: null }";

/**
 * The lines that refuse a plan because of these columns, and the lines of a mapping that decide; none when there are no columns.
 *
 * @param read the columns that the rule for the status reads now, which it must go on reading
 */
export function decisionLines(states: readonly UnreadColumn[], read: readonly string[]): string[] {
  if (states.length === 0) return [];
  const named = states.slice(0, MAX_NAMED);
  const refs = named.map(({ name, ref, json }) => (json === null ? (ref ?? name) : name));
  const more =
    states.length > named.length
      ? [`status.unread: … and ${count(states.length - named.length)} more such columns.`]
      : [];
  const keep =
    read.length === 0
      ? ''
      : ` (this replaces the present rule: keep what it reads, ${read.map((name) => `"${name}"`).join(', ')})`;
  return [
    ...named.map(sentence),
    ...more,
    'Blocked users could log in, so nothing was sent. Decide it in the mapping, with one of these lines:',
    `  fields: { userStatus: [${named.map(ruleOf).join(', ')}, { value: VERIFIED }] }   # reads ${named.length === 1 ? 'it' : 'them'}; complete the words${keep}`,
    `  ignore: [${refs.map(quoted).join(', ')}]   # ${named.length === 1 ? 'it is' : 'these are'} no state of an account`,
    '  fields: { userStatus: { value: VERIFIED } }   # all users may log in',
  ];
}

function sentence({ name, filled, rows, sign }: UnreadColumn): string {
  const by = sign?.by === 'name' ? 'by its name' : 'by its values';
  return `status.unread: no rule reads "${name}" (filled in ${count(filled)} of ${count(rows)} rows), which ${by} looks like the state of an account.`;
}

function ruleOf({ name, ref, json, sign }: UnreadColumn): string {
  const from = `from: ${quoted(ref ?? name)}, ${json === null ? '' : `json: ${quoted(json)}, `}case: lower`;
  switch (sign?.kind) {
    case 'blocked':
      return `{ ${from}, table: ${NO}, else: DECLINED }`;
    case 'status':
      return `{ ${from}, table: ${ACTIVE}, else: DECLINED }`;
    default:
      return `{ ${from}, table: ${YES}, else: DECLINED, default: DECLINED }`;
  }
}

/** A name as YAML writes it in a list. */
function quoted(name: string): string {
  return /^\p{L}[\p{L}\p{N} ._-]*$/u.test(name) && !/\s$|^(?:true|false|null|yes|no|y|n)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

import { ALGORITHMS, isAlgorithmName } from '../../password/algorithm-table.ts';
import type { UnsupportedForm } from '../../password/native-form.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { ChosenColumns, MappingPart } from './proposal-part.ts';

const REASONS: { readonly [reason: string]: string } = {
  '?bare': 'bare digests of an unknown algorithm: set `algorithm` (and `salt`)',
  '?damaged': 'start like a known format but are truncated or modified',
  '?unsupported': 'cannot be imported',
  '?incomplete': 'have no salt or iterations: set the column of the missing part',
  '?clear-text': 'passwords in clear text, which are never sent',
  '?placeholder': 'placeholders: the export is masked',
  '?unknown': 'in an unknown format',
  '?none': 'markers of accounts without a password',
};

/** The password block. Hashes are recognised row by row, so it only names the column; notes list the kinds of hashes. */
export function passwordPart({ byRole, records, leaveOut }: ChosenColumns): MappingPart | null {
  const column = byRole.get('password');
  const salt = byRole.get('salt');
  if (column === undefined || column.hashes.size === 0) {
    for (const one of [column, salt]) if (one !== undefined) leaveOut(one, one === column ? NO_HASHES : null);
    return null;
  }
  const { ref, filled } = column;
  return {
    key: 'password',
    value: {
      from: ref,
      ...(filled < records && { when: { from: ref, empty: false } }),
      ...(salt !== undefined && { salt: salt.ref }),
    },
    notes: [
      ...found(column),
      ...([...column.hashes.keys()].some(isNative) ? [UNPROVEN] : []),
      ...(filled < records ? ['Users with an empty cell are imported without a password.'] : []),
    ],
  };
}

const UNPROVEN =
  'Unproven: no hash shows whether the source hashed the password itself. Before an apply, give `password-canary` an account whose password you know, or set `unproven: accept`.';
const NO_HASHES = 'is named like a password, but contains no hashes; clear text is never sent';

function found({ hashes, filled }: ColumnProfile): string[] {
  const counts = [...hashes].sort(([, a], [, b]) => b - a);
  const others = filled - counts.reduce((sum, [, count]) => sum + count, 0);
  const notes = counts.map(([name, count]) => `${count} × ${REASONS[name] ?? explained(name)}.`);
  return others === 0 ? notes : [...notes, `${others} × not recognised as a password hash: these rows are invalid.`];
}

/** `name` is an algorithm, followed by a colon and the reason if cidaas cannot check such a hash. */
function explained(name: string): string {
  const [algorithm = '', misfit] = name.split(':');
  if (!isAlgorithmName(algorithm)) return name;
  if (misfit !== undefined) return `${algorithm} with ${MISFITS[misfit as UnsupportedForm]}, ${BY_VERIFIER}`;
  const { support } = ALGORITHMS[algorithm];
  switch (support) {
    case 'documented':
    case 'open':
      return `${algorithm}, which cidaas checks itself`;
    case 'configurable':
      return `${algorithm}, which cidaas checks if the tenant is configured for it: set its id under \`ids\`, or set a \`verifier\``;
    case 'verifier':
      return `${algorithm}, ${BY_VERIFIER}`;
  }
}

/** Whether cidaas checks such hashes itself. */
function isNative(name: string): boolean {
  return isAlgorithmName(name) && ALGORITHMS[name].id !== null;
}

const BY_VERIFIER = 'which only your own verifier can check: set it with `verifier: CUSTOM_…`';

/** No id of the tenant helps these. */
const MISFITS: Readonly<Record<UnsupportedForm, string>> = {
  'byte-salt': 'a binary salt',
  cost: 'a cost above 20',
  encoding: 'a password that was not hashed as UTF-8',
  secret: "a secret of the source's application",
};

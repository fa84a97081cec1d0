import { normalizeName } from '../../text/normalize-name.ts';

export const YES: readonly string[] = ['1', 'j', 'ja', 'y', 'yes', 'true', 't', 'x', 'wahr', 'on'];
export const NO: readonly string[] = ['0', 'n', 'nein', 'no', 'false', 'f', 'falsch', 'off'];

/** Values that say of an account, and of little else, whether its user may log in; compared without case, umlauts and punctuation. */
const STATES: ReadonlySet<string> = new Set(
  [
    ...['aktiv', 'inaktiv', 'akt', 'inakt', 'gesperrt', 'gesp', 'sperre', 'entsperrt', 'blockiert', 'deaktiviert'],
    ...['gelöscht', 'gekündigt', 'gek', 'ausgetreten', 'verstorben', 'stillgelegt', 'freigeschaltet', 'ruhend'],
    ...[
      'enabled',
      'active',
      'inactive',
      'blocked',
      'blk',
      'locked',
      'lockedout',
      'unlocked',
      'disabled',
      'deactivated',
      'deleted',
    ],
    ...[
      'del',
      'banned',
      'suspended',
      'terminated',
      'deceased',
      'declined',
      'denied',
      'deprovisioned',
      'accountdisabled',
      'accountlocked',
    ],
  ].map(normalizeName),
);

/** Those that are also names of people and places, or words for other things. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  ['aktiv', 'akt', 'active', 'sperre', 'ruhend', 'del', 'gek', 'blk', 'deceased', 'enabled'].map(normalizeName),
);

/**
 * Whether the different values of a column are states of accounts. One among others is enough when it means nothing else, or
 * when the values repeat: Aktiv is a family name, too.
 *
 * @param filled how many records have a value
 */
export function areStateWords(words: Iterable<string>, filled: number): boolean {
  const all = [...words].map(normalizeName);
  const states = all.filter((word) => STATES.has(word)).length;
  if (states === all.length || all.some((word) => STATES.has(word) && !AMBIGUOUS.has(word))) return states > 0;
  return states > 0 && filled > all.length * MIN_REPEATS;
}

const MIN_REPEATS = 3;

/**
 * Whether the values of a column divide the records into two kinds: yes and no, or yes and nothing. `words` are the different
 * values in lower case.
 *
 * @param hasGaps some records have no value
 */
export function isFlag(words: Iterable<string>, hasGaps: boolean): boolean {
  const all = [...words];
  const isYes = all.some((word) => YES.includes(word));
  const isNo = all.some((word) => NO.includes(word));
  return all.every((word) => YES.includes(word) || NO.includes(word)) && isYes && (isNo || hasGaps);
}

import { normalizeName } from '../../text/normalize-name.ts';

export const YES: readonly string[] = ['1', 'j', 'ja', 'y', 'yes', 'true', 't', 'x', 'wahr', 'on'];
export const NO: readonly string[] = ['0', 'n', 'nein', 'no', 'false', 'f', 'falsch', 'off'];

/** Values that say of an account, and of little else, whether its user may log in; compared without case, umlauts and punctuation. */
const STATES: ReadonlySet<string> = new Set(
  [
    ...['aktiv', 'inaktiv', 'akt', 'inakt', 'gesperrt', 'gesp', 'sperre', 'entsperrt', 'blockiert', 'deaktiviert'],
    ...['gelöscht', 'gekündigt', 'gek', 'ausgetreten', 'verstorben', 'stillgelegt', 'freigeschaltet', 'ruhend'],
    ...[
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
    ...['del', 'banned', 'suspended', 'terminated', 'deceased', 'deprovisioned', 'accountdisabled', 'accountlocked'],
  ].map(normalizeName),
);

/** Whether one of the values of a column is the state of an account. */
export function hasStateWord(words: Iterable<string>): boolean {
  return [...words].some((word) => STATES.has(normalizeName(word)));
}

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

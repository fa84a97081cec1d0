import type { Difference } from './silent-differences.ts';

/** Differences that no plan can notice, or that are meant. */
interface RightDifference {
  /** `preset/file place · mutation`. */
  readonly kind: RegExp;
  readonly differences: readonly Difference[];
  readonly because: string;
}

const RIGHT: readonly RightDifference[] = [
  {
    kind: /\.(?:csv|ldif) file cut$/,
    differences: ['incomplete'],
    because:
      'Neither format says where it ends: a file that is cut inside its last value is a shorter file. min-rows guards.',
  },
  {
    kind: /^german-csv\/\S+ (?:aktiv|gesperrt|Löschkennzeichen) · yes and no in other words$/,
    differences: ['userStatus'],
    because: 'What is not a clear yes does not let in, and what is not a clear no blocks (docs/presets.md).',
  },
  {
    kind: /^laravel\/\S+ is_active · yes and no in other words$/,
    differences: ['userStatus'],
    because: 'What is not a clear yes does not let in.',
  },
  {
    kind: /^german-csv\/\S+ (?:aktiv|gesperrt|Löschkennzeichen|Status) · dropped$/,
    differences: ['userStatus', 'let in'],
    because:
      'A list has no columns that it must have: without one that says who is blocked, nobody is (docs/presets.md).',
  },
  {
    kind: /^clerk\/\S+ (?:banned|locked) · dropped$/,
    differences: ['userStatus'],
    because: 'Clerk exports neither column; without both, status.unread is counted.',
  },
  {
    kind: /^wordpress\/\S+ \*\.(?:user_status|spam) · dropped$/,
    differences: ['userStatus'],
    because: 'WordPress itself blocks nobody, and its command line leaves the column out.',
  },
  {
    kind: /(?:accountmode|guest|isRegistered|is_anonymous|userType) · dropped$/,
    differences: ['not skipped'],
    because: 'Without the column nobody is known as a guest; they are users who may log in at the source too.',
  },
  {
    kind: /^wordpress\/\S+ \*\.user_status · yes and no in other words$/,
    differences: ['userStatus'],
    because: 'WordPress writes numbers there; each value of a plugin other than 0 blocks (docs/presets.md).',
  },
  {
    kind: /^ldif\/\S+ (?:accountexpires|lockouttime|pwdaccountlockedtime) · dropped$/,
    differences: ['userStatus'],
    because: 'Directories write these attributes only into entries that are locked or expire.',
  },
];

/** The differences of a kind of mutant that are wrong. */
export function wrongDifferences(kind: string, differences: readonly Difference[]): Difference[] {
  const right = RIGHT.filter((each) => each.kind.test(kind)).flatMap((each) => each.differences);
  return differences.filter((difference) => !right.includes(difference));
}

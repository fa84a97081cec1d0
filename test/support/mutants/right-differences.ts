import type { Difference } from './silent-differences.ts';

/** Differences that no plan can notice, or that are meant. */
interface RightDifference {
  /** `preset/file place · mutation`. */
  readonly kind: RegExp;
  readonly differences: readonly Difference[];
  readonly because: string;
}

/** Columns and keys of states that not every export of the system has: as `preset/file place`. */
const SOMETIMES = [
  'auth0/\\S+\\.json \\*\\.blocked',
  'clerk/\\S+ (?:banned|locked)',
  'contao/\\S+ locked',
  'devise/\\S+ deleted_at',
  'firebase/\\S+ users\\.\\*\\.disabled',
  'fusionauth/\\S+ users\\.\\*\\.expiry',
  'laravel/\\S+ (?:deleted_at|is_active)',
  'ldif/\\S+ (?:accountexpires|lockouttime|pwdaccountlockedtime)',
  'magento/\\S+ lock_expires',
  'sap-cdc/\\S+ results\\.\\*\\.isLockedOut',
  'wordpress/\\S+ \\*\\.(?:user_status|spam|deleted)',
];

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
    kind: /^ldif\/\S+ lockouttime · yes and no in other words$/,
    differences: ['userStatus'],
    because: 'A time, which has no words for yes and no: what is not a clear no blocks.',
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
    kind: new RegExp(`^(?:${SOMETIMES.join('|')}) · dropped$`),
    differences: ['userStatus', 'not skipped'],
    because:
      'The system writes it only for accounts in that state, or not in all versions: the preset cannot require it (docs/presets.md).',
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
    kind: /^laravel\/\S+ deleted_at · zero-width space before$/,
    differences: ['userStatus'],
    because: 'Only NULL means not deleted; everything else blocks.',
  },
  {
    kind: /^german-csv\/\S+ Hausnr\. · with decimals$/,
    differences: ['other fields'],
    because: 'A house number is a text, and identifies nobody.',
  },
  {
    kind: /^sap-cdc\/\S+ results\.\*\.loginIDs(?:\.emails)? · dropped$/,
    differences: ['email'],
    because:
      'Without login addresses the one of the profile is all that the account has (docs/presets.md asks for both).',
  },
  {
    kind: /^liferay\/\S+ emailAddress · dropped$/,
    differences: ['userStatus'],
    because: 'A user without an address has none that is unverified; the screen name is left to log in with.',
  },
  {
    kind: /^(?:sap-cdc|scim)\/\S+ page that says more$/,
    differences: ['incomplete'],
    because: 'These pages name the total of the list and hold all of it; then links do not count.',
  },
];

/** The differences of a kind of mutant that are wrong. */
export function wrongDifferences(kind: string, differences: readonly Difference[]): Difference[] {
  const right = RIGHT.filter((each) => each.kind.test(kind)).flatMap((each) => each.differences);
  return differences.filter((difference) => !right.includes(difference));
}

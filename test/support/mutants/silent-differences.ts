import { isDeepStrictEqual } from 'node:util';
import type { CidaasUser } from '../../../src/user/cidaas-user.ts';
import type { PlannedExport, PlannedRow } from '../planned-export.ts';
import type { Meaning } from './mutations.ts';

/** What differs between two plans of the same people. */
export type Difference =
  /** A row that is planned in one plan is neither planned nor refused in the other. */
  | 'lost'
  /** A row that is invalid in one plan is planned in the other, and can log in. */
  | 'let in'
  /** A row that is skipped in one plan is planned in the other. */
  | 'not skipped'
  | 'userStatus'
  | 'sub'
  | 'email'
  | 'username'
  | 'mobile_number'
  | 'password'
  | 'links'
  | 'mfa'
  | 'other fields'
  /** The export says that it is incomplete, and the plan does not. */
  | 'incomplete';

const IDENTIFIERS = ['sub', 'email', 'username', 'mobile_number'] as const;

/** Warnings that explain one thing only. All others explain any difference of their row. */
const ABOUT: readonly (readonly [RegExp, readonly Difference[]])[] = [
  [/^mfa\.not_imported$/, []],
  [/^sub\./, ['sub']],
  [/^email\.unverified$/, []],
  [/^email\./, ['email']],
  [/^phone\./, ['mobile_number', 'other fields']],
  [/^(?:hash|password)\./, ['password']],
  [/^(?:instant|date|birthdate|text|url|zoneinfo|path)\./, ['other fields']],
  [/^spreadsheet\./, ['other fields', 'links', 'sub', 'username']],
  [/^join\./, ['password', 'links']],
];

/** The differences from what is right that the plan of a mutant does not count, refuse or name. */
export function silentDifferences(
  meaning: Meaning,
  original: PlannedExport,
  emptied: PlannedExport | null,
  mutant: PlannedExport,
): Difference[] {
  if (mutant.error !== null) return [];
  const isNamed = mutant.unread.some((name) => !original.unread.includes(name));
  const added = addedWarnings(original, mutant);
  if (meaning === 'partial') return added.length > 0 || hasNewInvalid(original, mutant) ? [] : ['incomplete'];
  const rowsWith = new Map<Difference, number>();
  for (const [row, before] of original.rows) {
    const now = mutant.rows.get(row) ?? GONE;
    const expected = emptied?.error === null ? emptied.rows.get(row) : undefined;
    if (expected !== undefined && rowDifferences(expected, now).length === 0) continue;
    const changes = rowDifferences(before, now);
    if (changes.length === 0) continue;
    const counted = expected === undefined ? changes : rowDifferences(expected, now);
    // That a column is unread is no reason to let somebody in: such a plan must stop, unless nothing tells what it is.
    const unexplained = counted.filter((each) => !isNamed || (meaning !== 'unnamed' && isLetIn(each, before, now)));
    for (const change of unexplained.filter((each) => matters(meaning, each, before.user, now.user)))
      if (!isExplainedStatus(change, before.user, now.user, added))
        rowsWith.set(change, (rowsWith.get(change) ?? 0) + 1);
  }
  // A row that only its hash made invalid is planned without it.
  if (saysNobodyHasPassword(mutant)) for (const change of ['password', 'let in'] as const) rowsWith.delete(change);
  const mfa = lostMfa(original, mutant);
  if (mfa > 0 && meaning === 'same' && !isNamed) rowsWith.set('mfa', mfa);
  return [...rowsWith].filter(([change, rows]) => explaining(change, added) < rows).map(([change]) => change);
}

/** Somebody who was kept out can log in now. */
function isLetIn(change: Difference, before: PlannedRow, now: PlannedRow): boolean {
  if (change === 'let in') return true;
  return change === 'userStatus' && before.user?.userStatus === 'DECLINED' && now.user?.userStatus !== 'DECLINED';
}

const GONE: PlannedRow = { outcome: 'lost', code: null, message: null, user: null };

function rowDifferences(before: PlannedRow, now: PlannedRow): Difference[] {
  if (now.outcome === 'invalid' || now.outcome === 'duplicate') return [];
  if (before.outcome === 'planned' && now.outcome !== 'planned') return ['lost'];
  // Another row of the same user counts when the first of them does not.
  if (before.outcome === 'duplicate' || before.code === 'duplicate') return [];
  if (before.outcome === 'skipped') return now.user === null ? [] : ['not skipped'];
  if (before.user === null) return now.user === null || now.user.userStatus === 'DECLINED' ? [] : ['let in'];
  if (now.user === null) return [];
  const parts = partsOf(before.user);
  return [...partsOf(now.user)]
    .filter(([part, value]) => !isDeepStrictEqual(value, parts.get(part)))
    .map(([part]) => part);
}

function partsOf({ identities, password_hash_info, userStatus, sub, ...rest }: CidaasUser): Map<Difference, unknown> {
  // Seconds in place of milliseconds are the same time.
  const times = { createdTime: rest.createdTime?.slice(0, 19), lastLoggedInTime: rest.lastLoggedInTime?.slice(0, 19) };
  const others = { ...rest, ...times };
  const own = identities?.find(({ provider }) => provider === 'self');
  const { email, username, mobile_number, provider: _, ...fields } = { provider: 'self', ...others, ...own };
  const links = identities?.filter(({ provider }) => provider !== 'self') ?? [];
  return new Map<Difference, unknown>([
    ...([
      ['userStatus', userStatus],
      ['sub', sub],
      ['email', email],
      ['username', username],
    ] as const),
    ...([
      ['mobile_number', mobile_number],
      ['password', password_hash_info],
      ['links', links],
    ] as const),
    ['other fields', fields],
  ]);
}

/** Whether a difference can be wrong at all, given what the mutant means. */
function matters(meaning: Meaning, change: Difference, before: CidaasUser | null, now: CidaasUser | null): boolean {
  switch (meaning) {
    case 'same':
    case 'unnamed':
    case 'nothing':
    case 'partial':
      return true;
    case 'words':
      return !['other fields', 'username', 'links'].includes(change);
    case 'less': {
      const isIdentifier = IDENTIFIERS.some((name) => name === change);
      // Who has no such value in the export has none; another value would be somebody else's.
      if (isIdentifier) return now !== null && before !== null && partsOf(now).get(change) !== undefined;
      return change !== 'other fields' && change !== 'links' && change !== 'mfa';
    }
  }
}

/** An address that counts as unverified explains PENDING, and nothing else. */
function isExplainedStatus(
  change: Difference,
  before: CidaasUser | null,
  now: CidaasUser | null,
  added: readonly (readonly [string, number])[],
): boolean {
  if (change !== 'userStatus' || !added.some(([code]) => code === 'email.unverified')) return false;
  return before?.userStatus === 'VERIFIED' && now?.userStatus === 'PENDING';
}

/** A plan without a single hash has no count of users without one; its log has a warning instead. */
function saysNobodyHasPassword({ log }: PlannedExport): boolean {
  return log.some((line) => line.includes('No user of this plan has a password'));
}

function addedWarnings(original: PlannedExport, mutant: PlannedExport): (readonly [string, number])[] {
  return Object.entries(mutant.warnings)
    .map(([code, count]) => [code, count - (original.warnings[code] ?? 0)] as const)
    .filter(([, count]) => count > 0);
}

function explaining(change: Difference, added: readonly (readonly [string, number])[]): number {
  const explains = (code: string): boolean => ABOUT.find(([codes]) => codes.test(code))?.[1].includes(change) ?? true;
  return added.filter(([code]) => explains(code)).reduce((sum, [, count]) => sum + count, 0);
}

/** Second factors that are no longer counted, although their users are planned. */
function lostMfa(original: PlannedExport, mutant: PlannedExport): number {
  const counted = ({ warnings }: PlannedExport): number => warnings['mfa.not_imported'] ?? 0;
  const refused = [...original.rows].filter(([row, { user }]) => user !== null && !mutant.rows.get(row)?.user).length;
  return counted(original) - counted(mutant) - refused;
}

/** A file that was cut ends with a record that cannot be read. */
function hasNewInvalid(original: PlannedExport, mutant: PlannedExport): boolean {
  return [...mutant.rows].some(
    ([row, { outcome, code }]) => outcome === 'invalid' && original.rows.get(row)?.code !== code,
  );
}

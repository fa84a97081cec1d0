import { createHash } from 'node:crypto';
import type { Ledger } from '../ledger/ledger.ts';
import { plannedRowChanges } from '../ledger/planned-row-changes.ts';
import { prepareQuery } from '../ledger/query.ts';
import { knownUserUpdate, userTexts } from '../plan/known-user.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { identityKeys, subOf } from '../user/identity-keys.ts';
import type { Fingerprint } from './keys.ts';
import type { KnownUser, KnownUsers } from './known-users.ts';
import { RowRanges } from './row-ranges.ts';
import type { UserFingerprints } from './state-file.ts';

export interface DeltaOptions {
  readonly ledger: Ledger;
  readonly known: KnownUsers;
  readonly fingerprint: Fingerprint;
  /** Fields that are not sent of known users, by dotted path. */
  readonly createOnly: readonly string[];
  /** False for a full sync: all users are sent with all fields, and only recorded for the next delta. */
  readonly leaveOut: boolean;
  readonly signal: AbortSignal;
}

/** The result of comparing the plan with the last state. */
export interface Delta {
  /** Planned rows of users that the state does not know. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that do not show whose they are: the users in them may be known. */
  readonly unidentified: number;
  /** SHA-256 (hex) of everything that a delta sends. */
  readonly users: string;
}

const CHUNK = 1_000;

/** Makes the fingerprint of a user's JSON text: while it equals the one in the last state, nothing of the user has changed. */
export function userFingerprint(fingerprint: Fingerprint, createOnly: readonly string[]): (body: string) => string {
  // Another list changes what is compared of every user.
  const list = JSON.stringify(createOnly);
  return (body) => fingerprint(body + list);
}

/**
 * Compares the plan with the last state. A delta leaves out unchanged users and sends only the fields of known users that a
 * migration may still set. Call it after duplicates are excluded, so that a row that is left out still counts.
 */
export async function compareWithState(options: DeltaOptions): Promise<Delta> {
  const { ledger, known, fingerprint, leaveOut, signal } = options;
  const rows = prepareQuery<{ row: number; fingerprint: string }>(
    ledger.db,
    `SELECT row, fingerprint FROM row WHERE row > ? AND state = 'planned' ORDER BY row LIMIT ${CHUNK}`,
  );
  const changes = plannedRowChanges(ledger);
  const users = createHash('sha256');
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const ranges = new RowRanges((row, id, length) => {
    known.markPresent(id, id + length - 1, row - id);
    if (leaveOut) changes.markUnchanged(row, row + length - 1);
  });
  const compareRow = (row: number, rowFingerprint: string): void => {
    const next = known.nextUnchanged(rowFingerprint);
    if (next !== null) {
      counts.unchanged++;
      ranges.add(row, next);
      if (!leaveOut) known.addPendingKnown(row, rowFingerprint, next);
      return;
    }
    const body = ledger.users.body(row);
    if (body === null) throw new Error(`row ${row} is planned but has no user`);
    const found = compareUser({ row, fingerprint: rowFingerprint, user: JSON.parse(body) as CidaasUser }, options);
    counts[found.kind]++;
    if (found.kind === 'unchanged' && leaveOut) {
      changes.markUnchanged(row, row);
      return;
    }
    const sent = found.update === null ? body : JSON.stringify(found.update);
    if (sent !== body) changes.replaceBody(row, sent);
    users.update(`${sent}\n`);
  };
  for (let last = 0; ; ) {
    signal.throwIfAborted();
    const chunk = rows.all(last);
    if (chunk.length === 0) break;
    ledger.transaction(() => {
      for (const { row, fingerprint: rowFingerprint } of chunk) {
        last = row;
        compareRow(row, rowFingerprint);
      }
      ranges.flush();
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const unidentified = await markUnsentPresent(ledger, known, fingerprint, signal);
  return { ...counts, unidentified, users: users.digest('hex') };
}

interface UserComparison {
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** What is sent instead of the whole user; null: the whole user. */
  readonly update: CidaasUser | null;
}

interface PlannedUser {
  readonly row: number;
  readonly fingerprint: string;
  readonly user: CidaasUser;
}

/** Finds a user in the state that may have changed, and compares it. */
function compareUser(
  { row, fingerprint: rowFingerprint, user }: PlannedUser,
  { known, fingerprint, createOnly, leaveOut }: DeltaOptions,
): UserComparison {
  const texts = userTexts(user, createOnly);
  const content = fingerprint(texts.content);
  const password = texts.password === null ? null : fingerprint(texts.password);
  const sub = subOf(user) ?? null;
  const bySub = sub === null ? undefined : known.bySub(sub);
  const keys = bySub !== undefined && leaveOut ? null : keyFingerprints(user, fingerprint);
  const found = bySub ?? bestMatch(findByKeys(keys ?? [], known), password);
  const [knownSub, knownContent, knownPassword] = found?.details ?? NO_DETAILS;
  const isSame = found !== undefined && (sub === null || knownSub === null || knownSub === sub);
  const addPending = (id: number | null, other: number | null): void => {
    const details: UserFingerprints = [sub, content, password, keys ?? keyFingerprints(user, fingerprint)];
    known.addPending({ row, fingerprint: rowFingerprint, details, known: id, other });
  };
  if (!isSame) {
    if (found !== undefined) known.markPresentByIdentifier(found.id, row);
    addPending(null, found?.id ?? null);
    return { kind: 'new', update: null };
  }
  known.markPresent(found.id, found.id, row - found.id);
  if (found.wasChanged) {
    addPending(found.id, null);
    return { kind: 'new', update: unblocked(user) };
  }
  const samePassword = knownPassword === password;
  const isUnchanged = samePassword && knownContent === content;
  if (isUnchanged) known.setFingerprint(found.id, rowFingerprint);
  // A full sync sends an unchanged user too, and records it again.
  if (!isUnchanged || !leaveOut) addPending(found.id, null);
  if (isUnchanged) return { kind: 'unchanged', update: null };
  return { kind: 'changed', update: leaveOut ? knownUserUpdate(user, createOnly, !samePassword) : null };
}

/** A user who comes back after this tool blocked him, or may have. Without a status in the mapping he gets the one that new users have. */
function unblocked(user: CidaasUser): CidaasUser | null {
  return user.userStatus == null ? { ...user, userStatus: 'VERIFIED' } : null;
}

const NO_DETAILS: UserFingerprints = [null, '', null, []];

function keyFingerprints(user: CidaasUser, fingerprint: Fingerprint): string[] {
  return identityKeys(user)
    .filter((key) => !key.startsWith('sub:'))
    .map(fingerprint);
}

/** The known users that have one of these keys, each once, in the order of the keys. */
function findByKeys(keys: readonly string[], known: KnownUsers): readonly KnownUser[] {
  const found = new Map<number, KnownUser>();
  for (const key of keys) {
    const user = known.byKey(key);
    if (user !== undefined && !found.has(user.id)) found.set(user.id, user);
  }
  return [...found.values()];
}

/** An address may pass from one person to another; a salted hash does not. */
function bestMatch(users: readonly KnownUser[], password: string | null): KnownUser | undefined {
  return users.find(({ details }) => password !== null && details[2] === password) ?? users[0];
}

/**
 * A user whose row is invalid, skipped or a duplicate is in the export too, so it is not reported as missing.
 *
 * @returns how many of these rows do not show whose they are.
 */
async function markUnsentPresent(
  ledger: Ledger,
  known: KnownUsers,
  fingerprint: Fingerprint,
  signal: AbortSignal,
): Promise<number> {
  const unsent = prepareQuery<UnsentRow>(
    ledger.db,
    `SELECT row, state, field, identifiers IS NOT NULL AS isRejected, coalesce(identifiers, user_body(row)) AS user FROM row
     WHERE row > ? AND state IN ('invalid', 'skipped', 'duplicate') ORDER BY row LIMIT ${CHUNK}`,
  );
  let unidentified = 0;
  for (let last = 0; ; ) {
    signal.throwIfAborted();
    const chunk = unsent.all(last);
    if (chunk.length === 0) return unidentified;
    ledger.transaction(() => {
      for (const { row, state, field, isRejected, user: json } of chunk) {
        last = row;
        const user = JSON.parse(json) as CidaasUser;
        const sub = subOf(user);
        const bySub = sub === undefined ? undefined : known.bySub(sub);
        if (bySub !== undefined) {
          known.markPresentUnsent(bySub.id, row);
          continue;
        }
        const keys = keyFingerprints(user, fingerprint);
        const found = findByKeys(keys, known);
        for (const { id } of found) known.markPresentByIdentifier(id, row);
        // What is wrong with an invalid row may be its identifier or its sub.
        const isIdentified =
          (sub !== undefined && field !== 'sub') || found.length > 0 || (state === 'skipped' && keys.length > 0);
        if (isRejected === 1 && !isIdentified) unidentified++;
      }
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

interface UnsentRow {
  readonly row: number;
  readonly state: string;
  /** The field that is wrong. */
  readonly field: string | null;
  /** 1 when the row has no user that passed the rules. */
  readonly isRejected: number;
  /** JSON text of the user, or of the identifiers that the row has. */
  readonly user: string;
}

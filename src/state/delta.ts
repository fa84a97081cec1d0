import { createHash } from 'node:crypto';
import type { Ledger } from '../ledger/ledger.ts';
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
  /** Fields that known users are not sent, by dotted path. */
  readonly createOnly: readonly string[];
  /** False for a full sync: everybody is sent whole, and only remembered for the next delta. */
  readonly leaveOut: boolean;
  readonly signal: AbortSignal;
}

/** What comparing with the last state found. */
export interface Delta {
  /** Planned rows of users that the state does not know. */
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** SHA-256 (hex) over what a delta sends. */
  readonly users: string;
}

const CHUNK = 1_000;

/** What the plan notes of each user: where it is the same as in the last state, nothing of the user has changed. */
export function wholeOf(fingerprint: Fingerprint, createOnly: readonly string[]): (body: string) => string {
  // A changed list changes what is compared of everybody.
  const list = JSON.stringify(createOnly);
  return (body) => fingerprint(body + list);
}

/**
 * Compares the plan with the last state. In a delta, users of whom nothing changed are left out, and of known users only
 * what a migration may still decide is sent. Runs after duplicates were found, so that a row that is left out still counts.
 */
export async function compareWithState(options: DeltaOptions): Promise<Delta> {
  const { ledger, known, fingerprint, leaveOut, signal } = options;
  const rows = ledger.db.prepare(`
    SELECT row, whole FROM row WHERE row > ? AND state = 'planned' ORDER BY row LIMIT ${CHUNK}
  `);
  const bodyOf = ledger.db.prepare('SELECT body FROM user WHERE row = ?');
  const setUnchanged = ledger.db.prepare("UPDATE row SET state = 'unchanged' WHERE row BETWEEN ? AND ?");
  const rewrite = ledger.db.prepare('UPDATE user SET body = ? WHERE row = ?');
  const users = createHash('sha256');
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const runs = new RowRanges((row, id, length) => {
    known.markPresent(id, id + length - 1, row - id);
    if (leaveOut) setUnchanged.run(row, row + length - 1);
  });
  const take = (row: number, whole: string): void => {
    const follower = known.follower(whole);
    if (follower !== null) {
      counts.unchanged++;
      runs.add(row, follower);
      if (!leaveOut) known.addFreshAsKnown(row, whole, follower);
      return;
    }
    const body = bodyOf.get(row)?.body as string;
    const verdict = judge({ row, whole, user: JSON.parse(body) as CidaasUser }, options);
    counts[verdict.kind]++;
    if (verdict.kind === 'unchanged' && leaveOut) {
      setUnchanged.run(row, row);
      return;
    }
    const sent = verdict.update === null || !leaveOut ? body : JSON.stringify(verdict.update);
    if (sent !== body) rewrite.run(sent, row);
    users.update(`${sent}\n`);
  };
  for (let last = 0; ; ) {
    signal.throwIfAborted();
    const chunk = rows.all(last) as { row: number; whole: string }[];
    if (chunk.length === 0) break;
    ledger.transaction(() => {
      for (const { row, whole } of chunk) {
        last = row;
        take(row, whole);
      }
      runs.end();
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  markOthersPresent(ledger, known, fingerprint);
  return { ...counts, users: users.digest('hex') };
}

interface Judged {
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** What is sent of a known user; null: all of it. */
  readonly update: CidaasUser | null;
}

interface PlannedUser {
  readonly row: number;
  readonly whole: string;
  readonly user: CidaasUser;
}

/** Compares a user of whom something may have changed, wherever the state knows it. */
function judge({ row, whole, user }: PlannedUser, { known, fingerprint, createOnly, leaveOut }: DeltaOptions): Judged {
  const faces = userTexts(user, createOnly);
  const content = fingerprint(faces.content);
  const password = faces.password === null ? null : fingerprint(faces.password);
  const sub = subOf(user) ?? null;
  const bySub = sub === null ? undefined : known.bySub(sub);
  const ids = bySub !== undefined && leaveOut ? null : idsOf(user, fingerprint);
  const found = bySub ?? likeliest(findByIds(ids ?? [], known), password);
  const [knownSub, knownContent, knownPassword] = found?.faces ?? NOBODY;
  const isSame = found !== undefined && (sub === null || knownSub === null || knownSub === sub);
  const remember = (id: number | null, other: number | null): void => {
    const fresh: UserFingerprints = [sub, content, password, ids ?? idsOf(user, fingerprint)];
    known.addFresh({ row, whole, faces: fresh, known: id, other });
  };
  if (!isSame) {
    if (found !== undefined) known.markPresentByIdentifier(found.id, row);
    remember(null, found?.id ?? null);
    return { kind: 'new', update: null };
  }
  known.markPresent(found.id, found.id, row - found.id);
  const samePassword = knownPassword === password;
  const isUnchanged = samePassword && knownContent === content;
  if (isUnchanged) known.renew(found.id, whole);
  // A full sync sends an unchanged user all the same, and remembers it anew.
  if (!isUnchanged || !leaveOut) remember(found.id, null);
  if (isUnchanged) return { kind: 'unchanged', update: null };
  return { kind: 'changed', update: knownUserUpdate(user, createOnly, !samePassword) };
}

const NOBODY: UserFingerprints = [null, '', null, []];

function idsOf(user: CidaasUser, fingerprint: Fingerprint): string[] {
  return identityKeys(user)
    .filter((key) => !key.startsWith('sub:'))
    .map(fingerprint);
}

/** Whoever has one of these identifiers, each once, in the order of the identifiers. */
function findByIds(ids: readonly string[], known: KnownUsers): readonly KnownUser[] {
  const found = new Map<number, KnownUser>();
  for (const id of ids) {
    const user = known.byId(id);
    if (user !== undefined && !found.has(user.id)) found.set(user.id, user);
  }
  return [...found.values()];
}

/** An address may pass from one person to another; a salted hash does not. */
function likeliest(users: readonly KnownUser[], password: string | null): KnownUser | undefined {
  return users.find(({ faces }) => password !== null && faces[2] === password) ?? users[0];
}

/** A user whose row is invalid, skipped or a duplicate is in the export all the same: nobody is to look for him. */
function markOthersPresent(ledger: Ledger, known: KnownUsers, fingerprint: Fingerprint): void {
  const others = ledger.db.prepare(`
    SELECT row, coalesce(body, row.identifiers) AS user FROM row LEFT JOIN user USING (row)
    WHERE row > ? AND state IN ('invalid', 'skipped', 'duplicate') ORDER BY row LIMIT ${CHUNK}
  `);
  for (let last = 0; ; ) {
    const chunk = others.all(last) as { row: number; user: string }[];
    if (chunk.length === 0) return;
    ledger.transaction(() => {
      for (const { row, user: json } of chunk) {
        last = row;
        const user = JSON.parse(json) as CidaasUser;
        const sub = subOf(user);
        const bySub = sub === undefined ? undefined : known.bySub(sub);
        if (bySub !== undefined) known.markLeftOut(bySub.id, row);
        else for (const { id } of findByIds(idsOf(user, fingerprint), known)) known.markPresentByIdentifier(id, row);
      }
    });
  }
}

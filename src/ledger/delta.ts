import { createHash } from 'node:crypto';
import type { CidaasUser } from '../mapping/cidaas-user.ts';
import { identityKeys, subOf } from '../plan/identity-keys.ts';
import { facesOf, knownUserUpdate } from '../plan/known-user.ts';
import type { Fingerprint } from './fingerprint.ts';
import { idFingerprints, type KnownUser, type KnownUsers } from './known-users.ts';
import type { Ledger } from './ledger.ts';

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
  /** SHA-256 (hex) over what is planned now. */
  readonly users: string;
}

const CHUNK = 1_000;

/**
 * Compares the plan with the last state. In a delta, users of whom nothing changed are left out, and of known users only
 * what a migration may still decide is sent. Runs after duplicates were found, so that a row that is left out still counts.
 */
export async function compareWithState(options: DeltaOptions): Promise<Delta> {
  const { ledger, known, signal } = options;
  const rows = ledger.db.prepare(`
    SELECT user.row, body FROM user JOIN row USING (row) WHERE user.row > ? AND state = 'planned' ORDER BY user.row LIMIT ${CHUNK}
  `);
  const leaveOut = ledger.db.prepare("UPDATE row SET state = 'unchanged' WHERE row = ?");
  const rewrite = ledger.db.prepare('UPDATE user SET body = ? WHERE row = ?');
  const users = createHash('sha256');
  const counts = { new: 0, changed: 0, unchanged: 0 };
  for (let last = 0; ; ) {
    signal.throwIfAborted();
    const chunk = rows.all(last) as { row: number; body: string }[];
    if (chunk.length === 0) break;
    ledger.transaction(() => {
      for (const { row, body } of chunk) {
        last = row;
        const verdict = judge(row, JSON.parse(body) as CidaasUser, options);
        counts[verdict.kind]++;
        if (verdict.kind === 'unchanged' && options.leaveOut) {
          leaveOut.run(row);
          continue;
        }
        const sent = verdict.update === null || !options.leaveOut ? body : JSON.stringify(verdict.update);
        if (sent !== body) rewrite.run(sent, row);
        users.update(`${sent}\n`);
      }
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
  markOthersPresent(ledger, known, options.fingerprint);
  return { ...counts, users: users.digest('hex') };
}

interface Judged {
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** What is sent of a known user; null: all of it. */
  readonly update: CidaasUser | null;
}

function judge(row: number, user: CidaasUser, { known, fingerprint, createOnly, leaveOut }: DeltaOptions): Judged {
  const faces = facesOf(user, createOnly);
  const content = fingerprint(faces.content);
  const password = faces.password === null ? null : fingerprint(faces.password);
  const sub = subOf(user);
  const keys = identityKeys(user);
  const bySub = sub === undefined ? undefined : known.bySub(sub);
  const found = bySub ?? findById(keys, known, fingerprint);
  const isSame = found !== undefined && (sub === undefined || found.sub === null || found.sub === sub);
  if (isSame) known.markPresent(found.id, row);
  else if (found !== undefined) known.markPresentByIdentifier(found.id, row);
  const fresh = { row, content, password, ids: idFingerprints(keys, fingerprint) };
  if (!isSame) {
    known.addFresh({ ...fresh, known: null, other: found?.id ?? null });
    return { kind: 'new', update: null };
  }
  const samePassword = equal(found.password, password);
  const isUnchanged = samePassword && equal(found.content, content);
  // A full sync sends an unchanged user all the same, and remembers it anew.
  if (!isUnchanged || !leaveOut) known.addFresh({ ...fresh, known: found.id, other: null });
  if (isUnchanged) return { kind: 'unchanged', update: null };
  return { kind: 'changed', update: knownUserUpdate(user, createOnly, !samePassword) };
}

function findById(keys: readonly string[], known: KnownUsers, fingerprint: Fingerprint): KnownUser | undefined {
  for (const key of keys) {
    const found = key.startsWith('sub:') ? undefined : known.byId(fingerprint(key));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A user whose row is invalid, skipped or a duplicate is in the export all the same: nobody is to look for him. */
function markOthersPresent(ledger: Ledger, known: KnownUsers, fingerprint: Fingerprint): void {
  const others = ledger.db.prepare(`
    SELECT row, coalesce(identifiers, body) AS user FROM row LEFT JOIN user USING (row)
    WHERE row > ? AND state IN ('invalid', 'skipped', 'duplicate') AND coalesce(identifiers, body) IS NOT NULL ORDER BY row LIMIT ${CHUNK}
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
        const byId = bySub ?? findById(identityKeys(user), known, fingerprint);
        if (bySub !== undefined) known.markLeftOut(bySub.id, row);
        else if (byId !== undefined) known.markPresentByIdentifier(byId.id, row);
      }
    });
  }
}

function equal(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

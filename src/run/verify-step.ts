import { storedMismatches } from '../compare/stored-mismatch.ts';
import { maskTenantMessage } from '../report/mask-message.ts';
import type { VerifiedReport } from '../report/report-data.ts';
import { TenantRefused, TenantUnavailable } from '../tenant/refusal.ts';
import type { Reading } from '../tenant/setup-request.ts';
import type { UserReader } from '../tenant/user-reader.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { identifiersOf } from '../user/identity-keys.ts';
import type { Ports } from './ports.ts';
import type { Draft } from './run-record.ts';

/** Rows that are told one by one. */
const TOLD = 100;

/**
 * Reads users back that this run created or updated, chosen at random, and compares them field by field with what was sent:
 * what the tenant skipped silently shows up here. Where the app may not read users, it says so and asks whether they exist.
 *
 * The users are in already: whatever goes wrong here, and a run that is stopped meanwhile, only ends the reading.
 */
export async function verifySample(
  size: number,
  ports: Pick<Ports, 'ledger' | 'log' | 'clock' | 'stop'>,
  reader: UserReader,
  draft: Pick<Draft, 'verified'>,
): Promise<void> {
  if (size === 0) return;
  const { ledger, log, stop } = ports;
  const fields: { [field: string]: number } = {};
  const rows: { row: number; fields: readonly string[] }[] = [];
  const counts = { asked: 0, compared: 0, same: 0, missing: 0 };
  let unread: string | null = null;
  let isOver = false;
  for (const row of sampleRows(ports, size)) {
    if (isOver) break;
    const [sent] = ledger.sentUser(row);
    if (sent === undefined) continue;
    const user = JSON.parse(sent.body) as CidaasUser;
    const known = sent.sub ?? identifiersOf(user).sub ?? null;
    let differing: readonly string[] | null;
    try {
      stop.throwIfAborted();
      differing = await look(known, user);
    } catch (error) {
      unread ??= whyNot(error, stop);
      break;
    }
    counts.asked++;
    if (differing === null) continue;
    if (differing.length === 0) counts.same++;
    else if (rows.length < TOLD) rows.push({ row, fields: differing });
    for (const field of differing) fields[field] = (fields[field] ?? 0) + 1;
  }
  draft.verified = { ...counts, fields, rows, unread };
  say(draft.verified);

  /** The fields that differ; null when nothing could be compared. */
  async function look(sub: string | null, user: CidaasUser): Promise<readonly string[] | null> {
    const read = sub === null || unread !== null ? null : await reader.user(sub, stop);
    if (read?.kind === 'read') {
      const differing = read.value === null ? ['sub'] : storedMismatches(user, read.value);
      counts[read.value === null ? 'missing' : 'compared']++;
      return differing;
    }
    if (read !== null) unread = reasonOf(read);
    const ids = identifiersOf(user);
    const identifier = sub ?? ids.email ?? ids.username ?? ids.mobile_number;
    const exists = identifier === undefined ? null : await reader.exists(identifier, stop);
    if (exists?.kind === 'unread') {
      // Whoever may not ask for one may ask for none of them, and a tenant in trouble is left alone.
      isOver = true;
      unread ??= reasonOf(exists);
    }
    if (exists?.kind !== 'read' || exists.value) return null;
    counts.missing++;
    return ['sub'];
  }

  function say({ asked, compared, same, missing, unread: why }: VerifiedReport): void {
    if (why !== null) log.warning(`verify-sample: users could not be compared field by field: ${why}.`);
    log.info(`Read ${asked} users back: ${compared} compared, ${same} as they were sent, ${missing} not found.`);
    if (missing > 0)
      log.warning(
        `verify-sample: ${missing} of ${asked} users were not found, though the tenant had answered that it took them.`,
      );
    const differ = Object.entries(fields)
      .filter(([field]) => field !== 'sub')
      .map(([field, n]) => `${field} (${n})`);
    if (differ.length > 0)
      log.warning(
        `verify-sample: the tenant shows other values than were sent: ${differ.join(', ')}. A field that is disabled in the field setup is skipped silently.`,
      );
  }
}

/** Completes "users could not be compared field by field: …". */
function whyNot(error: unknown, stop: AbortSignal): string {
  if (stop.aborted) return 'the run was stopped before all of them were read';
  if (error instanceof TenantRefused || error instanceof TenantUnavailable)
    return maskTenantMessage(error.message, []).replace(/\.$/, '');
  // Its message may quote what was read.
  return `reading them failed (${error instanceof Error ? error.name : 'unknown'})`;
}

function reasonOf({ why, scope }: Extract<Reading<unknown>, { kind: 'unread' }>): string {
  return scope === null ? why : `${why}; the app would need the scope ${scope} and the role USER_READ`;
}

/** Every row that this run or an earlier attempt settled has the same chance (reservoir sampling, algorithm R). */
function sampleRows({ ledger, clock }: Pick<Ports, 'ledger' | 'clock'>, size: number): number[] {
  const chosen: number[] = [];
  let seen = 0;
  for (const row of ledger.settledRows()) {
    seen++;
    if (chosen.length < size) chosen.push(row);
    else {
      const at = Math.floor(clock.random() * seen);
      if (at < size) chosen[at] = row;
    }
  }
  return chosen.sort((a, b) => a - b);
}

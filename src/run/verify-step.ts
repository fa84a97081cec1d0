import { storedMismatches } from '../compare/stored-mismatch.ts';
import type { VerifiedReport } from '../report/report-data.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import { TenantRefused, TenantUnavailable } from '../tenant/refusal.ts';
import type { Reading } from '../tenant/setup-request.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { UserReader } from '../tenant/user-reader.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { identifiersOf } from '../user/identifiers.ts';
import type { Ports } from './ports.ts';

/** Differing rows that the report lists. */
const MAX_LISTED_ROWS = 100;

/** Whether `verify-sample` asks for users to be read back and the tenant keeps them: the sandbox keeps no user data. */
export function canReadBack({ tenant, verifySample: size }: Settings, log: Log): boolean {
  if (size === 0 || tenant?.kind === 'origin') return size > 0;
  log.notice('verify-sample is skipped in a rehearsal: of each user the sandbox keeps only sub and identifiers.');
  return false;
}

/**
 * Reads `size` random users back that this run created or updated, and compares them field by field with what was sent: values
 * that the tenant skipped silently show up here. Where the app may not read users, it only asks whether they exist.
 *
 * Never fails the run, since the users are already imported: an error or a stop only ends the reading.
 */
export async function verifySample(
  size: number,
  ports: Pick<Ports, 'ledger' | 'log' | 'clock' | 'stop'>,
  { reader, door }: { readonly reader: UserReader; readonly door: TenantDoor },
): Promise<VerifiedReport> {
  const { ledger, log, stop } = ports;
  const sample = new SampleReader(reader, door, stop);
  for (const row of sampleRows(ports, size)) {
    const [sent] = ledger.sentUser(row);
    if (sent !== undefined && !(await sample.read(row, sent))) break;
  }
  const verified = sample.report();
  logVerified(verified, log);
  return verified;
}

/** Reads users back one by one and counts what differs. */
class SampleReader {
  readonly #reader: UserReader;
  readonly #door: TenantDoor;
  readonly #stop: AbortSignal;
  readonly #counts = { asked: 0, compared: 0, same: 0, missing: 0 };
  readonly #fields: { [field: string]: number } = {};
  readonly #rows: { row: number; fields: readonly string[] }[] = [];
  /** Why users could not be compared; null while they can. */
  #unread: string | null = null;
  #mayAsk = true;

  constructor(reader: UserReader, door: TenantDoor, stop: AbortSignal) {
    this.#reader = reader;
    this.#door = door;
    this.#stop = stop;
  }

  report(): VerifiedReport {
    return { ...this.#counts, fields: this.#fields, rows: this.#rows, unread: this.#unread };
  }

  /** Reads the user of a row; false when no more users can be read. */
  async read(row: number, { body, sub }: { readonly body: string; readonly sub: string | null }): Promise<boolean> {
    const user = JSON.parse(body) as CidaasUser;
    let differing: readonly string[] | null;
    try {
      this.#stop.throwIfAborted();
      differing = await this.#differing(sub ?? identifiersOf(user).sub ?? null, user);
    } catch (error) {
      this.#unread ??= whyNot(error, this.#door, this.#stop);
      return false;
    }
    this.#counts.asked++;
    if (differing !== null) this.#note(row, differing);
    return this.#mayAsk;
  }

  #note(row: number, differing: readonly string[]): void {
    if (differing.length === 0) this.#counts.same++;
    else if (this.#rows.length < MAX_LISTED_ROWS) this.#rows.push({ row, fields: differing });
    for (const field of differing) this.#fields[field] = (this.#fields[field] ?? 0) + 1;
  }

  /** The fields that differ, `sub` when the user is missing; null when nothing could be compared. */
  async #differing(sub: string | null, user: CidaasUser): Promise<readonly string[] | null> {
    if (sub !== null && this.#unread === null) {
      const stored = await this.#reader.user(sub, this.#stop);
      if (stored.kind === 'read') {
        this.#counts[stored.value === null ? 'missing' : 'compared']++;
        return stored.value === null ? ['sub'] : storedMismatches(user, stored.value);
      }
      this.#unread = reasonOf(stored);
    }
    return (await this.#isMissing(sub, user)) ? ['sub'] : null;
  }

  async #isMissing(sub: string | null, user: CidaasUser): Promise<boolean> {
    const { email, username, mobile_number } = identifiersOf(user);
    const identifier = sub ?? email ?? username ?? mobile_number;
    if (identifier === undefined) return false;
    const exists = await this.#reader.exists(identifier, this.#stop);
    if (exists.kind === 'unread') {
      // An app that may not ask for one user may ask for none, and a tenant in trouble gets no further requests.
      this.#mayAsk = false;
      this.#unread ??= reasonOf(exists);
      return false;
    }
    if (!exists.value) this.#counts.missing++;
    return !exists.value;
  }
}

function logVerified({ asked, compared, same, missing, fields, unread }: VerifiedReport, log: Log): void {
  if (unread !== null) log.warning(`verify-sample: users could not be compared field by field: ${unread}.`);
  log.info(`Read ${asked} users back: ${compared} compared, ${same} as they were sent, ${missing} not found.`);
  if (missing > 0)
    log.warning(
      `verify-sample: ${missing} of ${asked} users were not found, although the tenant had answered that it accepted them.`,
    );
  const differing = Object.entries(fields)
    .filter(([field]) => field !== 'sub')
    .map(([field, count]) => `${field} (${count})`);
  if (differing.length > 0)
    log.warning(
      `verify-sample: the tenant returned values that differ from those sent: ${differing.join(', ')}. It silently skips fields that are disabled in the field setup.`,
    );
}

/** Completes "users could not be compared field by field: …". */
function whyNot(error: unknown, door: TenantDoor, stop: AbortSignal): string {
  if (stop.aborted) return 'the run was stopped before all of them were read';
  if (error instanceof TenantRefused || error instanceof TenantUnavailable)
    return door.describe({ ...error.error, message: error.text }, []).replace(/\.$/, '');
  // Only the name of the error: its message may quote user data.
  return `reading them failed (${error instanceof Error ? error.name : 'unknown'})`;
}

function reasonOf({ why, scope }: Extract<Reading<unknown>, { kind: 'unread' }>): string {
  return scope === null ? why : `${why}; the app would need the scope ${scope} and the role USER_READ`;
}

/** Chooses among all rows that this run or an earlier attempt settled, with equal chances (reservoir sampling, algorithm R). */
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

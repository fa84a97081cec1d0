import type { Ledger } from '../ledger/ledger.ts';
import { plannedByKey } from '../ledger/rows-by-key.ts';
import { CANARY_PROVES, type CanaryFinding, checkCanary } from '../password/canary.ts';
import type { CanaryLine } from '../password/canary-lines.ts';
import { CanaryWatch } from '../password/canary-watch.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Log } from '../runtime/log.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { keyHash } from '../user/identity-keys.ts';
import { type Draft, saveDraft } from './run-record.ts';

/**
 * Checks the passwords of known accounts against the hashes that would be sent for them, before anything is sent: an import
 * that succeeds and logins that fail afterwards are found out too late. Returns why the run cannot go on, or null.
 */
export async function watchCanary(
  lines: readonly CanaryLine[],
  ledger: Ledger,
  draft: Draft,
  log: Log,
): Promise<EarlyEnd | null> {
  if (lines.length === 0) return null;
  const findings = await checkCanary(watch(lines, ledger));
  const matched = findings.filter(({ outcome }) => outcome === 'matches').length;
  draft.canary = { accounts: lines.length, matched, findings, proves: CANARY_PROVES };
  saveDraft(ledger, draft);
  for (const finding of findings) say(finding, log);
  if (matched > 0) log.info(CANARY_PROVES);
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  if (wrong === 0) return null;
  const what = `The password canary: ${wrong} of ${findings.length} ${findings.length === 1 ? 'check' : 'checks'} failed`;
  return { outcome: 'aborted', message: `${what}. Nothing was sent.` };
}

/** Only the rows that bear one of the identifiers are looked at, however many users there are. */
function watch(lines: readonly CanaryLine[], ledger: Ledger): CanaryWatch {
  const watched = new CanaryWatch(lines);
  const find = plannedByKey(ledger);
  const users = new Map<number, string>();
  for (const { identifier } of lines) {
    for (const key of keysOf(identifier)) for (const { row, body } of find(keyHash(key))) users.set(row, body);
  }
  for (const [row, body] of [...users].sort(([a], [b]) => a - b)) watched.observe(row, JSON.parse(body) as CidaasUser);
  return watched;
}

/** As `identityKeys` makes them of users: an account with a password is the tenant's own. */
function keysOf(identifier: string): string[] {
  const lower = identifier.toLowerCase();
  const names = ['email', 'username', 'mobile_number'].map((kind) => `${kind}:self:${lower}`);
  return [...new Set([`sub:${identifier}`, `sub:${lower}`, ...names])];
}

function say({ severity, message, hint }: CanaryFinding, log: Log): void {
  const sentence = `${message} ${hint}`.trim();
  switch (severity) {
    case 'ok':
      log.info(sentence);
      break;
    case 'warning':
      log.warning(sentence);
      break;
    case 'error':
      log.error(sentence);
      break;
  }
}

import type { Ledger } from '../ledger/ledger.ts';
import { plannedByKey } from '../ledger/rows-by-key.ts';
import { CANARY_PROVES, type CanaryFinding, checkCanary } from '../password/canary.ts';
import type { CanaryLine } from '../password/canary-lines.ts';
import { CanaryWatch } from '../password/canary-watch.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { keyHash } from '../user/identity-keys.ts';
import type { StepResult } from './run-record.ts';

/**
 * Checks the passwords of the accounts in `password-canary` against the hashes that would be sent for them, before anything is
 * sent: after an import that succeeded, logins that fail are noticed too late.
 */
export async function checkCanaryAccounts(
  { canary: lines, sourceSecrets }: Pick<Settings, 'canary' | 'sourceSecrets'>,
  ledger: Ledger,
  log: Log,
  stop: AbortSignal,
): Promise<StepResult> {
  if (lines.length === 0) return { section: {}, earlyEnd: null };
  const findings = await checkCanary(findUsers(lines, ledger), { named: sourceSecrets }, stop);
  const matched = findings.filter(({ outcome }) => outcome === 'matches').length;
  for (const finding of findings) logFinding(finding, log);
  if (matched > 0) log.info(CANARY_PROVES);
  const section = { canary: { accounts: lines.length, matched, findings, proves: CANARY_PROVES } };
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  if (wrong === 0) return { section, earlyEnd: null };
  const what = `The password canary: ${wrong} of ${findings.length} ${findings.length === 1 ? 'check' : 'checks'} failed`;
  return { section, earlyEnd: { outcome: 'aborted', message: `${what}. Nothing was sent.` } };
}

/** Reads only the rows that have one of the identifiers, whatever the size of the plan. */
function findUsers(lines: readonly CanaryLine[], ledger: Ledger): CanaryWatch {
  const watched = new CanaryWatch(lines);
  const find = plannedByKey(ledger);
  const users = new Map<number, string>();
  for (const { identifier } of lines) {
    for (const key of keysOf(identifier)) for (const { row, body } of find(keyHash(key))) users.set(row, body);
  }
  for (const [row, body] of [...users].sort(([a], [b]) => a - b)) watched.observe(row, JSON.parse(body) as CidaasUser);
  return watched;
}

/** The keys that `identityKeys` makes for a user; the provider is `self`, since only such accounts have a password in cidaas. */
function keysOf(identifier: string): string[] {
  const lower = identifier.toLowerCase();
  const names = ['email', 'username', 'mobile_number'].map((kind) => `${kind}:self:${lower}`);
  return [...new Set([`sub:${identifier}`, `sub:${lower}`, ...names])];
}

function logFinding({ severity, message, hint }: CanaryFinding, log: Log): void {
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

import type { Finding, FindingSeverity } from '../check/finding.ts';
import { headerUse, type MappingUse, mappingUse } from '../mapping/file/mapping-use.ts';
import type { CheckReport } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import { isAboutTheWay, TenantRefused, TenantUnavailable } from '../tenant/refusal.ts';
import type { SetupReader } from '../tenant/setup.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { TenantWords } from '../tenant/tenant-words.ts';
import type { RunInput } from './input-step.ts';
import type { Ports } from './ports.ts';
import type { StepResult } from './run-record.ts';
import { collectSetupFindings, scopeFindings } from './setup-findings.ts';

/**
 * Checks the tenant's set-up before anything is sent, and logs what was found. With `check: off` only the token is waited for.
 * Skipped in a rehearsal, where there is no tenant.
 */
export async function checkTenantSetup(
  settings: Settings,
  { ledger, log, stop }: Pick<Ports, 'ledger' | 'log' | 'stop'>,
  { setup, door }: { readonly setup: SetupReader; readonly door: TenantDoor },
  { exported, mapping }: RunInput,
): Promise<StepResult> {
  const mode = settings.mode === 'check' ? 'check' : 'apply';
  if (mode === 'apply' && settings.tenant?.kind === 'sandbox') return { section: {}, earlyEnd: null };
  let check: CheckReport;
  try {
    if (settings.check === 'off') {
      await setup.scopes(stop);
      return { section: {}, earlyEnd: null };
    }
    const use = mapping === null ? useOfHeaders(exported) : mappingUse(mapping.mapping);
    const { missingUsers } = settings;
    const change = missingUsers === 'report' ? null : missingUsers;
    const subject = { ledger: exported === null ? null : ledger, mapping: use, mode, change } as const;
    check = await collectSetupFindings(setup, subject, door, stop);
  } catch (error) {
    return { section: {}, earlyEnd: endWithoutToken(error, door) };
  }
  logFindings(check, settings, log);
  return { section: { check }, earlyEnd: settings.check === 'error' ? endForErrors(check.findings, mode) : null };
}

/** The fields that the columns name. Null when each record has its own field names: JSON without a mapping. */
function useOfHeaders(exported: Export | null): MappingUse | null {
  if (exported === null || exported.files.some(({ columns }) => columns === null)) return null;
  return headerUse(exported.files.flatMap(({ columns }) => columns ?? []));
}

/** Why the run ends without a token. @throws the error itself when it is another one. */
export function endWithoutToken(error: unknown, door: TenantDoor): EarlyEnd {
  if (error instanceof TenantRefused) {
    const message = door.describe({ ...error.error, message: error.text }, []);
    const what = isAboutTheWay(error.error) ? 'Nothing was sent.' : 'The tenant refuses access to this client:';
    return { outcome: 'aborted', message: `${what} ${message} ${error.hint}` };
  }
  if (error instanceof TenantUnavailable) {
    const next = isAboutTheWay(error.error) ? '' : ' Check tenant-url, firewall and proxy, or try again later.';
    const message = `${door.describe({ ...error.error, message: error.text }, [])} Nothing was sent.${next}`;
    return { outcome: 'aborted', message };
  }
  throw error;
}

/**
 * The end of an apply whose token does not name the scope of the import; null when it may go on. In mode check everything else
 * is compared too, so that all problems are named at once.
 */
export function endForScope(scopes: TenantWords | null, settings: Settings, log: Log): StepResult | null {
  if (settings.mode === 'check' || settings.check !== 'error') return null;
  const findings = scopeFindings(scopes).filter(({ severity }) => severity === 'error');
  if (findings.length === 0) return null;
  const check = { checked: ['token', 'scope'], findings };
  logFindings(check, settings, log);
  return { section: { check }, earlyEnd: endForErrors(findings, 'apply') };
}

function endForErrors(findings: readonly Finding[], mode: 'check' | 'apply'): EarlyEnd | null {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return null;
  const what = `The check of the tenant found ${errors} ${errors === 1 ? 'error' : 'errors'}`;
  if (mode === 'check') return { outcome: 'failed', message: `${what}.` };
  const scope = findings.find(({ code, severity }) => code === 'scope.missing' && severity === 'error');
  if (scope !== undefined) {
    const message = `${scope.message} Nothing was sent. ${scope.hint} If the token does not name all scopes that the app has, \`check: warn\` sends the users anyway.`;
    return { outcome: 'aborted', message };
  }
  const message = `${what}: nothing was sent. Fix the tenant or the mapping. \`check: warn\` sends the users anyway, without the values that cidaas skips.`;
  return { outcome: 'aborted', message };
}

/** Findings of one severity that the log shows; the report has all of them. */
const MAX_LOGGED = 5;

function logFindings({ checked, findings }: CheckReport, { mode, check }: Settings, log: Log): void {
  log.info(`Compared with the tenant: ${checked.join(', ')}.`);
  const logAs: { readonly [severity in FindingSeverity]: (message: string) => void } = {
    error: check === 'error' ? log.error : log.warning,
    warning: log.warning,
    // Most apps may only import, so notices are not worth an annotation on every run.
    notice: mode === 'check' ? log.notice : log.info,
  };
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const all = findings.filter((finding) => finding.severity === severity);
    for (const { code, message, hint } of all.slice(0, MAX_LOGGED))
      logAs[severity](`${code}: ${message} ${hint}`.trim());
    const rest = all.length - MAX_LOGGED;
    if (rest > 0) log.info(`… and ${rest} more of this severity; the report lists all of them.`);
  }
}

import type { Finding, FindingSeverity } from '../check/finding.ts';
import { headerUse, type MappingUse, mappingUse } from '../mapping/file/mapping-use.ts';
import { maskTenantMessage } from '../report/mask-message.ts';
import type { CheckReport } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { Export } from '../source/record.ts';
import { TenantRefused, TenantUnavailable } from '../tenant/refusal.ts';
import type { SetupReader } from '../tenant/setup.ts';
import { checkTenant } from './check-tenant.ts';
import type { ChosenMapping } from './chosen-mapping.ts';
import type { Ports } from './ports.ts';
import { type Draft, saveDraft } from './run-record.ts';

/** What is compared with the tenant, and the draft that keeps what was found. */
interface Compared {
  readonly draft: Draft;
  readonly exported: Export | null;
  readonly mapping: ChosenMapping | null;
}

/**
 * Looks at the tenant before anything is sent to it, and says what was found; returns why the run cannot go on, or null. In a
 * rehearsal there is no tenant to look at.
 */
export async function compareWithTenant(
  settings: Settings,
  { ledger, log, stop }: Ports,
  setup: SetupReader,
  { draft, exported, mapping }: Compared,
): Promise<EarlyEnd | null> {
  const mode = settings.mode === 'check' ? 'check' : 'apply';
  if (settings.check === 'off' || (mode === 'apply' && settings.tenant?.kind === 'sandbox')) return null;
  let check: CheckReport;
  try {
    const use = mapping === null ? useOfHeaders(exported) : mappingUse(mapping.mapping);
    check = await checkTenant(setup, { ledger: exported === null ? null : ledger, mapping: use, mode }, stop);
  } catch (error) {
    return withoutToken(error);
  }
  draft.check = check;
  saveDraft(ledger, draft);
  say(check, settings, log);
  return settings.check === 'error' ? objection(check.findings, mode) : null;
}

/** Null when records bring names of their own: JSON without a mapping. */
function useOfHeaders(exported: Export | null): MappingUse | null {
  if (exported === null || exported.files.some(({ columns }) => columns === null)) return null;
  return headerUse(exported.files.flatMap(({ columns }) => columns ?? []));
}

function withoutToken(error: unknown): EarlyEnd {
  if (error instanceof TenantRefused) {
    const message = maskTenantMessage(error.message, []);
    return { outcome: 'aborted', message: `The tenant does not let this client in: ${message} ${error.hint}` };
  }
  if (error instanceof TenantUnavailable) {
    const message = `${maskTenantMessage(error.message, [])} Nothing was sent. Check tenant-url, firewall and proxy, or try again later.`;
    return { outcome: 'aborted', message };
  }
  throw error;
}

function objection(findings: readonly Finding[], mode: 'check' | 'apply'): EarlyEnd | null {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) return null;
  const what = `The check of the tenant found ${errors} ${errors === 1 ? 'error' : 'errors'}`;
  if (mode === 'check') return { outcome: 'failed', message: `${what}.` };
  const message = `${what}: nothing was sent. Correct what it names; \`check: warn\` sends all the same, and loses what cidaas skips.`;
  return { outcome: 'aborted', message };
}

/** More of a kind are told by the report alone. */
const SAID = 5;

function say({ checked, findings }: CheckReport, { mode, check }: Settings, log: Log): void {
  log.info(`Compared with the tenant: ${checked.join(', ')}.`);
  const tell: { readonly [severity in FindingSeverity]: (message: string) => void } = {
    error: check === 'error' ? log.error : log.warning,
    warning: log.warning,
    // Most apps may only import: not worth an annotation on every run.
    notice: mode === 'check' ? log.notice : log.info,
  };
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const all = findings.filter((finding) => finding.severity === severity);
    for (const { code, message, hint } of all.slice(0, SAID)) tell[severity](`${code}: ${message} ${hint}`.trim());
    const rest = all.length - SAID;
    if (rest > 0) log.info(`… and ${rest} more of this kind; the report has them all.`);
  }
}

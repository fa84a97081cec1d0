import { AccountChanges } from '../ledger/account-changes.ts';
import { plannedStatuses } from '../ledger/planned-rows.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Settings } from '../settings/settings.ts';
import { count, counted } from '../text/number-text.ts';
import type { Ports } from './ports.ts';

/**
 * Asks a person before the planned users are sent to a tenant; null when they may be. Nobody is asked about the sandbox, on
 * loopback too: only there `tenant-url` is http.
 */
export async function askBeforeSending(
  { tenant, missingUsers }: Pick<Settings, 'tenant' | 'missingUsers'>,
  { confirm, ledger, stop }: Pick<Ports, 'confirm' | 'ledger' | 'stop'>,
  planDigest: string | null,
): Promise<EarlyEnd | null> {
  if (confirm === null || tenant?.kind !== 'origin' || tenant.origin.startsWith('http:')) return null;
  const statuses = plannedStatuses(ledger);
  const users = statuses.reduce((sum, status) => sum + status.users, 0);
  const missing = new AccountChanges(ledger).totals();
  const lines = [
    '',
    `Tenant:       ${tenant.origin}`,
    `Users:        ${counted(users, 'user')} to create or update`,
    `Status:       ${statuses.map(({ name, users: n }) => `${count(n)} ${name ?? 'without a status'}`).join(' · ')}`,
    ...(missing.planned > 0 ? [`Missing:      ${counted(missing.planned, 'user')} to ${missingUsers}`] : []),
    `Plan digest:  ${planDigest ?? 'none'}`,
    'Send them now? (yes/no) ',
  ];
  if (await confirm(lines.join('\n'), stop)) return null;
  return { outcome: 'cancelled', message: 'The question was not answered with yes: nothing was sent.' };
}

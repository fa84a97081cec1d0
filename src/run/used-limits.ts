import type { ReportHead } from '../report/report-data.ts';
import type { UsedLimit } from '../report/used-limit.ts';
import { allowed, limitText } from '../settings/limit.ts';
import type { Settings } from '../settings/settings.ts';

/** How much of `fail-above` and `abort-above` a run used; empty for a run without rows. */
export function usedLimits(
  { failAbove, abortAbove }: Pick<Settings, 'failAbove' | 'abortAbove'>,
  { mode, totals, missing }: ReportHead,
): UsedLimit[] {
  if (totals.rows === 0) return [];
  const { rows, invalid, failed, unknown } = totals;
  const open = (missing?.failed ?? 0) + (missing?.unknown ?? 0);
  const planned = totals.created + totals.updated + failed + unknown + totals.unsent;
  const abort = limitText(abortAbove);
  return [
    {
      kind: 'failed',
      limit: limitText(failAbove),
      used: invalid + failed + unknown + open,
      allowed: allowed(failAbove, Math.max(rows, missing?.total ?? 0)),
    },
    { kind: 'invalid', limit: abort, used: invalid, allowed: allowed(abortAbove, rows) },
    ...(mode === 'apply' && planned > 0
      ? [{ kind: 'refused', limit: abort, used: failed + unknown, allowed: allowed(abortAbove, planned) } as const]
      : []),
  ];
}

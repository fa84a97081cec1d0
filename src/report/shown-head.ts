import { maskIdentifiers } from './mask.ts';
import type { ChangedUser, IdentifierLevel, ReportHead } from './report-data.ts';

/** The head as a report may show it: the subs of users who are in no row are masked, or left out at `none`. */
export function shownHead(head: ReportHead, level: IdentifierLevel): ReportHead {
  const { delta, missing, undo } = head;
  const shown = (sub: string): string | undefined => maskIdentifiers({ sub }, level).sub;
  const shownUser = (user: ChangedUser): ChangedUser => ({
    ...user,
    sub: user.sub === null ? null : (shown(user.sub) ?? null),
  });
  return {
    ...head,
    delta:
      delta === null
        ? null
        : { ...delta, missing: { ...delta.missing, subs: delta.missing.subs.flatMap((sub) => shown(sub) ?? []) } },
    ...(missing !== undefined && { missing: { ...missing, users: missing.users.map(shownUser) } }),
    ...(undo !== undefined && { undo: { ...undo, users: undo.users.map(shownUser) } }),
  };
}

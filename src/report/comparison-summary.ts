import { affectedUserCount, type FieldChange, type MoveKind, type RowMove } from '../compare/compare.ts';
import { CASE_ONLY } from '../compare/value-change.ts';
import { count, counted } from '../text/number-text.ts';
import type { Comparison } from './comparison.ts';

/** A comparison of two mappings in sentences; plain text, not escaped. */
export interface ComparisonSummary {
  /** How much changes, in one sentence. */
  readonly headline: string;
  /** Changes that can lock people out or give them a second account. */
  readonly alerts: readonly string[];
}

/** Sums a comparison up in sentences. */
export function summarizeComparison(comparison: Comparison): ComparisonSummary {
  const { base, problems, rows } = comparison;
  if (problems.length > 0) return { headline: `Not compared with ${base.name}: ${problems.join(' ')}`, alerts: [] };
  if (rows.changed + rows.moved === 0) {
    const headline = `Compared with ${base.name}, nothing changes: every row keeps its outcome and every user is sent as before.`;
    return { headline, alerts: [] };
  }
  const parts = [...changedUsers(comparison), ...moved(comparison.moves)];
  const same = rows.same === 0 ? '' : ` ${counted(rows.same, 'row stays', 'rows stay')} the same.`;
  return { headline: `Compared with ${base.name}: ${parts.join(', ')}.${same}`, alerts: alerts(comparison) };
}

function changedUsers({ rows: { changed } }: Comparison): string[] {
  return changed === 0 ? [] : [`${counted(changed, 'user is', 'users are')} sent differently`];
}

const KINDS: { readonly [kind in MoveKind]: string } = {
  'newly invalid': 'newly invalid',
  'newly valid': 'newly valid',
  'newly skipped': 'newly skipped',
  'no longer skipped': 'no longer skipped',
  'newly duplicate': 'newly a duplicate',
  'no longer duplicate': 'no longer a duplicate',
  'another reason': 'left out for another reason',
  'newly read': 'newly read',
  'no longer read': 'no longer read',
};

function moved(moves: readonly RowMove[]): string[] {
  return Object.entries(KINDS).flatMap(([kind, words]) => {
    const rows = rowsOf(moves, kind);
    return rows === 0 ? [] : [`${counted(rows, 'row is', 'rows are')} ${words}`];
  });
}

function rowsOf(moves: readonly RowMove[], kind: string): number {
  return moves.reduce((sum, move) => (move.kind === kind ? sum + move.rows : sum), 0);
}

const IDENTIFIER = /(?:^|\.)(?:email|username|mobile_number)$/;

function alerts({ fields, moves }: Comparison): string[] {
  const maxUsers = (pattern: RegExp, how: (change: FieldChange) => number = affectedUserCount): number =>
    Math.max(0, ...fields.filter(({ field }) => pattern.test(field)).map(how));
  const found: [number, (users: string) => string][] = [
    [
      maxUsers(/(?:^|\.)sub$/, ({ changed, removed }) => changed + removed),
      (users) =>
        `The sub of ${users} changes: cidaas treats them as new people, and the accounts with the old sub remain.`,
    ],
    [
      maxUsers(/^password_hash_info\.passwordHash$/, ({ removed }) => removed),
      (users) => `The password of ${users} is no longer sent: they cannot log in with it.`,
    ],
    [
      maxUsers(/^password_hash_info\./, ({ changed, added }) => changed + added),
      (users) => `The password of ${users} is sent differently: test the login of some of them before you send all.`,
    ],
    [
      maxUsers(IDENTIFIER, ({ changed, removed, ways }) => changed + removed - (ways[CASE_ONLY] ?? 0)),
      (users) =>
        `An identifier (e-mail address, user name or mobile number) of ${users} changes: they must log in with the new one.`,
    ],
    [maxUsers(/^userStatus$/), (users) => `The status of ${users} changes: it decides whether they can log in.`],
  ];
  const sentences = found.flatMap(([number, sentence]) => (number === 0 ? [] : [sentence(counted(number, 'user'))]));
  const lost = rowsOf(
    moves.filter(({ from }) => from?.outcome === 'planned'),
    'newly invalid',
  );
  if (lost === 0) return sentences;
  const rows = counted(lost, 'row that would have been sent before is', 'rows that would have been sent before are');
  return [...sentences, `${rows} now invalid.`];
}

/** How a field changes: `12 changed (9 only accents), 3 now sent`. */
export function changeText({ added, removed, changed, ways }: FieldChange): string {
  const how = Object.entries(ways).map(([way, users]) => (users === changed ? way : `${count(users)} ${way}`));
  const parts: readonly (readonly [number, string])[] = [
    [changed, how.length === 0 ? 'changed' : `changed (${how.slice(0, MAX_WAYS).join(', ')})`],
    [added, 'now sent'],
    [removed, 'no longer sent'],
  ];
  return parts
    .filter(([users]) => users > 0)
    .map(([users, what]) => `${count(users)} ${what}`)
    .join(', ');
}

const MAX_WAYS = 3;

import { affectedUserCount, type FieldChange, type MoveKind, type RowMove } from '../compare/compare.ts';
import { CASE_ONLY } from '../compare/value-change.ts';
import { count, counted } from '../text/number-text.ts';
import type { Comparison } from './comparison.ts';

/** The sentences that a reviewer reads first; plain text, not escaped. */
export interface ComparisonStory {
  /** What changes at all. */
  readonly headline: string;
  /** What must not be overlooked: each can lock people out or give them a second account. */
  readonly alerts: readonly string[];
}

/** Tells a comparison in sentences. */
export function comparisonStory(comparison: Comparison): ComparisonStory {
  const { base, problems, rows } = comparison;
  if (problems.length > 0) return { headline: `Not compared with ${base.name}: ${problems.join(' ')}`, alerts: [] };
  if (rows.changed + rows.moved === 0) {
    const headline = `Compared with ${base.name}, nothing changes: every row ends as before and every user is sent as before.`;
    return { headline, alerts: [] };
  }
  const parts = [...changedUsers(comparison), ...moved(comparison.moves)];
  const same = rows.same === 0 ? '' : ` ${counted(rows.same, 'row stays', 'rows stay')} as before.`;
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
  'newly read': 'read that were not',
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
  const users = (pattern: RegExp, how: (change: FieldChange) => number = affectedUserCount): number =>
    Math.max(0, ...fields.filter(({ field }) => pattern.test(field)).map(how));
  const found: [number, (users: string) => string][] = [
    [
      users(/(?:^|\.)sub$/, ({ changed, removed }) => changed + removed),
      (who) => `The sub of ${who} changes: to cidaas they are other people, and accounts under the old sub stay.`,
    ],
    [
      users(/^password_hash_info\.passwordHash$/, ({ removed }) => removed),
      (who) => `The password of ${who} is no longer sent: they cannot log in with it.`,
    ],
    [
      users(/^password_hash_info\./, ({ changed, added }) => changed + added),
      (who) => `The password of ${who} is sent differently: try to log in as some of them before all are sent.`,
    ],
    [
      users(IDENTIFIER, ({ changed, removed, ways }) => changed + removed - (ways[CASE_ONLY] ?? 0)),
      (who) =>
        `An identifier (e-mail address, user name or mobile number) of ${who} changes: they log in with another one.`,
    ],
    [users(/^userStatus$/), (who) => `The status of ${who} changes: it decides whether they can log in.`],
  ];
  const said = found.flatMap(([number, sentence]) => (number === 0 ? [] : [sentence(counted(number, 'user'))]));
  const lost = rowsOf(
    moves.filter(({ from }) => from?.outcome === 'planned'),
    'newly invalid',
  );
  return lost === 0 ? said : [...said, `${counted(lost, 'row')} that would be sent before would not be sent any more.`];
}

/** `12 changed (9 only accents), 3 now sent`. */
export function changeText({ added, removed, changed, ways }: FieldChange): string {
  const how = Object.entries(ways).map(([way, users]) => (users === changed ? way : `${count(users)} ${way}`));
  const parts: readonly (readonly [number, string])[] = [
    [changed, how.length === 0 ? 'changed' : `changed (${how.slice(0, WAYS).join(', ')})`],
    [added, 'now sent'],
    [removed, 'no longer sent'],
  ];
  return parts
    .filter(([users]) => users > 0)
    .map(([users, what]) => `${count(users)} ${what}`)
    .join(', ');
}

const WAYS = 3;

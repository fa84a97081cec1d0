import { affectedUserCount, type FieldChange, type MoveKind, type RowMove } from '../compare/compare.ts';
import { CASE_ONLY } from '../compare/value-change.ts';
import type { Comparison } from './comparison.ts';
import type { Words } from './language/words.ts';

/** A comparison of two mappings in sentences; plain text, not escaped. */
export interface ComparisonSummary {
  /** How much changes, in one sentence. */
  readonly headline: string;
  /** Changes that can lock people out or give them a second account. */
  readonly alerts: readonly string[];
}

/** Sums a comparison up in sentences. */
export function summarizeComparison(comparison: Comparison, words: Words): ComparisonSummary {
  const { base, problems, rows } = comparison;
  const { name } = base;
  if (problems.length > 0)
    return { headline: words.text('compared.not', { name, why: problems.join(' ') }), alerts: [] };
  if (rows.changed + rows.moved === 0) return { headline: words.text('compared.nothing', { name }), alerts: [] };
  const parts = [...changedUsers(comparison, words), ...moved(comparison.moves, words)];
  const same = rows.same === 0 ? '' : words.text('compared.same', { n: rows.same });
  const headline = `${words.text('compared.with', { name, parts: parts.join(', ') })}${same}`;
  return { headline, alerts: alerts(comparison, words) };
}

function changedUsers({ rows: { changed } }: Comparison, words: Words): string[] {
  return changed === 0 ? [] : [words.text('compared.differently', { n: changed })];
}

const KINDS = [
  'newly invalid',
  'newly valid',
  'newly skipped',
  'no longer skipped',
  'newly duplicate',
  'no longer duplicate',
  'another reason',
  'newly read',
  'no longer read',
] as const satisfies readonly MoveKind[];

function moved(moves: readonly RowMove[], words: Words): string[] {
  return KINDS.flatMap((kind) => {
    const n = rowsOf(moves, kind);
    return n === 0 ? [] : [words.text(`moved.${kind}`, { n })];
  });
}

function rowsOf(moves: readonly RowMove[], kind: MoveKind): number {
  return moves.reduce((sum, move) => (move.kind === kind ? sum + move.rows : sum), 0);
}

const IDENTIFIER = /(?:^|\.)(?:email|username|mobile_number)$/;

function alerts({ fields, moves }: Comparison, words: Words): string[] {
  const maxUsers = (pattern: RegExp, how: (change: FieldChange) => number = affectedUserCount): number =>
    Math.max(0, ...fields.filter(({ field }) => pattern.test(field)).map(how));
  const lost = rowsOf(
    moves.filter(({ from }) => from?.outcome === 'planned'),
    'newly invalid',
  );
  const found = [
    [maxUsers(/(?:^|\.)sub$/, ({ changed, removed }) => changed + removed), 'alert.sub'],
    [maxUsers(/^password_hash_info\.passwordHash$/, ({ removed }) => removed), 'alert.no-password'],
    [maxUsers(/^password_hash_info\./, ({ changed, added }) => changed + added), 'alert.password'],
    [
      maxUsers(IDENTIFIER, ({ changed, removed, ways }) => changed + removed - (ways[CASE_ONLY] ?? 0)),
      'alert.identifier',
    ],
    [maxUsers(/^userStatus$/), 'alert.status'],
    [lost, 'alert.lost'],
  ] as const;
  return found.flatMap(([n, key]) => (n === 0 ? [] : [words.text(key, { n })]));
}

/** How a field changes: `12 changed (9 only accents), 3 now sent`. */
export function changeText({ added, removed, changed, ways }: FieldChange, words: Words): string {
  const how = Object.entries(ways).map(([way, users]) => (users === changed ? way : `${words.count(users)} ${way}`));
  const changes =
    how.length === 0
      ? words.text('compared.changed', { users: changed })
      : words.text('compared.changed-how', { users: changed, how: how.slice(0, MAX_WAYS).join(', ') });
  return [
    ...(changed > 0 ? [changes] : []),
    ...(added > 0 ? [words.text('compared.added', { users: added })] : []),
    ...(removed > 0 ? [words.text('compared.removed', { users: removed })] : []),
  ].join(', ');
}

const MAX_WAYS = 3;

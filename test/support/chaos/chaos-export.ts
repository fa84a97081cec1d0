import { mulberry32, pickOne, type Random, randomInteger, seedFor, shuffled } from '../../../src/runtime/random.ts';
import type { CidaasUser } from '../../../src/user/cidaas-user.ts';
import { COMPRESSIONS, compressed, csvText, type WrittenCompression } from '../export-text.ts';
import { chaosUser, type UserStyle } from './chaos-users.ts';

/** A row of an export with what must become of it when nothing goes wrong any more. */
export interface ChaosRow {
  /** Names the user across attempts, however its row moves or changes. */
  readonly key: string;
  readonly user: CidaasUser;
  readonly end: 'stored' | 'failed' | 'invalid' | 'duplicate' | 'skipped';
}

/** Whether the tenant never takes a user. */
export type Refuses = (user: CidaasUser) => boolean;

export interface ExportPlan {
  /** Users that bear cidaas's names, or the customers of the demo's shop with its mapping. */
  readonly kind: 'users' | 'shop';
  readonly users: number;
  readonly format: 'ndjson' | 'json' | 'csv';
  readonly compression: WrittenCompression;
  readonly style: UserStyle;
  /** Share of rows that cannot be sent. */
  readonly invalid: number;
  /** Share of rows that repeat another. */
  readonly duplicate: number;
}

/** The rows as the legacy system exports them first. */
export function chaosRows(seed: number, plan: ExportPlan, refuses: Refuses): ChaosRow[] {
  const random = mulberry32(seedFor(seed, 'export'));
  const rows: ChaosRow[] = [];
  for (let n = 1; n <= plan.users; n++) {
    const user = chaosUser(random, n, plan.style);
    const draw = random();
    const copied = rows.length === 0 ? undefined : rows[randomInteger(random, 0, rows.length - 1)];
    if (draw < plan.invalid) rows.push({ key: `user ${n}`, user: broken(random, user), end: 'invalid' });
    else if (draw < plan.invalid + plan.duplicate && copied !== undefined && copied.end !== 'invalid')
      rows.push({ ...copied, end: 'duplicate' });
    else rows.push({ key: `user ${n}`, user, end: refuses(user) ? 'failed' : 'stored' });
  }
  return rows;
}

/** What happened to the export between two attempts: rows moved, and some of them changed. */
export function laterExport(random: Random, rows: readonly ChaosRow[], change: number): ChaosRow[] {
  const changed = new Map<string, CidaasUser>();
  for (const { key, user, end } of rows) {
    if (end === 'invalid' || changed.has(key) || random() >= change) continue;
    changed.set(key, withName(user, `Changed ${randomInteger(random, 1, 1_000_000)}`));
  }
  const seen = new Set<string>();
  return shuffled(random, rows).map(({ key, user, end }) => {
    const isFirst = !seen.has(key);
    seen.add(key);
    const of = rows.find((row) => row.key === key && row.end !== 'duplicate')?.end ?? end;
    return { key, user: changed.get(key) ?? user, end: of === 'invalid' || isFirst ? of : 'duplicate' };
  });
}

export interface ChaosFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export function exportFile(rows: readonly ChaosRow[], { format, compression }: ExportPlan): ChaosFile {
  const users = rows.map(({ user }) => user);
  const text = textOf(users, format);
  return { name: `users.${format}${COMPRESSIONS[compression]}`, bytes: compressed(Buffer.from(text), compression) };
}

function textOf(users: readonly CidaasUser[], format: ExportPlan['format']): string {
  switch (format) {
    case 'ndjson':
      return users.map((user) => `${JSON.stringify(user)}\n`).join('');
    case 'json':
      return JSON.stringify(users, null, 1);
    case 'csv':
      return csvText(users, ';');
  }
}

function broken(random: Random, user: CidaasUser): CidaasUser {
  const wrong = pickOne<CidaasUser>(random, [
    { email: 'no address' },
    { birthdate: '1980-02-30' },
    { userStatus: 'UNHEARD_OF' },
  ]);
  const { identities, ...flat } = user;
  return { ...flat, ...identities?.[0], ...wrong };
}

function withName(user: CidaasUser, given_name: string): CidaasUser {
  const [first, ...others] = user.identities ?? [];
  return first === undefined ? { ...user, given_name } : { ...user, identities: [{ ...first, given_name }, ...others] };
}

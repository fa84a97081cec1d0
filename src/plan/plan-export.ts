import { createHash } from 'node:crypto';
import type { Mapped, RecordMapper } from '../mapping/mapped.ts';
import type { Duplicates } from '../mapping/mapping.ts';
import { breath } from '../runtime/breath.ts';
import type { Export, Problem, SourceRecord } from '../source/record.ts';
import type { CidaasUser, Identifiers } from '../user/cidaas-user.ts';
import { identifiersOf } from '../user/identifiers.ts';
import { identityKeys, keyHash, subOf } from '../user/identity-keys.ts';
import { type ArrivalCounts, Arrivals } from './arrivals.ts';
import { cleanUser } from './clean-user.ts';
import { type Claims, decideDuplicate } from './duplicates.ts';
import { ListPages } from './incomplete-export.ts';
import { type LeftOutValue, LeftOutValues } from './left-out-values.ts';
import { type PasswordCount, PasswordCounts } from './password-counts.ts';
import { PROBLEM_CODES } from './problem-codes.ts';
import type { PlannedRow } from './row.ts';
import { type FirstWarning, RowWarnings } from './row-warnings.ts';
import type { RulePolicy } from './rule-policy.ts';
import type { SampleRows } from './sample-rows.ts';
import { type StatusCount, StatusCounts } from './status-counts.ts';

/** Receives the plan while it is made; implemented by the ledger. */
export interface PlanSink {
  /** Writes the decisions for one chunk of rows, in row order. */
  add(rows: readonly PlannedRow[]): void;
  /**
   * The planned rows that may share an identity key with another row, in order of precedence and in chunks; called once.
   */
  duplicateCandidates(
    order: 'first' | 'last',
  ): AsyncIterable<readonly { readonly row: number; readonly body: string }[]>;
  readonly claims: Claims;
  /** Excludes a planned row. */
  exclude(row: number, outcome: 'duplicate' | 'invalid', other: number, why: Problem): void;
  /** Runs `work` in one transaction. */
  transaction(work: () => void): void;
}

export interface PlanOptions {
  readonly exported: Export;
  /** The mapper for each file of the export, by its index. */
  readonly mappers: readonly RecordMapper[];
  readonly validate: (user: CidaasUser) => { errors: readonly Problem[]; warnings: readonly Problem[] };
  /** Severities of warnings that do not come from a rule. */
  readonly severities?: RulePolicy['severities'];
  /** Whether hashes count that the mapping puts into `password_hash_info` itself. */
  readonly countDeclaredHashes?: boolean;
  /** Which of several rows with the same user is imported; `error`: the first, and the others are invalid. */
  readonly duplicates?: Duplicates;
  readonly sink: PlanSink;
  /** Chooses rows that a reviewer sees as a whole; absent or null where nobody does. */
  readonly samples?: SampleRows | null;
  /** Fingerprint of the JSON text of a user, stored with its row; null when no state is kept. */
  readonly fingerprint: ((body: string) => string) | null;
  /** Called after each chunk with the rows read so far. */
  readonly onProgress: (rows: number) => void;
  readonly signal: AbortSignal;
}

export interface PlannedExport {
  readonly rows: number;
  /** Rows with each warning, by code. */
  readonly warnings: { readonly [code: string]: number };
  /** The first rows with each warning, by code. */
  readonly firstWarnings: { readonly [code: string]: readonly FirstWarning[] };
  /** Users by the form in which their hashes are sent, including duplicates; empty if no hashes are recognised. */
  readonly passwords: readonly PasswordCount[];
  /** Why the export holds fewer users than exist, as a sentence without its period; null when nothing in it says so. */
  readonly incomplete: string | null;
  /** Users by status and by the rule that gives it, including duplicates. */
  readonly statuses: readonly StatusCount[];
  /** Values of these users that were not imported as they are in the source. */
  readonly leftOut: readonly LeftOutValue[];
  /** What the users of the plan bring, without duplicates. */
  readonly arrivals: ArrivalCounts;
  /** SHA-256 (hex) over the planned users and the excluded rows: the `users` part of the digest. */
  readonly users: string;
}

/**
 * Decides every row of the export before anything is sent: maps, validates and stores each row, then finds duplicates and
 * conflicts. Memory does not grow with the export: everything that must be kept goes to the sink.
 *
 * @throws InputError when the export turns out to be broken.
 */
export async function planExport(options: PlanOptions): Promise<PlannedExport> {
  const { exported, mappers, sink, onProgress, signal, duplicates = 'first' } = options;
  const warnings = new RowWarnings(exported.files.map(({ name }) => name));
  const counts = {
    warnings,
    passwords: new PasswordCounts(),
    statuses: new StatusCounts(),
    leftOut: new LeftOutValues(),
    arrivals: new Arrivals(),
    samples: options.samples ?? null,
  };
  const users = createHash('sha256');
  const pages = new ListPages(exported.files);
  const breathe = breath(signal);
  let rows = 0;
  for await (const chunk of exported.records(pages.add)) {
    signal.throwIfAborted();
    const planned: PlannedRow[] = [];
    let bodies = '';
    const [first] = chunk;
    if (first === undefined) continue;
    const mapper = mappers[first.file];
    if (mapper === undefined) throw new Error(`file ${first.file} of the export has no mapper`);
    if (mapper.prepare !== null) await mapper.prepare(chunk);
    for (const record of chunk) {
      const pause = breathe();
      if (pause !== undefined) await pause;
      const decided = decideRow(record, mapper(record), options, counts);
      planned.push(decided);
      if (decided.body !== undefined) bodies += `${decided.body}\n`;
    }
    users.update(bodies);
    sink.add(planned);
    rows += chunk.length;
    onProgress(rows);
  }
  const settle = ({ row, body }: { readonly row: number; readonly body: string }): void => {
    const user = JSON.parse(body) as CidaasUser;
    const verdict = decideDuplicate(row, user, sink.claims);
    if (verdict.kind === 'counts') return;
    counts.arrivals.remove(user);
    users.update(`${verdict.kind} ${row}\n`);
    if (verdict.kind === 'duplicate')
      sink.exclude(row, duplicates === 'error' ? 'invalid' : 'duplicate', verdict.of, verdict.why);
    else sink.exclude(row, 'invalid', verdict.with, verdict.why);
  };
  for await (const members of sink.duplicateCandidates(duplicates === 'last' ? 'last' : 'first')) {
    signal.throwIfAborted();
    sink.transaction(() => members.forEach(settle));
  }
  const incomplete = pages.missing(rows);
  return {
    rows,
    warnings: warnings.counts(),
    firstWarnings: warnings.first(),
    incomplete,
    passwords: counts.passwords.list(),
    statuses: counts.statuses.list(),
    leftOut: counts.leftOut.list(),
    arrivals: counts.arrivals.list(),
    users: users.digest('hex'),
  };
}

/** What is counted over all users while they are planned. */
interface Counts {
  readonly warnings: RowWarnings;
  readonly passwords: PasswordCounts;
  readonly statuses: StatusCounts;
  readonly leftOut: LeftOutValues;
  readonly arrivals: Arrivals;
  readonly samples: SampleRows | null;
}

/** What the decision about a row depends on. */
export type RowRules = Pick<PlanOptions, 'validate' | 'severities' | 'fingerprint' | 'countDeclaredHashes'>;

/** Decides one row by itself, as if there were no others. `mapped`: what the mapping made of its record. */
export function decideRow(
  record: SourceRecord,
  mapped: Mapped,
  { validate, severities, fingerprint, countDeclaredHashes = false }: RowRules,
  counts: Counts | null,
): PlannedRow {
  const { row, file, line } = record;
  switch (mapped.kind) {
    case 'skipped': {
      const reason = { code: 'skipped', field: null, message: mapped.reason, hint: '' };
      return { row, file, line, outcome: 'skipped', reason, identifiers: mapped.identifiers };
    }
    case 'invalid':
      return invalid(record, mapped.problems, mapped.identifiers);
    case 'user': {
      const { user, removed } = cleanUser(mapped.user);
      const found = validate(user);
      const missingSub = subOf(user) === undefined ? (severities?.get('sub.missing') ?? 'warn') : 'off';
      const removal = severities?.get('text.invisible') ?? 'warn';
      const errors = [
        ...found.errors,
        ...(missingSub === 'error' ? [SUB_MISSING] : []),
        ...(removal === 'error' ? removed : []),
      ];
      if (errors.length > 0) return invalid(record, errors, identifiersOf(user));
      const keys = identityKeys(user);
      const places = removal === 'warn' ? [...mapped.warnings, ...removed] : mapped.warnings;
      const warnings = [...places, ...found.warnings, ...(missingSub === 'warn' ? [SUB_MISSING] : [])];
      if (mapped.password !== null) counts?.passwords.add(mapped.password);
      else if (countDeclaredHashes && user.password_hash_info) counts?.passwords.addDeclared(user.password_hash_info);
      counts?.statuses.add(mapped.status);
      counts?.leftOut.add(row, places);
      counts?.warnings.add(record, warnings);
      counts?.arrivals.add(user);
      counts?.samples?.add(record, warnings.length, user.userStatus ?? 'VERIFIED');
      const body = JSON.stringify(user);
      const stored = {
        body,
        fingerprint: fingerprint?.(body) ?? null,
        keys: keys.map(keyHash),
        identifiers: identifiersOf(user),
      };
      return { row, file, line, outcome: 'planned', warnings, ...stored };
    }
  }
}

const SUB_MISSING: Problem = {
  code: 'sub.missing',
  field: 'sub',
  message: PROBLEM_CODES['sub.missing'].meaning,
  hint: PROBLEM_CODES['sub.missing'].hint,
};

/** A row has one reason in the report; its message lists the other problems, so that all can be corrected at once. */
function invalid(
  { row, file, line }: SourceRecord,
  problems: readonly Problem[],
  identifiers: Identifiers,
): PlannedRow {
  const [first, ...others] = problems;
  if (first === undefined) throw new Error(`row ${row} is invalid without a problem`);
  const also = [...new Set(others.map(({ code, field }) => (field === null ? code : `${field}: ${code}`)))].join(', ');
  const reason = also === '' ? first : { ...first, message: `${first.message} Also: ${also}.` };
  return { row, file, line, outcome: 'invalid', reason, identifiers };
}

import { type AlgorithmName, algorithmOf } from './algorithm.ts';
import type { CanaryLine } from './canary-lines.ts';
import type { CanaryRow, CanaryWatch } from './canary-watch.ts';
import { readHashInfo } from './hash-info.ts';
import { likelyCause } from './likely-cause.ts';
import { MissingSecret, UncheckableHash } from './uncheckable-hash.ts';
import { type SourceSecrets, verifyHash } from './verify.ts';

/** What a canary proves, for people. */
export const CANARY_PROVES =
  'This proves how the hashes of the export are read here. Only a login on the tenant proves that cidaas reads them the same way.';

/** The result for one account of the canary. Contains no identifier, password or hash. */
export interface CanaryFinding {
  /** 1-based line of the canary. */
  readonly line: number;
  /** Row of the export; null when there is none. */
  readonly row: number | null;
  readonly outcome: 'matches' | 'mismatch' | 'no-user' | 'no-password' | 'uncheckable';
  /** `error` must stop the run, `warning` means that nothing was proved, `ok` that the password matches. */
  readonly severity: 'ok' | 'warning' | 'error';
  /** The `algorithmTypeId` that would be sent; null without a password. */
  readonly sentAs: string | null;
  /** The algorithm of the hash that matches or does not; null when none was checked. */
  readonly algorithm: AlgorithmName | null;
  /** One sentence. */
  readonly message: string;
  /** One sentence; empty when there is nothing to do. */
  readonly hint: string;
}

/** Checks the passwords of the canary against what would be sent for these users. Slow on purpose: password hashes are. */
export async function checkCanary(
  watch: CanaryWatch,
  secrets: SourceSecrets = {},
  stop?: AbortSignal,
): Promise<readonly CanaryFinding[]> {
  const findings: CanaryFinding[] = [];
  for (const line of watch.lines) {
    const rows = watch.rowsOf(line);
    if (rows.length === 0) findings.push(noUser(line));
    for (const row of rows) {
      stop?.throwIfAborted();
      findings.push(await checkRow(line, row, secrets));
    }
  }
  return findings;
}

function noUser({ line }: CanaryLine): CanaryFinding {
  return {
    line,
    row: null,
    outcome: 'no-user',
    severity: 'error',
    sentAs: null,
    algorithm: null,
    message: `Canary line ${line}: no user that would be sent has this identifier.`,
    hint: 'Use the sub, e-mail address, user name or mobile number of a valid row, as the mapping produces it.',
  };
}

async function checkRow(
  { line, password }: CanaryLine,
  { row, info }: CanaryRow,
  secrets: SourceSecrets,
): Promise<CanaryFinding> {
  const where = `Canary line ${line}, row ${row}`;
  const base = { line, row, sentAs: info?.algorithmTypeId ?? null } as const;
  const finding = (
    outcome: CanaryFinding['outcome'],
    severity: CanaryFinding['severity'],
    message: string,
    hint = '',
    algorithm: AlgorithmName | null = null,
  ): CanaryFinding => ({ ...base, algorithm, outcome, severity, message: `${where}: ${message}`, hint });
  if (info === null)
    return finding(
      'no-password',
      'error',
      'the user would be sent without a password.',
      'Map the password hash, or use another account for the canary.',
    );
  const readings = readHashInfo(info);
  const [first] = readings;
  if (first === undefined)
    return finding(
      'uncheckable',
      'warning',
      'the hash that would be sent for this user cannot be read here; only the tenant or its verifier can check it.',
      'Log in as this user on a test tenant.',
    );
  try {
    for (const { hash, assumed } of readings) {
      if (!(await password.lendTo((plaintext) => verifyHash(hash, plaintext, secrets)))) continue;
      const provided = assumed === null ? '' : `, provided that ${assumed}`;
      const algorithm = algorithmOf(hash);
      return finding('matches', 'ok', `the password matches (${algorithm})${provided}.`, '', algorithm);
    }
    const cause = await password.lendTo((plaintext) => likelyCause(first.hash, plaintext, secrets));
    return finding(
      'mismatch',
      'error',
      `the password does not match the hash (${algorithmOf(first.hash)}).${cause === null ? '' : ` It would match if ${cause}.`}`,
      cause === null
        ? 'Check the password, the column of the hash and the declared algorithm; no other reading that was tried matches.'
        : 'Correct the mapping, or the account of the canary.',
      algorithmOf(first.hash),
    );
  } catch (error) {
    if (!(error instanceof UncheckableHash)) throw error;
    return finding(
      'uncheckable',
      'warning',
      `the hash cannot be checked here: ${error.message}.`,
      error instanceof MissingSecret
        ? 'Add it to `password-secrets`, or log in as this user on a test tenant.'
        : 'Log in as this user on a test tenant.',
    );
  }
}

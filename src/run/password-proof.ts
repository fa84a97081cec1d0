import type { Ledger } from '../ledger/ledger.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { CanaryFinding } from '../password/canary.ts';
import { type PasswordCount, passwordSentence } from '../plan/password-counts.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';

const DOUBT =
  'nothing in these hashes shows whether the source hashed the password itself or something made of it (another hash, a pepper)';

const DECLARED = 'only the mapping says how these hashes were made';

/** What is known of the hashes that cidaas is to check itself. */
interface PasswordProof {
  /** Each form with a sentence about its proof. */
  readonly counts: readonly PasswordCount[];
  /** Forms whose algorithm nothing proves, and which the mapping does not accept. */
  readonly open: readonly PasswordCount[];
}

/**
 * Says of each form in which hashes are sent whether anything proves how they were made: the source, which the mapping names, or
 * an account of the canary whose hash has the same form. One such account proves its algorithm, with whatever parameters.
 */
export function provePasswords(
  counts: readonly PasswordCount[],
  findings: readonly CanaryFinding[],
  mapping: Mapping | null,
): PasswordProof {
  const unproven = mapping?.unproven ?? 'none';
  const matched = new Set(
    findings.filter(({ outcome }) => outcome === 'matches').map(({ sentAs, algorithm }) => formKey(sentAs, algorithm)),
  );
  const isProved = ({ unproven: needsProof, sentAs, algorithm }: PasswordCount): boolean =>
    needsProof === true && matched.has(formKey(sentAs, algorithm));
  const proved = new Set(counts.filter(isProved).map(({ algorithm }) => algorithm));
  return {
    counts: counts.map((count) => {
      const { unproven: needsProof, ...rest } = count;
      if (needsProof === undefined || unproven === 'none') return rest;
      if (isProved(count)) return { ...rest, sureness: `${rest.sureness} An account of the canary matches.` };
      const accepted = unproven === 'accept' ? ', and accepted by the mapping' : '';
      return { ...count, sureness: `${count.sureness} Unproven${accepted}: ${doubtOf(count)}.` };
    }),
    open:
      unproven === 'canary' ? counts.filter((count) => count.unproven === true && !proved.has(count.algorithm)) : [],
  };
}

/** All algorithms of a verifier have one id. */
function formKey(sentAs: string | null, algorithm: string | null): string {
  return sentAs?.startsWith('CUSTOM') ? `${sentAs} ${algorithm}` : `${sentAs}`;
}

function doubtOf({ sentAs }: PasswordCount): string {
  return sentAs.startsWith('CUSTOM') ? DECLARED : DOUBT;
}

/** Not in the log of a delta, which sends few of these users; the report has it. */
export function logPasswords(counts: readonly PasswordCount[], { sync }: Settings, log: Log): void {
  if (sync === 'full') for (const count of counts) log.info(passwordSentence(count));
}

/**
 * Ends a run that would send hashes of which nothing proves how they were made: after such an import nobody may be able to log in, and
 * the run would not show it. A plan and a rehearsal only warn, since they need no secrets.
 */
export function refuseUnproven(
  { open }: PasswordProof,
  { mode, tenant, sync }: Settings,
  ledger: Ledger,
  log: Log,
): EarlyEnd | null {
  if (open.length === 0 || ledger.totals().planned === 0) return null;
  const users = open.reduce((sum, count) => sum + count.users, 0);
  const algorithms = [...new Set(open.map(({ algorithm }) => algorithm))].join(' and ');
  const what = `The passwords of ${users} ${users === 1 ? 'user' : 'users'} (${algorithms}) are unproven`;
  const remedy = `give \`password-canary\` an account with a known password for ${algorithms}, or accept the risk in the mapping with \`password: { unproven: accept }\``;
  const doubt = [...new Set(open.map(doubtOf))].join(', and ');
  if (mode === 'apply' && tenant?.kind !== 'sandbox')
    return { outcome: 'aborted', message: `${what}: ${doubt}. Nothing was sent: ${remedy}.` };
  // The log of a full sync has the reason in the line about these passwords.
  const why = sync === 'full' ? '' : `: ${doubt}`;
  log.warning(`${what}${why}. An apply sends nothing until you ${remedy}.`);
  return null;
}

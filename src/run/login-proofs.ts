import type { PasswordForm } from '../ledger/password-forms.ts';
import type { CanaryFinding } from '../password/canary.ts';
import type { AlgorithmProof, LoginAccount } from '../report/report-data.ts';

/** What proves each algorithm that is sent, most users first. One account proves its algorithm, with whatever parameters. */
export function algorithmProofs(
  forms: readonly PasswordForm[],
  accounts: readonly LoginAccount[],
  findings: readonly CanaryFinding[],
): AlgorithmProof[] {
  const users = new Map<string, number>();
  for (const { sentAs, users: count } of forms) {
    const algorithm = algorithmOf(sentAs);
    users.set(algorithm, (users.get(algorithm) ?? 0) + count);
  }
  const proofOf = (algorithm: string): AlgorithmProof['proof'] => {
    const outcomes = accounts.filter(({ sentAs }) => algorithmOf(sentAs) === algorithm).map(({ outcome }) => outcome);
    if (outcomes.includes('refused')) return 'refused';
    if (outcomes.includes('proved')) return 'login';
    const matches = findings.some(
      ({ outcome, sentAs }) => outcome === 'matches' && sentAs !== null && algorithmOf(sentAs) === algorithm,
    );
    return matches ? 'offline' : 'none';
  };
  return [...users].map(([algorithm, count]) => ({ algorithm, users: count, proof: proofOf(algorithm) }));
}

/** `BCRYPT_12` and `BCRYPT_10` differ only in a parameter. */
function algorithmOf(sentAs: string): string {
  return sentAs.startsWith('BCRYPT_') ? 'BCRYPT' : sentAs;
}

import type { AlgorithmName } from './algorithm.ts';
import { ALGORITHMS } from './algorithm-table.ts';
import type { Carried } from './carry.ts';

type Sent = Extract<Carried, { kind: 'sent' }>;

/** What happens to users of one algorithm: one line of the plan's count. */
export interface AlgorithmDescription {
  readonly algorithm: AlgorithmName;
  /** The `algorithmTypeId` that is sent. */
  readonly sentAs: string;
  /** What happens when such a user logs in for the first time. */
  readonly firstLogin: string;
  /** How reliable that is. */
  readonly sureness: string;
}

/** What happens at the first login, by who checks the hash. */
export const FIRST_LOGIN: Readonly<Record<Sent['route'], string>> = {
  native: 'cidaas checks the password itself, then stores a hash of its own.',
  configured: 'cidaas checks the password itself as the tenant is set up, then stores a hash of its own.',
  custom:
    'cidaas sends the password and the packed hash to your verifier. If it confirms the password, cidaas stores a hash of its own. The verifier must be available until every user has logged in.',
};

/** Describes how hashes of an algorithm are carried; the same for all users of that algorithm and id. */
export function describeAlgorithm({ algorithm, route, info }: Sent): AlgorithmDescription {
  const sureness = surenessOf(algorithm, route);
  return { algorithm, sentAs: info.algorithmTypeId, firstLogin: FIRST_LOGIN[route], sureness };
}

/** How certain it is that a hash that is sent this way can be checked. */
export function surenessOf(algorithm: AlgorithmName, route: Sent['route']): string {
  const { open } = ALGORITHMS[algorithm];
  if (route === 'custom') return 'As reliable as your verifier: try one user of each algorithm before the import.';
  if (route === 'configured') return 'As configured in the mapping: log in as one such user before the import.';
  if (open === null) return 'Documented by cidaas.';
  return `Documented, but cidaas does not say ${open}: log in as one such user before the import.`;
}

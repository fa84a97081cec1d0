import type { SentHash } from '../mapping/mapped.ts';
import { type AlgorithmDescription, describeAlgorithm } from '../password/describe.ts';

/** Planned users whose hashes go to cidaas in one way. */
export interface PasswordCount extends AlgorithmDescription {
  readonly users: number;
}

/** Counts users by the way in which their hashes go to cidaas; there are few ways, however many users. */
export class PasswordCounts {
  readonly #ways = new Map<string, { readonly sent: SentHash; users: number }>();

  add(sent: SentHash): void {
    const key = `${sent.algorithm} ${sent.route} ${sent.info.algorithmTypeId}`;
    const way = this.#ways.get(key);
    if (way === undefined) this.#ways.set(key, { sent, users: 1 });
    else way.users += 1;
  }

  /** The most frequent first. */
  list(): PasswordCount[] {
    const counts = [...this.#ways.values()].map(({ sent, users }) => ({ ...describeAlgorithm(sent), users }));
    return counts.sort((a, b) => b.users - a.users || (a.sentAs < b.sentAs ? -1 : 1));
  }
}

/** What the plan says of one way. */
export function passwordSentence({ users, algorithm, sentAs, firstLogin, sureness }: PasswordCount): string {
  return `Passwords of ${users} ${users === 1 ? 'user' : 'users'}: ${algorithm}, sent as ${sentAs}. ${firstLogin} ${sureness}`;
}

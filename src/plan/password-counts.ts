import type { SentHash } from '../mapping/mapped.ts';
import { type AlgorithmDescription, describeAlgorithm } from '../password/describe.ts';

/** Planned users whose hashes are sent in the same form. */
export interface PasswordCount extends AlgorithmDescription {
  readonly users: number;
}

/** Counts users by the form in which their hashes are sent; there are few forms, however many users. */
export class PasswordCounts {
  readonly #ways = new Map<string, { readonly sent: SentHash; users: number }>();

  add(sent: SentHash): void {
    const key = `${sent.algorithm} ${sent.route} ${sent.info.algorithmTypeId}`;
    const way = this.#ways.get(key);
    if (way === undefined) this.#ways.set(key, { sent, users: 1 });
    else way.users += 1;
  }

  /** Most frequent first. */
  list(): PasswordCount[] {
    const counts = [...this.#ways.values()].map(({ sent, users }) => ({ ...describeAlgorithm(sent), users }));
    return counts.sort((a, b) => b.users - a.users || (a.sentAs < b.sentAs ? -1 : 1));
  }
}

/** The sentence about one form in the plan. */
export function passwordSentence({ users, algorithm, sentAs, firstLogin, sureness }: PasswordCount): string {
  return `Passwords of ${users} ${users === 1 ? 'user' : 'users'}: ${algorithm}, sent as ${sentAs}. ${firstLogin} ${sureness}`;
}

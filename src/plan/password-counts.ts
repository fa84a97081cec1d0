import type { SentHash } from '../mapping/mapped.ts';
import { algorithmOf } from '../password/algorithm.ts';
import { type AlgorithmDescription, describeAlgorithm } from '../password/describe.ts';
import { readHashInfo } from '../password/hash-info.ts';
import type { PasswordHashInfo } from '../user/cidaas-user.ts';

/** Planned users whose hashes are sent in the same form. */
export interface PasswordCount extends AlgorithmDescription {
  readonly users: number;
  /** Nothing proves how these hashes were made, and cidaas checks them itself, or only the mapping says how a verifier must. */
  readonly unproven?: true;
}

/** Users by the first hash of each form: recognised ones, and those in fields that the mapping fills itself. */
interface CountedHashes {
  readonly ways: readonly { readonly sent: SentHash; readonly users: number }[];
  readonly declared: readonly { readonly info: PasswordHashInfo; readonly users: number }[];
}

/** Counts users by the form in which their hashes are sent; there are few forms, however many users. */
export class PasswordCounts {
  readonly #ways = new Map<string, { readonly sent: SentHash; users: number }>();
  readonly #declared = new Map<string, { readonly info: PasswordHashInfo; users: number }>();

  /** Adds what was counted over later rows. */
  addAll({ ways, declared }: CountedHashes): void {
    for (const { sent, users } of ways) this.add(sent, users);
    for (const { info, users } of declared) this.addDeclared(info, users);
  }

  /** What was counted, as plain data. */
  counted(): CountedHashes {
    return { ways: [...this.#ways.values()], declared: [...this.#declared.values()] };
  }

  add(sent: SentHash, users = 1): void {
    const key = `${sent.algorithm} ${sent.route} ${sent.info.algorithmTypeId} ${sent.isSystemForm ?? false} ${sent.isOnlyDeclared ?? false}`;
    const way = this.#ways.get(key);
    if (way === undefined) this.#ways.set(key, { sent, users });
    else way.users += users;
  }

  /** A hash in fields that the mapping fills itself. */
  addDeclared(info: PasswordHashInfo, users = 1): void {
    const way = this.#declared.get(info.algorithmTypeId);
    if (way === undefined) this.#declared.set(info.algorithmTypeId, { info, users });
    else way.users += users;
  }

  /** Most frequent first; without hashes in fields of the mapping whose algorithm only the tenant knows. */
  list(): PasswordCount[] {
    const ways = [...this.#ways.values(), ...[...this.#declared.values()].flatMap(named)];
    const counts = ways.map(({ sent, users }) => {
      const needsProof = sent.isOnlyDeclared ?? (sent.route !== 'custom' && !sent.isSystemForm);
      return { ...describeAlgorithm(sent), users, ...(needsProof && { unproven: true as const }) };
    });
    return counts.sort((a, b) => b.users - a.users || (a.sentAs < b.sentAs ? -1 : 1));
  }
}

function named({ info, users }: { info: PasswordHashInfo; users: number }): { sent: SentHash; users: number }[] {
  const [reading] = readHashInfo(info);
  if (reading === undefined) return [];
  const route = info.algorithmTypeId.startsWith('CUSTOM') ? 'custom' : 'native';
  return [{ sent: { kind: 'sent', algorithm: algorithmOf(reading.hash), route, info }, users }];
}

/** The sentence about one form in the plan. */
export function passwordSentence({ users, algorithm, sentAs, firstLogin, sureness }: PasswordCount): string {
  return `Passwords of ${users} ${users === 1 ? 'user' : 'users'}: ${algorithm}, sent as ${sentAs}. ${firstLogin} ${sureness}`;
}

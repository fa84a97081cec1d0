import { pickOne, type Random, randomInteger } from '../../../src/runtime/random.ts';
import type { CidaasUser, Identity } from '../../../src/user/cidaas-user.ts';

/** How the invented users of a seed look. */
export interface UserStyle {
  /** Share of users without a `sub`: the tenant finds them by identifier. */
  readonly subless: number;
  /** Share of users in the `identities` shape. */
  readonly identities: number;
  /** Share of users whose e-mail domain the tenant does not take. */
  readonly undeliverable: number;
  /** CSV: texts only, no lists. */
  readonly flat: boolean;
}

/** Names that somebody may have typed, to steer whatever shows them. */
const NAMES = [
  'Jürgen',
  "O'Brien",
  'Łukasz',
  '=1+1',
  '@everyone',
  'a;b,c|d',
  'Anna "Anni"',
  '::set-output name=x::y',
  '<b>fett</b>',
  '😀',
  '[x](https://example.org)',
  'Zoë\tTab',
] as const;

/** A user of an export; `n` makes its identifiers unique. Nobody in it exists. */
export function chaosUser(random: Random, n: number, style: UserStyle): CidaasUser {
  const sub = `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const own = random() < style.subless ? {} : { sub };
  const identity: Identity = {
    ...identifiers(random, n, style),
    given_name: `${pickOne(random, NAMES)} ${n}`,
    family_name: pickOne(random, NAMES),
    ...(random() < 0.5 ? { birthdate: `19${randomInteger(random, 10, 99)}-0${randomInteger(random, 1, 9)}-11` } : {}),
    ...(random() < 0.5 ? { address: { locality: 'Köln', street_address: `Am Markt ${n}\nHinterhaus` } } : {}),
  };
  const account = {
    userStatus: pickOne(random, ['VERIFIED', 'PENDING', 'DECLINED']),
    customFields: { customer_no: `000${n}` },
    ...(random() < 0.8
      ? { password_hash_info: { algorithmTypeId: 'BCRYPT_10', passwordHash: `$2b$10$${String(n).padStart(53, 'a')}` } }
      : {}),
    ...(style.flat || random() < 0.7 ? {} : { roles: ['USER', `ROLE_${randomInteger(random, 1, 3)}`] }),
  };
  if (style.flat || random() >= style.identities) return { ...own, ...identity, ...account };
  const second: Identity = { provider: 'facebook', providerUserId: `fb-${n}`, ...own };
  return { ...own, ...account, identities: [{ provider: 'self', ...own, ...identity }, second] };
}

function identifiers(random: Random, n: number, style: UserStyle): Identity {
  if (random() < style.undeliverable) return { email: `user${n}@no-mail.example.net` };
  const email = random() < 0.2 ? `USER${n}@Example.COM` : `user${n}@example.com`;
  switch (randomInteger(random, 1, 8)) {
    case 1:
      return { username: `user-${n}` };
    case 2:
      return { mobile_number: `+49171${String(1_000_000 + n)}` };
    case 3:
      return { email, username: `user-${n}`, mobile_number: `+49171${String(1_000_000 + n)}` };
    default:
      return { email };
  }
}

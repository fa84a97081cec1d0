import { mulberry32, pickOne, type Random, randomInteger, seedFor } from '../../../src/runtime/random.ts';
import type { Fault, FaultPlan, UserTest } from '../../../src/sandbox/fault.ts';
import type { CidaasUser } from '../../../src/user/cidaas-user.ts';
import {
  answering,
  delayed,
  droppedAfter,
  droppedBefore,
  emptyAnswer,
  emptyBody,
  garbage,
  gatewayError,
  hanging,
  htmlPage,
  limited,
  poisoned,
  revokedToken,
  tooManyRequests,
  truncated,
  unsuccessful,
  withoutStates,
} from './faults.ts';

/** What a schedule can draw. `poison` is no draw: it hits every request that holds a poisoned user. */
export const SCHEDULED_FAULTS = [
  '429',
  '429 retry-after',
  '503',
  '502 after',
  'dropped before',
  'dropped after',
  'truncated',
  'hanging before',
  'hanging after',
  'delayed',
  'garbage',
  'html',
  'empty',
  '204',
  'no states',
  'unsuccessful',
  'missing entries',
  'extra entries',
  'shuffled entries',
  'nameless entries',
  'shouted entries',
  'twin entries',
  'contradicting entries',
  'token revoked',
  '413',
  'poison',
] as const;
/** Name of a fault that a schedule can draw. */
export type ScheduledFault = (typeof SCHEDULED_FAULTS)[number];

/** What a schedule draws, and how often. */
export interface ScheduleOptions {
  /** Share of requests that are hit, 0 to 1. */
  readonly rate: number;
  /** What may hit them, each as likely as the others. */
  readonly kinds: readonly ScheduledFault[];
  /** Share of users that no request may hold, when `poison` is among the kinds; default 0.005. */
  readonly poisonShare?: number;
  /** What `Retry-After` asks for; default 0. */
  readonly retryAfterSeconds?: number;
  /** Longest delay; default 20. */
  readonly delayMs?: number;
}

/**
 * Faults drawn by seed for token and bulk requests. The nth request of a kind always meets the same fault, whatever came
 * before it, so a schedule that broke something can be run again by its seed.
 */
export function faultSchedule(seed: number, options: ScheduleOptions): FaultPlan {
  const poison = poisoned(isPoisoned(seed, options.poisonShare ?? 0.005));
  const lasting = options.kinds.includes('poison') ? [poison] : [];
  const drawn = options.kinds.filter((kind) => kind !== 'poison');
  const drawnForTokens = drawn.filter((kind) => HITS_TOKENS.includes(kind));
  return ({ kind, n }) => {
    if (kind !== 'token' && kind !== 'bulk') return null;
    const always = kind === 'bulk' ? lasting : [];
    const [first, ...others] = kind === 'bulk' ? drawn : drawnForTokens;
    const random = mulberry32(seedFor(seed, kind, n));
    if (first === undefined || random() >= options.rate) return always;
    return [draw(pickOne(random, [first, ...others]), random, options), ...always];
  };
}

/** Which users a schedule of this seed poisons: by whatever they are sent as, so that a resend meets the same. */
export function isPoisoned(seed: number, share: number): UserTest {
  return (user) => mulberry32(seedFor(seed, 'poison', nameOf(user)))() < share;
}

const HITS_TOKENS: readonly ScheduledFault[] = [
  '429',
  '429 retry-after',
  '503',
  'dropped before',
  'dropped after',
  'truncated',
  'hanging before',
  'delayed',
  'garbage',
  'html',
  'empty',
];

function nameOf(user: CidaasUser): string {
  const identity = user.identities?.[0] ?? user;
  return user.sub ?? identity.sub ?? identity.email ?? identity.username ?? identity.mobile_number ?? '';
}

function draw(kind: Exclude<ScheduledFault, 'poison'>, random: Random, options: ScheduleOptions): Fault {
  switch (kind) {
    case '429':
      return tooManyRequests();
    case '429 retry-after':
      return tooManyRequests(options.retryAfterSeconds ?? 0);
    case '503':
      return gatewayError(503, false);
    case '502 after':
      return gatewayError(502, true);
    case 'dropped before':
      return droppedBefore();
    case 'dropped after':
      return droppedAfter();
    case 'truncated':
      return truncated();
    case 'hanging before':
      return hanging(false);
    case 'hanging after':
      return hanging(true);
    case 'delayed':
      return delayed(randomInteger(random, 1, options.delayMs ?? 20));
    case 'garbage':
      return garbage();
    case 'html':
      return htmlPage();
    case 'empty':
      return emptyBody();
    case '204':
      return emptyAnswer();
    case 'no states':
      return withoutStates();
    case 'unsuccessful':
      return unsuccessful();
    case 'missing entries':
      return answering({ kind: 'missing', count: randomInteger(random, 1, 3) });
    case 'extra entries':
      return answering({ kind: 'extra', count: randomInteger(random, 1, 3) });
    case 'shuffled entries':
      return answering({ kind: 'shuffled' });
    case 'nameless entries':
      return answering({ kind: 'states-only' });
    case 'shouted entries':
      return answering({ kind: 'uppercase' });
    case 'twin entries':
      return answering({ kind: 'same-identifier' });
    case 'contradicting entries':
      return answering({ kind: 'contradicting' });
    case 'token revoked':
      return revokedToken();
    case '413':
      return limited({ users: randomInteger(random, 1, 20) });
    default:
      return kind satisfies never;
  }
}

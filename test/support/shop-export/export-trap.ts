import { mulberry32, seedFor } from '../../../src/runtime/random.ts';
import { mobileOf } from './invented-phone.ts';

/** What is special about a row of a generated export. */
export type Trap = (typeof TRAPS)[number][0];

/** How a row ends in an apply with the mapping of the demo against a sandbox that misbehaves in nothing. */
export type ExpectedOutcome = 'created' | 'failed' | 'skipped' | 'invalid' | 'duplicate';

/** Trap, its rows in 10,000, its end. What is left over is plain. */
const TRAPS = [
  ['plain', 0, 'created'],
  /** Blocked in the shop: an account that must not become able to log in. */
  ['blocked', 100, 'created'],
  ['no-password', 200, 'created'],
  /** A cell with a line break: a record of two lines. */
  ['line-break', 40, 'created'],
  ['quotes', 40, 'created'],
  ['delimiter-in-cell', 30, 'created'],
  /** White space around the cells. */
  ['padded', 60, 'created'],
  /** The e-mail in capitals. */
  ['shouted', 50, 'created'],
  /** A cell that a spreadsheet would run. */
  ['formula', 10, 'created'],
  /** No e-mail, but a mobile number; where the row has one. */
  ['mobile-only', 0, 'created'],
  /** Looks right, but its domain has no mail server: only the tenant finds out. */
  ['undeliverable', 10, 'failed'],
  ['guest', 120, 'skipped'],
  ['service-account', 30, 'skipped'],
  ['bad-email', 40, 'invalid'],
  /** Neither e-mail nor mobile number. */
  ['no-identifier', 30, 'invalid'],
  /** 30 February and the like. */
  ['bad-date', 30, 'invalid'],
  ['bad-phone', 20, 'invalid'],
  /** One column too few or too many; in JSON an entry that is no object. */
  ['broken', 20, 'invalid'],
  /** The e-mail of an earlier row in another case under another customer number: two people, one identifier. */
  ['case-twin', 20, 'invalid'],
  /** An earlier row once more. */
  ['duplicate', 100, 'duplicate'],
] as const satisfies readonly (readonly [string, number, ExpectedOutcome])[];

/** The trap of a row; a pure function of both, so that any row can be looked at without the ones before it. */
export function trapOf(seed: number, row: number): Trap {
  let draw = mulberry32(seedFor(seed, 'trap', row))() * 10_000;
  for (const [trap, share] of TRAPS) {
    draw -= share;
    if (draw < 0) return needsOriginal(trap) && originalOf(seed, row) === null ? 'plain' : trap;
  }
  return mobileOf(row) !== null && row % 400 === 0 ? 'mobile-only' : 'plain';
}

/** How a row with this trap ends. */
export function outcomeOf(trap: Trap): ExpectedOutcome {
  return TRAPS.find(([name]) => name === trap)?.[2] ?? 'created';
}

/** The earlier row, with an e-mail and good in itself, that a duplicate or a twin repeats; null when there is none near. */
export function originalOf(seed: number, row: number): number | null {
  const back = 1 + Math.floor(mulberry32(seedFor(seed, 'original', row))() * Math.min(row - 1, 5000));
  for (let original = row - back; original >= 1 && original > row - back - 100; original--) {
    const trap = trapOf(seed, original);
    if (outcomeOf(trap) === 'created' && trap !== 'mobile-only') return original;
  }
  return null;
}

function needsOriginal(trap: Trap): boolean {
  return trap === 'duplicate' || trap === 'case-twin';
}

import type { Luxon } from './libraries.ts';

/** Takes what a clock on the wall shows, written as if it were UTC (ms since 1970), and gives the UTC time it means. */
export type WallClock = (wall: number) => number;

const DAY = 86_400_000;

/**
 * The wall clock of an IANA zone. An hour that comes twice (end of summer time) means its first coming; an hour that never
 * comes (beginning of summer time) is read with the offset from before it, an hour on: 02:30 is 03:30. Both as in Java's and
 * ECMAScript's zoned times.
 */
export function wallClock(zone: string, luxon: Luxon | null): WallClock {
  if (luxon === null) throw new Error('time zones need luxon, which was not loaded');
  const { IANAZone } = luxon;
  const place = IANAZone.create(zone);
  const offset = (time: number) => place.offset(time) * 60_000;
  // Asking a zone is slow (it formats a date), and offsets stay for months: days without a change nearby share an answer.
  const steadyDays = new Map<number, number | null>();
  const steady = (day: number): number | null => {
    const known = steadyDays.get(day);
    if (known !== undefined) return known;
    const before = offset((day - 1) * DAY);
    const found = before === offset((day + 2) * DAY) ? before : null;
    if (steadyDays.size >= 20_000) steadyDays.clear();
    steadyDays.set(day, found);
    return found;
  };
  return (wall) => {
    const all = steady(Math.floor(wall / DAY));
    if (all !== null) return wall - all;
    const before = offset(wall - DAY);
    const after = offset(wall + DAY);
    const times = [wall - before, wall - after].filter((time) => time + offset(time) === wall);
    return times.length === 0 ? wall - before : Math.min(...times);
  };
}

import type { Luxon } from './libraries.ts';

/** Converts a local time, written as if it were UTC (ms since 1970), to UTC. */
export type WallClock = (wall: number) => number;

const DAY = 86_400_000;

/**
 * The wall clock of an IANA zone. A local time that occurs twice (end of summer time) means the first one; one that is skipped
 * (beginning of summer time) is read with the offset from before the change: 02:30 is 03:30. Java and ECMAScript's Temporal do
 * the same.
 */
export function wallClock(zone: string, luxon: Luxon | null): WallClock {
  if (luxon === null) throw new Error('time zones need luxon, which was not loaded');
  const { IANAZone } = luxon;
  const ianaZone = IANAZone.create(zone);
  const offset = (time: number) => ianaZone.offset(time) * 60_000;
  // An offset is slow to compute (luxon formats a date) and stays the same for months: it is cached for days without a change nearby.
  const daysWithoutChange = new Map<number, number | null>();
  const offsetOfDay = (day: number): number | null => {
    const known = daysWithoutChange.get(day);
    if (known !== undefined) return known;
    const before = offset((day - 1) * DAY);
    const found = before === offset((day + 2) * DAY) ? before : null;
    if (daysWithoutChange.size >= 20_000) daysWithoutChange.clear();
    daysWithoutChange.set(day, found);
    return found;
  };
  return (wall) => {
    const dayOffset = offsetOfDay(Math.floor(wall / DAY));
    if (dayOffset !== null) return wall - dayOffset;
    const before = offset(wall - DAY);
    const after = offset(wall + DAY);
    const times = [wall - before, wall - after].filter((time) => time + offset(time) === wall);
    return times.length === 0 ? wall - before : Math.min(...times);
  };
}

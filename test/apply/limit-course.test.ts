import { expect, test } from 'vitest';
import { LimitCourse } from '../../src/apply/limit-course.ts';

test('only changes are kept, with the limit that was in force longest and the highest', () => {
  const course = new LimitCourse();
  course.add({ ms: 0, limit: 1, latencyMs: null });
  course.add({ ms: 100.4, limit: 2, latencyMs: 99.6 });
  course.add({ ms: 150, limit: 2, latencyMs: 101 });
  course.add({ ms: 200, limit: 16, latencyMs: 102 });
  course.add({ ms: 300, limit: 8, latencyMs: 210 });
  course.add({ ms: 5_000, limit: 8, latencyMs: 120 });
  expect(course.report(32)).toEqual({
    max: 32,
    usual: 8,
    highest: 16,
    course: [
      { ms: 0, limit: 1, latencyMs: null },
      { ms: 100, limit: 2, latencyMs: 100 },
      { ms: 200, limit: 16, latencyMs: 102 },
      { ms: 300, limit: 8, latencyMs: 210 },
    ],
  });
});

test('a limit that changes ten thousand times leaves at most 500 points, from the first to the last', () => {
  const course = new LimitCourse();
  for (let n = 0; n < 10_000; n++) course.add({ ms: n * 300, limit: 1 + (n % 3), latencyMs: n });
  const { points } = course;
  expect(points.length).toBeLessThanOrEqual(500);
  expect(points.length).toBeGreaterThan(100);
  expect(points[0]).toEqual({ ms: 0, limit: 1, latencyMs: 0 });
  expect(points.at(-1)).toEqual({ ms: 2_999_700, limit: 1, latencyMs: 9_999 });
  expect(points.map(({ ms }) => ms)).toEqual(points.map(({ ms }) => ms).toSorted((a, b) => a - b));
});

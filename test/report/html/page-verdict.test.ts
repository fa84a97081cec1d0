import { describe, expect, test } from 'vitest';
import { flowPicture } from '../../../src/report/html/page-flow.ts';
import { runTone, verdict } from '../../../src/report/html/page-verdict.ts';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import type { ReportHead } from '../../../src/report/report-data.ts';
import { NO_LINKS } from '../../../src/report/source-links.ts';
import { usedLimits } from '../../../src/run/used-limits.ts';
import { HOSTILE, reportHead, requestsOf, totalsOf } from '../../support/report-builder.ts';

const EN = wordsOf('en');

function headOf(outcomes: Parameters<typeof totalsOf>[1], given: Partial<ReportHead> = {}): ReportHead {
  return reportHead({ totals: totalsOf([], outcomes), ...given });
}

/** The text of the verdict, without markup. */
function shown(head: ReportHead, notes: readonly string[] = [], words = EN): string {
  return verdict(head, notes, [], NO_LINKS, words).replace(/<[^>]+>/g, '');
}

describe('the verdict', () => {
  test.each<[string, ReportHead, string, string]>([
    [
      'an import without failures',
      headOf({ created: 3, updated: 1 }),
      '4 of 4 rows were imported. No row failed.',
      'Nothing to do.',
    ],
    [
      'an import with tolerated failures',
      headOf({ created: 9_578, skipped: 148, duplicate: 80, invalid: 178, failed: 16 }),
      '9,578 of 10,000 rows were imported. 194 rows are invalid, failed or ended without a usable answer.',
      'The rows under Failures were left out, which fail-above allows.',
    ],
    [
      'a pilot',
      headOf({ created: 10, unsent: 90 }),
      '10 of 100 rows were imported. No row failed. 90 planned rows were not sent.',
      'This was a pilot.',
    ],
    [
      'a rehearsal',
      headOf({ created: 1 }, { tenant: 'sandbox' }),
      '1 of 1 row would be imported.',
      'Set tenant-url to your tenant',
    ],
    [
      'a plan',
      headOf({ planned: 5 }, { mode: 'plan' }),
      '5 of 5 rows would be sent. No row failed.',
      'then apply this plan',
    ],
    [
      'a plan of a delta in which nothing changed',
      headOf({ unchanged: 5 }, { mode: 'plan' }),
      '0 of 5 rows would be sent. No row failed. 5 rows are unchanged since the last import.',
      'no row would be sent',
    ],
    [
      'a plan with invalid rows',
      headOf({ planned: 5, invalid: 1 }, { mode: 'plan' }),
      '5 of 6 rows would be sent. 1 row is invalid.',
      'may be left out',
    ],
    [
      'a plan that failed',
      headOf({ planned: 5, invalid: 5 }, { mode: 'plan', outcome: 'failed' }),
      '5 rows are invalid.',
      'raise fail-above',
    ],
    [
      'a run that was stopped before it sent anything',
      headOf({ invalid: 5, unsent: 5 }, { outcome: 'aborted' }),
      'No user was imported. 5 rows are invalid',
      'Nothing was sent to the tenant.',
    ],
    [
      'a run that was stopped while sending',
      headOf({ created: 2, failed: 5, unsent: 5 }, { outcome: 'aborted', requests: requestsOf({ sent: 3 }) }),
      '2 of 12 rows were imported.',
      'The run continues with the rows that are not imported yet.',
    ],
    [
      'a cancelled run',
      headOf({ created: 2, unsent: 5 }, { outcome: 'cancelled' }),
      '5 planned rows were not sent.',
      'Run the same export again.',
    ],
    [
      'a run that ended before it had read the export',
      headOf({}, { outcome: 'error' }),
      'The run ended before it had read the export.',
      'Correct what is named here',
    ],
    [
      'a check',
      headOf({}, { mode: 'check', outcome: 'failed', check: { checked: [], findings: [] } }),
      'The check of the tenant found 0 problems.',
      'Correct the set-up of the tenant',
    ],
  ])('of %s', (_, head, what, next) => {
    const text = shown(head);
    expect(text).toContain(what);
    expect(text.split('What to do next')[1]).toContain(next);
  });

  test('shows why the run ended, as text', () => {
    const html = verdict(headOf({ invalid: 1 }, { outcome: 'error' }), [HOSTILE.html], [], NO_LINKS, EN);
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img src=x');
  });

  test('in German marks what stays English', () => {
    const html = verdict(headOf({ created: 1, invalid: 1 }), ['One of two.'], [], NO_LINKS, wordsOf('de'));
    expect(html).toContain('1 von 2 Zeilen wurde importiert.');
    expect(html).toContain('<p lang="en">One of two.</p>');
  });

  test('shows how much of each limit was used', () => {
    const head = headOf({ created: 9_578, skipped: 148, duplicate: 80, invalid: 178, failed: 16 });
    const given = { failAbove: { kind: 'percent', percent: 5 }, abortAbove: { kind: 'percent', percent: 20 } } as const;
    const limits = usedLimits(given, head);
    expect(limits.map(({ kind, used, allowed }) => [kind, used, allowed])).toEqual([
      ['failed', 194, 500],
      ['invalid', 178, 2_000],
      ['refused', 16, 1_918],
    ]);
    const html = verdict(head, [], limits, NO_LINKS, EN);
    expect(html).toContain('<dt>Invalid, failed or unknown rows (fail-above: 5%)</dt><dd>194 of 500 allowed');
    const strict = { failAbove: { kind: 'count', rows: 0 }, abortAbove: { kind: 'count', rows: 10 } } as const;
    const over = verdict(head, [], usedLimits(strict, head), NO_LINKS, EN);
    expect(over).toContain('194 of 0 allowed');
    expect(over).toContain('class="bad" width="100.0"');
    expect(usedLimits(given, headOf({}))).toEqual([]);
  });
});

describe('the tone of a run', () => {
  test.each([
    [{ planned: 100 }, 'good'],
    [{ planned: 95, invalid: 5 }, 'good'],
    [{ planned: 94, invalid: 6 }, 'warn'],
    [{ planned: 8, invalid: 92 }, 'bad'],
    [{ planned: 50, duplicate: 50 }, 'good'],
  ])('with %o that succeeded is %s', (outcomes, tone) => {
    expect(runTone(headOf(outcomes, { mode: 'plan' }))).toBe(tone);
  });

  test('that did not succeed is never good', () => {
    expect(runTone(headOf({ created: 100 }, { outcome: 'aborted' }))).toBe('bad');
  });
});

describe('the picture of the way of the rows', () => {
  const labels = (head: ReportHead): string[] =>
    Array.from(flowPicture(head, EN).matchAll(/<text[^>]*>([^<]*)</g), ([, text = '']) => text);

  test('goes from what was read to what became of it', () => {
    expect(labels(headOf({ created: 5, failed: 1, unsent: 2, skipped: 3, invalid: 4, duplicate: 1 }))).toEqual([
      ...['16 read', '8 planned', '3 skipped', '1 duplicate', '4 invalid'],
      ...['5 created', '2 unsent', '1 failed'],
    ]);
    expect(labels(headOf({ planned: 5, invalid: 4 }, { mode: 'plan' }))).toEqual(['9 read', '5 planned', '4 invalid']);
    expect(labels(headOf({ invalid: 4 }))).toEqual(['4 read', '4 invalid']);
    expect(flowPicture(headOf({}), EN)).toBe('');
  });

  test('keeps a single row of a million visible and no label on another', () => {
    const html = flowPicture(
      headOf({ created: 999_990, invalid: 1, skipped: 1, duplicate: 1, failed: 1, unknown: 6 }),
      EN,
    );
    for (const [, height] of html.matchAll(/<rect[^>]*height="([\d.]+)"/g)) expect(Number(height)).toBeGreaterThan(1);
    const places = Array.from(html.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g), ([, x, y]) => [Number(x), Number(y)]);
    for (const [index, [x = 0, y = 0]] of places.entries())
      for (const [otherX = 0, otherY = 0] of places.slice(index + 1))
        if (x === otherX) expect(Math.abs(y - otherY)).toBeGreaterThan(14);
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
  });
});

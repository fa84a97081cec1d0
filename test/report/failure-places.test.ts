import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failurePlaces } from '../../src/report/failure-places.ts';
import { placesSection } from '../../src/report/html/page-places.ts';
import { wordsOf } from '../../src/report/language/words-of.ts';

describe('where failures are along the files', () => {
  test('every failure is in the bin of its line, however long the file becomes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ line: fc.integer({ min: 1, max: 1_000_000 }), failed: fc.boolean() })),
        (rows) => {
          const places = failurePlaces();
          for (const { line, failed } of rows) {
            if (failed) places.add({ file: 0, line, outcome: 'invalid' });
            else places.reach({ file: 0, line });
          }
          const [file] = places.files();
          const failures = rows.filter(({ failed }) => failed);
          expect(file?.total ?? 0).toBe(failures.length);
          if (file === undefined) return;
          expect(file.bins.length).toBeLessThanOrEqual(160);
          const last = Math.max(...rows.map(({ line }) => line));
          expect(file.bins.length).toBe(Math.ceil(last / file.lines));
          for (const [at, bin] of file.bins.entries()) {
            const [from, to] = [at * file.lines + 1, (at + 1) * file.lines];
            expect(bin.total).toBe(failures.filter(({ line }) => line >= from && line <= to).length);
          }
        },
      ),
    );
  });

  test('are shown for the files with most failures, by outcome', () => {
    const places = failurePlaces();
    for (let line = 2; line <= 3_200; line++) places.reach({ file: 0, line });
    for (let line = 1_000; line < 1_020; line++) places.add({ file: 0, line, outcome: 'invalid' });
    places.add({ file: 0, line: 1_001, outcome: 'failed' });
    places.add({ file: 1, line: 2, outcome: 'invalid' });
    const html = placesSection(places.files(), ['users.csv', 'short.csv'], wordsOf('en'));
    expect(html).toContain(
      'Each bar covers 32 lines. <a href="#q=users.csv%3A993-1024">Most failures: lines 993 to 1,024 (21).</a>',
    );
    expect(html).toContain('<svg data-file="users.csv" data-lines="32" data-bins="100"');
    expect(html.match(/<path class="(?:invalid|failed)"/g)).toHaveLength(2);
    expect(html).not.toContain('short.csv');
    expect(placesSection([], [], wordsOf('en'))).toBe('');
    const hostile = placesSection(places.files(), ['my <b>" file.csv', ''], wordsOf('en'));
    expect(hostile).toContain('href="#q=file.csv%3A993-1024"');
    expect(placesSection(places.files(), ['<b>"\'x.csv', ''], wordsOf('en'))).toContain(
      'href="#q=%3Cb%3E%22%27x.csv%3A993-1024"',
    );
  });
});

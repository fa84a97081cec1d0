import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import { jobSummary } from '../../../src/report/markdown/job-summary.ts';
import { fleetSection, fleetTable } from '../../../src/report/sections/fleet-section.ts';
import { reportHead } from '../../support/report-builder.ts';

const fleet = {
  workers: [
    {
      name: 'lead runner-1 0a1b',
      batches: 14,
      users: 700,
      from: '2026-11-30T13:31:45.580Z',
      to: '2026-11-30T13:31:47.794Z',
    },
    {
      name: 'worker <b>|2',
      batches: 6,
      users: 1_300,
      from: '2026-11-30T13:31:46.989Z',
      to: '2026-11-30T13:31:47.744Z',
    },
  ],
};

it('shows who sent how many users, with names escaped', () => {
  const html = fleetTable(reportHead({ fleet }), wordsOf('en'));
  expect(html).toContain('>1,300</td>');
  expect(html).toContain('worker &#60;b&#62;|2');
  const { items } = fleetSection(reportHead({ fleet }), wordsOf('en'));
  expect(items[0]).toBe('| lead runner-1 0a1b | 14 | 700 | 2026-11-30T13:31:45.580Z | 2026-11-30T13:31:47.794Z |');
  expect(items[1]).not.toContain('<b>|');
  const summary = jobSummary({
    ...{
      head: reportHead({ fleet }),
      level: 'masked',
      fileNames: [],
      links: [],
      notes: [],
      limits: [],
      words: wordsOf('en'),
    },
    failures: { groups: () => [], first: () => [] },
  });
  expect(summary).toContain('### Fleet');
});

it('shows nothing of a run without a fleet', () => {
  expect(fleetTable(reportHead(), wordsOf('en'))).toBe('');
  expect(fleetSection(reportHead(), wordsOf('en')).items).toEqual([]);
});

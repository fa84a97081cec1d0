import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  FIRST_VIEW,
  PAGE_SIZES,
  readView,
  SORT_COLUMNS,
  type View,
  writeView,
} from '../../../../src/report/html/browser/view.ts';

const viewOf: fc.Arbitrary<View> = fc.record({
  list: fc.constantFrom('failures', 'warnings'),
  text: fc.string(),
  outcomes: fc.uniqueArray(fc.constantFrom('invalid', 'failed', 'unsent')),
  code: fc.option(fc.string()),
  sort: fc.constantFrom(...SORT_COLUMNS),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 4000 }),
  size: fc.constantFrom(...PAGE_SIZES),
});

describe('the view in the address', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(viewOf, (view) => {
        expect(readView(writeView(view))).toEqual(view);
      }),
    );
  });

  test('says only what differs from the first view', () => {
    expect(writeView(FIRST_VIEW)).toBe('#');
    expect(writeView({ ...FIRST_VIEW, text: 'row 5', outcomes: ['failed', 'unsent'], descending: true })).toBe(
      '#q=row+5&outcome=failed%2Cunsent&sort=-row',
    );
  });

  test('is as links write it', () => {
    expect(readView('#outcome=invalid&code=email.invalid')).toEqual({
      ...FIRST_VIEW,
      outcomes: ['invalid'],
      code: 'email.invalid',
    });
  });

  test.each([
    '',
    '#',
    '#failures',
    '#page=0',
    '#page=-3',
    '#page=x',
    '#page=1e99',
    '#size=7',
    '#size=',
    '#sort=-nothing',
  ])('of %o is the first one', (hash) => expect(readView(hash)).toEqual(FIRST_VIEW));
});

import { expect, it } from 'vitest';
import { ExportProfile } from '../../../src/init/proposal/column-profile.ts';

function profileOf(columns: number): { readonly profile: ExportProfile; see(text: (column: number) => string): void } {
  const header = Array.from({ length: columns }, (_, at) => `column ${at}`);
  const profile = new ExportProfile(header, () => '***');
  return { profile, see: (text) => profile.addRecord({ kind: 'cells', cells: header.map((_, at) => text(at)) }) };
}

it('is full after so many values that the widest export takes no more memory than a narrow one', () => {
  const { profile, see } = profileOf(500);
  for (let row = 0; row < 2_000; row++) {
    expect(profile.isFull).toBe(false);
    see((column) => `${row}-${column}`);
  }
  expect(profile.isFull).toBe(true);
});

it('knows a long value again of which it holds only a hash', () => {
  const { profile, see } = profileOf(1);
  for (const letter of ['a', 'b', 'a']) see(() => letter.repeat(100_000));
  expect(profile.columns.get('column 0')).toMatchObject({ filled: 3, repeated: 1 });
});

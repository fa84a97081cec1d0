import type { InputReader } from './input-reader.ts';
import type { InputName } from './inputs.ts';

const UNITS: { readonly [unit: string]: number } = {
  '': 1,
  b: 1,
  ...{ k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9, t: 1e12, tb: 1e12 },
  ...{ kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30, tib: 2 ** 40 },
};

/** Reads a number of bytes, like `20GB`; null when the input is empty. Adds what is wrong with it to `problems`. */
export function readSize(read: InputReader, name: InputName, problems: string[]): number | null {
  const text = read.text(name);
  if (text === '') return null;
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? [];
  const bytes = number === '' ? Number.NaN : Math.round(Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN));
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  problems.push(
    `\`${name}\`: expected bytes, or a number and a unit, like \`500MB\`, \`20GB\` or \`1.5TB\`, got \`${text.slice(0, 80)}\``,
  );
  return null;
}

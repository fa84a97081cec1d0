import { CRYPT_DIGITS } from './crypt-text.ts';

/** FIPS 46-3: numbers of bits, from 1. */
const PERMUTED_CHOICE_1 = [
  ...[57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36],
  ...[63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4],
];
const PERMUTED_CHOICE_2 = [
  ...[14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2],
  ...[41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32],
];
const ROTATIONS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1];
const PERMUTATION = [
  ...[16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10],
  ...[2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25],
];
/** Four rows of sixteen hexadecimal digits each. */
const BOXES = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];

type Bits = readonly number[];

/** crypt(3) with DES: 25 encryptions of zeros under the first eight characters, the salt swapping bits. Two characters of salt, eleven of hash. */
export function desCrypt(password: Uint8Array, salt: string): string {
  const keys = roundKeys(password);
  const expansion = saltedExpansion(salt);
  let left: Bits = Array(32).fill(0);
  let right: Bits = left;
  for (let time = 0; time < 25; time++) {
    for (const key of keys) [left, right] = [right, xor(left, mixed(right, key, expansion))];
    [left, right] = [right, left];
  }
  const bits = [...finalPermutation([...left, ...right]), 0, 0];
  let digits = '';
  for (let at = 0; at < bits.length; at += 6) digits += CRYPT_DIGITS.charAt(numberOf(bits.slice(at, at + 6)));
  return `${salt}${digits}`;
}

/** Sixteen times 48 bits; of each character the seven lowest bits count. */
function roundKeys(password: Uint8Array): readonly Bits[] {
  const bits: number[] = [];
  for (let at = 0; at < 8; at++) {
    const byte = (password[at] ?? 0) << 1;
    for (let bit = 7; bit >= 0; bit--) bits.push((byte >> bit) & 1);
  }
  const chosen = picked(bits, PERMUTED_CHOICE_1);
  let [left, right] = [chosen.slice(0, 28), chosen.slice(28)];
  return ROTATIONS.map((by) => {
    left = [...left.slice(by), ...left.slice(0, by)];
    right = [...right.slice(by), ...right.slice(0, by)];
    return picked([...left, ...right], PERMUTED_CHOICE_2);
  });
}

/** The expansion from 32 to 48 bits, in which each bit of the salt swaps two. */
function saltedExpansion(salt: string): readonly number[] {
  const expansion: number[] = [];
  for (let row = 0; row < 8; row++) for (let bit = 0; bit < 6; bit++) expansion.push(((4 * row + bit + 31) % 32) + 1);
  for (const [character, text] of [...salt].entries()) {
    const digit = CRYPT_DIGITS.indexOf(text);
    for (let bit = 0; bit < 6; bit++) {
      const at = 6 * character + bit;
      if (((digit >> bit) & 1) === 0) continue;
      [expansion[at], expansion[at + 24]] = [expansion[at + 24] ?? 0, expansion[at] ?? 0];
    }
  }
  return expansion;
}

function mixed(right: Bits, key: Bits, expansion: readonly number[]): Bits {
  const input = xor(picked(right, expansion), key);
  const output: number[] = [];
  for (const [index, box] of BOXES.entries()) {
    const [first = 0, ...rest] = input.slice(6 * index, 6 * index + 6);
    const row = 2 * first + (rest[4] ?? 0);
    const digit = Number.parseInt(box.charAt(16 * row + numberOf(rest.slice(0, 4))), 16);
    for (let bit = 3; bit >= 0; bit--) output.push((digit >> bit) & 1);
  }
  return picked(output, PERMUTATION);
}

/** The inverse of the initial permutation, which leaves zeros as they are. */
function finalPermutation(bits: Bits): Bits {
  const out: number[] = Array(64).fill(0);
  for (let index = 0; index < 64; index++) {
    const [row, column] = [Math.floor(index / 8), index % 8];
    const from = 8 * (7 - column) + (row < 4 ? 2 * row + 1 : 2 * (row - 4));
    out[from] = bits[index] ?? 0;
  }
  return out;
}

function picked(bits: Bits, places: readonly number[]): number[] {
  return places.map((place) => bits[place - 1] ?? 0);
}

function xor(one: Bits, other: Bits): Bits {
  return one.map((bit, index) => bit ^ (other[index] ?? 0));
}

function numberOf(bits: Bits): number {
  return bits.reduce((sum, bit) => 2 * sum + bit, 0);
}

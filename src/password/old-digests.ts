import { createHash } from 'node:crypto';
import type { PlainDigest } from './password-hash.ts';

/** One round of a digest over these parts, joined. Node has no MD2 and MD4 any more. */
export function plainDigest(digest: PlainDigest, ...parts: readonly Uint8Array[]): Buffer {
  if (digest === 'md2') return md2(Buffer.concat(parts));
  if (digest === 'md4') return md4(Buffer.concat(parts));
  const hash = createHash(digest);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const MD4_ROUNDS: readonly {
  readonly mix: (x: number, y: number, z: number) => number;
  readonly add: number;
  readonly order: readonly number[];
  readonly shifts: readonly number[];
}[] = [
  {
    mix: (x, y, z) => (x & y) | (~x & z),
    add: 0,
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    shifts: [3, 7, 11, 19],
  },
  {
    mix: (x, y, z) => (x & y) | (x & z) | (y & z),
    add: 0x5a827999,
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    shifts: [3, 5, 9, 13],
  },
  {
    mix: (x, y, z) => x ^ y ^ z,
    add: 0x6ed9eba1,
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    shifts: [3, 9, 11, 15],
  },
];

/** RFC 1320. */
function md4(message: Uint8Array): Buffer {
  const padded = Buffer.alloc((((message.length + 8) >> 6) + 1) << 6);
  padded.set(message);
  padded[message.length] = 0x80;
  padded.writeUInt32LE((message.length * 8) >>> 0, padded.length - 8);
  padded.writeUInt32LE(Math.floor(message.length / 2 ** 29), padded.length - 4);
  let state: [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let at = 0; at < padded.length; at += 64) {
    let [a, b, c, d] = state;
    for (const { mix, add, order, shifts } of MD4_ROUNDS) {
      for (const [step, word] of order.entries()) {
        const sum = (a + mix(b, c, d) + padded.readUInt32LE(at + 4 * word) + add) | 0;
        const shift = shifts[step % 4] ?? 0;
        [a, b, c, d] = [d, (sum << shift) | (sum >>> (32 - shift)), b, c];
      }
    }
    state = [state[0] + a, state[1] + b, state[2] + c, state[3] + d];
  }
  const out = Buffer.alloc(16);
  for (const [index, word] of state.entries()) out.writeUInt32LE(word >>> 0, 4 * index);
  return out;
}

/** RFC 1319: a permutation of the bytes that was made from the digits of pi. */
const MD2_BYTES = Buffer.from(
  [
    '292e43c9a2d87c013d3654a1ecf0061362a705f3c0c7738c98932bd9bc4c82ca1e9b573cfdd4e01667426f188a17e512',
    'be4ec4d6da9ede49a0fbf58ebb2fee7aa968799115b2073f94c210890b225f21807f5d9a5a903227353ecce7bff79703',
    'ff1930b348a5b5d1d75e922aac56aac64fb838d296a47db676fc6be29c7404f1459d705964718720865bcf65e62da802',
    '1b6025adaeb0b9f61c46616934407e0f5547a323dd51af3ac35cf9cebac5ea262c530d6e85288409d3dfcdf441814d52',
    '6adc37c86cc1abfa24e17b080cbdb14a7888958be363e86de9cbd5fe3b001d39f2efb70e6658d0e4a67772f8eb754b0a',
    '314450b48fed1f1adb998d339f118314',
  ].join(''),
  'hex',
);

function md2(message: Uint8Array): Buffer {
  const padding = 16 - (message.length % 16);
  const padded = Buffer.concat([message, Buffer.alloc(padding, padding)]);
  const mixed = (byte: number): number => MD2_BYTES[byte & 255] ?? 0;
  const checksum = Buffer.alloc(16);
  let last = 0;
  for (const [at, byte] of padded.entries()) {
    last = (checksum[at % 16] ?? 0) ^ mixed(byte ^ last);
    checksum[at % 16] = last;
  }
  const state = Buffer.alloc(48);
  const whole = Buffer.concat([padded, checksum]);
  for (let at = 0; at < whole.length; at += 16) {
    for (let each = 0; each < 16; each++) {
      const byte = whole[at + each] ?? 0;
      state[16 + each] = byte;
      state[32 + each] = byte ^ (state[each] ?? 0);
    }
    let sum = 0;
    for (let round = 0; round < 18; round++) {
      for (const [index, byte] of state.entries()) {
        sum = byte ^ mixed(sum);
        state[index] = sum;
      }
      sum = (sum + round) & 255;
    }
  }
  return state.subarray(0, 16);
}

import type { Encoding } from './record.ts';

/**
 * The 1-based physical line of the byte at `offset`. Lines are counted only for error messages, so that reading a valid
 * file stays fast.
 */
export async function lineOfByte(bytes: AsyncIterable<Buffer>, encoding: Encoding, offset: number): Promise<number> {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  let line = 1;
  let position = 0;
  let previousByte = 0;
  let previousUnit = 0;
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at++, position++) {
      if (position === offset) return line;
      const byte = chunk[at] ?? 0;
      if (!wide || position % 2 === 1) {
        const high = encoding === 'utf-16le' ? byte : previousByte;
        const unit = wide ? (high << 8) | (encoding === 'utf-16le' ? previousByte : byte) : byte;
        if (unit === 13 || (unit === 10 && previousUnit !== 13)) line++;
        previousUnit = unit;
      }
      previousByte = byte;
    }
  }
  return line;
}

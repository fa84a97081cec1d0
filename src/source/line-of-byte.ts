import type { Encoding } from './record.ts';

/**
 * The 1-based physical line on which the byte at `offset` stands. Counted only when something is wrong there, so that
 * the way of a sound file stays fast.
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

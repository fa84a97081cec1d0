import type { InputReader } from './input-reader.ts';

const MOST_THREADS = 32;

/** Reads `threads`; what is wrong with it is added to `problems`. */
export function readThreads({ text }: InputReader, problems: string[]): 'auto' | number {
  const given = text('threads');
  if (given.toLowerCase() === 'auto') return 'auto';
  const count = /^\d{1,2}$/.test(given) ? Number(given) : Number.NaN;
  if (count <= MOST_THREADS) return count;
  problems.push(
    `\`threads\`: expected \`auto\` or a whole number from 0 to ${MOST_THREADS}, got \`${given.slice(0, 80)}\``,
  );
  return 'auto';
}

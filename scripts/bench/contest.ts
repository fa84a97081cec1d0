import type { Server } from './server.ts';
import type { Venue } from './venue.ts';

/** What one run of a contestant came to; NaN for what could not be measured. */
export interface Figures {
  /** The duration that its rate is computed from. */
  readonly wallMs: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  /** From process start to the first request with users. */
  readonly firstRequestMs: number;
  /** From the first bulk request at the server to its last answer. */
  readonly sendingMs: number;
  /** Requests with users. */
  readonly requests: number;
  /** The most disk space that its folder took, in MB. */
  readonly diskMb: number;
}

export interface Contestant {
  readonly name: string;
  /** `server` is where it sends to; null: it sends nothing. */
  run(server: Server | null): Promise<Figures>;
}

/** The medians of a contestant's runs, or why it broke. */
export interface Result {
  readonly name: string;
  readonly figures: Figures | null;
  readonly broken: string | null;
}

/** Lets all run in turns, `rounds` times, so that whatever else the machine does hits everyone alike. */
export async function contest(contestants: readonly Contestant[], rounds: number, venue: Venue): Promise<Result[]> {
  const runs = contestants.map(() => [] as Figures[]);
  const broken = new Map<number, string>();
  for (let round = 1; round <= rounds; round++) {
    for (const [at, contestant] of contestants.entries()) {
      if (broken.has(at)) continue;
      try {
        const figures = await venue((server) => contestant.run(server));
        runs[at]?.push(figures);
        const seconds = (figures.wallMs / 1000).toFixed(2);
        console.log(
          `  round ${round} of ${rounds}: ${contestant.name}: ${seconds} s, CPU ${figures.cpuSeconds.toFixed(2)} s`,
        );
      } catch (error) {
        broken.set(at, error instanceof Error ? error.message : String(error));
        console.log(`  round ${round} of ${rounds}: ${contestant.name} BROKE: ${broken.get(at)}`);
      }
    }
  }
  return contestants.map(({ name }, at) => {
    const reason = broken.get(at) ?? null;
    return { name, figures: reason === null ? medians(runs[at] ?? []) : null, broken: reason };
  });
}

function medians(runs: readonly Figures[]): Figures {
  const of = (name: keyof Figures): number => {
    const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    const high = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
  };
  return {
    wallMs: of('wallMs'),
    cpuSeconds: of('cpuSeconds'),
    peakMb: of('peakMb'),
    firstRequestMs: of('firstRequestMs'),
    sendingMs: of('sendingMs'),
    requests: of('requests'),
    diskMb: of('diskMb'),
  };
}

import { mulberry32, pickOne, randomInteger, seedFor } from '../../../src/runtime/random.ts';
import type { ResultsService } from '../results-service.ts';
import type { StoredArtifact } from '../stored-artifact.ts';
import type { ChaosPlan } from './chaos-plan.ts';

/** What is kept for later runs, and the copies of it, which no run may take for it. */
export interface ReplayedArtifacts {
  /** Stores copies of what was kept so far, as somebody with write access to artifacts can between two runs. */
  replay(gap: number): void;
  /** What runs have stored themselves, oldest first. */
  originals(prefix: string): readonly StoredArtifact[];
}

const STATE = 'cidaas-migrate-state-';
const RESUME = 'cidaas-migrate-resume-';
/** In one gap. All of them together must be fewer than a run opens. */
const MAX_COPIES = 3;

export function replayedArtifacts(service: ResultsService, { seed, replays }: ChaosPlan): ReplayedArtifacts {
  const copies = new Set<number>();
  const originals = (prefix: string) =>
    service.artifacts.filter(({ id, name }) => name.startsWith(prefix) && !copies.has(id));
  return {
    originals,
    replay(gap) {
      const kept = [...originals(STATE), ...originals(RESUME)];
      if (replays === 'none' || kept.length === 0) return;
      const random = mulberry32(seedFor(seed, 'replay', gap));
      for (let n = randomInteger(random, 0, MAX_COPIES); n > 0; n--) {
        const { name, bytes, runId } = kept[randomInteger(random, 0, kept.length - 1)] ?? {};
        if (name === undefined || bytes === undefined || runId === undefined) continue;
        const way = replays === 'both' ? pickOne(random, ['by other runs', 'by re-runs'] as const) : replays;
        const by = way === 'by re-runs' ? runId : String(9_000 + randomInteger(random, 1, 20));
        service.beginRun(by);
        copies.add(service.seed({ name, bytes, runId: by }).id);
      }
    },
  };
}

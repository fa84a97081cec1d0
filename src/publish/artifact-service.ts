import type { ArtifactClient } from '@actions/artifact';
import { logLine, shorten } from '../text/escape.ts';
import { duration } from '../text/number-text.ts';

export type { ArtifactClient };

/** The runner's environment, as far as artifacts need it. The client itself reads `process.env`. */
export type RunnerEnv = Readonly<Record<string, string | undefined>>;

/** Loads `@actions/artifact`, which takes longer to load than everything else together. */
export async function loadArtifactClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

/** Why artifacts cannot be had here at all, or null when they can. */
export function noArtifacts(env: RunnerEnv): string | null {
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : '';
  // The client refuses any other host (its config.ts, isGhes).
  if (host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')) return null;
  return 'GitHub Enterprise Server has no artifact service that this action can use';
}

/** Why artifacts of this very run cannot be reached, or null when they can. */
export function noRuntime(env: RunnerEnv): string | null {
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].filter((name) => (env[name] ?? '') === '');
  if (missing.length === 0) return noArtifacts(env);
  return `there is no artifact service outside of GitHub Actions (${missing.join(' and ')} not set)`;
}

/** The artifact service did not come to an end in time. */
class ArtifactTimeout extends Error {
  constructor(what: string, timeoutMs: number) {
    super(`${what} took longer than ${duration(timeoutMs)} and was given up`);
    this.name = 'ArtifactTimeout';
  }
}

/**
 * Lets `work` take no longer than `timeoutMs`: the client waits without end for a service that accepts and never answers.
 * Such a request stays open behind our back and keeps the process alive; an entry therefore ends with `process.exit`.
 *
 * @throws ArtifactTimeout, or what `work` throws.
 */
export async function inTime<T>(what: string, timeoutMs: number, work: (gone: AbortSignal) => Promise<T>): Promise<T> {
  const gone = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      gone.abort();
      reject(new ArtifactTimeout(what, timeoutMs));
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(gone.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What an error of the client says, on one line; signed addresses lose their signatures. */
export function reasonFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.trim().split(/[\r\n]/);
  return shorten(logLine(first.replace(/\?[^\s"']*/g, '?…')), 300);
}

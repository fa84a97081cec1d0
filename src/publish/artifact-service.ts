import type { ArtifactClient } from '@actions/artifact';
import { logLine, shorten } from '../text/escape.ts';
import { duration } from '../text/number-text.ts';

export type { ArtifactClient };

/** The runner's environment variables. The artifact client itself reads `process.env`. */
export type RunnerEnv = Readonly<Record<string, string | undefined>>;

/** Loads `@actions/artifact` on demand: it takes longer to load than everything else together. */
export async function loadArtifactClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

/** Why artifacts are not available at all; null when they are. */
export function whyNoArtifacts(env: RunnerEnv): string | null {
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : '';
  // The client refuses any other host (its config.ts, isGhes).
  if (host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')) return null;
  return 'GitHub Enterprise Server has no artifact service that this action can use';
}

/** Why the artifacts of this run are not available; null when they are. */
export function whyNoRuntime(env: RunnerEnv): string | null {
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].filter((name) => (env[name] ?? '') === '');
  if (missing.length === 0) return whyNoArtifacts(env);
  return `there is no artifact service outside GitHub Actions (${missing.join(' and ')} not set)`;
}

/** The artifact service did not finish in time. */
export class ArtifactTimeout extends Error {
  constructor(what: string, timeoutMs: number) {
    super(`${what} took longer than ${duration(timeoutMs)} and was stopped`);
    this.name = 'ArtifactTimeout';
  }
}

/**
 * Limits `work` to `timeoutMs` and to the life of `stop`, since the client waits forever for a service that accepts a
 * connection and never answers, and for minutes between its own attempts. Such a request stays open and keeps the process
 * alive, so the entries end with `process.exit`.
 *
 * @throws ArtifactTimeout, the reason of `stop`, or what `work` throws.
 */
export async function withTimeout<T>(
  what: string,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  stop?.throwIfAborted();
  const aborter = new AbortController();
  const ended = Promise.withResolvers<never>();
  const end = (reason: unknown): void => {
    aborter.abort();
    ended.reject(reason);
  };
  const timer = setTimeout(() => end(new ArtifactTimeout(what, timeoutMs)), timeoutMs);
  const stopped = (): void => end(stop?.reason);
  stop?.addEventListener('abort', stopped, { once: true });
  try {
    return await Promise.race([work(aborter.signal), ended.promise]);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', stopped);
  }
}

/** The message of an error of the client on one line, without the signatures of signed addresses. */
export function reasonFor(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ''] = message.trim().split(/[\r\n]/);
  return shorten(logLine(first.replace(/\?[^\s"']*/g, '?…')), 300);
}

/**
 * Whether an upload failed because an artifact of this run already has the name. The client (6.2.1) throws a plain `Error`
 * whose message is all that is left of the status: `Failed to CreateArtifact: … Failed request: (409) Conflict: …`.
 */
export function isNameTaken(error: unknown): boolean {
  return error instanceof Error && /^Failed to CreateArtifact: .*\bFailed request: \(409\)/s.test(error.message);
}

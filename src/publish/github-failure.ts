/** Why a call to GitHub failed: REST API, runtime service or blob store. */
export type GitHubFailure =
  /** `until`: when GitHub accepts calls again; null when it does not say. */
  | { readonly kind: 'rate-limited'; readonly until: Date | null }
  | { readonly kind: 'unauthorized' | 'forbidden' | 'locked' | 'absent' | 'expired' }
  /** No answer, or one that only says that GitHub is in trouble. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'other' };

/** What a failed call is known by. */
interface FailedAnswer {
  /** Octokit also gives a call without an answer the status 500. */
  readonly status: number | null;
  readonly message: string;
  readonly header: (name: string) => string | null;
}

/** GitHub's advice for a secondary limit whose answer names no time. */
const SECONDARY_LIMIT_MS = 60_000;

/** Says what an error of Octokit or `@actions/artifact` means. `now`: milliseconds since 1970. */
export function gitHubFailure(error: unknown, now: number): GitHubFailure {
  const answer = failedAnswer(error);
  const { status, message } = answer;
  const limitMs = rateLimitMs(answer, now);
  if (limitMs !== null) return { kind: 'rate-limited', until: limitMs === 0 ? null : new Date(now + limitMs) };
  switch (status) {
    case null:
      if (error instanceof Error && error.name === 'ArtifactNotFoundError') return { kind: 'absent' };
      return isNetworkError(error) ? { kind: 'unreachable' } : { kind: 'other' };
    case 401:
      return { kind: 'unauthorized' };
    case 403:
      return /\b(?:is|are|been) locked\b/i.test(message) ? { kind: 'locked' } : { kind: 'forbidden' };
    case 404:
      return { kind: 'absent' };
    case 410:
      return { kind: 'expired' };
    default:
      return status >= 500 || status === 408 ? { kind: 'unreachable' } : { kind: 'other' };
  }
}

/**
 * How long GitHub asks to wait, in milliseconds; 0 when it sets a limit without a time; null when the call was not limited.
 * Source: https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function rateLimitMs({ status, message, header }: FailedAnswer, now: number): number | null {
  if (status !== 403 && status !== 429) return null;
  const seconds = Number(header('retry-after') ?? Number.NaN);
  if (seconds >= 0) return Math.max(1, seconds * 1_000);
  const reset = Number(header('x-ratelimit-reset') ?? Number.NaN);
  // One second later, since the limit ends within that second.
  if (header('x-ratelimit-remaining') === '0' && reset > 0) return Math.max(1_000, reset * 1_000 - now + 1_000);
  if (/\bsecondary rate limit\b|\babuse\b/i.test(message)) return SECONDARY_LIMIT_MS;
  return status === 429 || /\brate limit\b/i.test(message) ? 0 : null;
}

function failedAnswer(error: unknown): FailedAnswer {
  if (!(error instanceof Error)) return { status: null, message: String(error), header: () => null };
  const { status, response } = error as { status?: unknown; response?: { headers?: Record<string, unknown> } };
  const header = (name: string): string | null => {
    const value = response?.headers?.[name];
    return value === undefined || value === '' ? null : String(value);
  };
  return { status: typeof status === 'number' ? status : statusInMessage(error), message: error.message, header };
}

/** `@actions/artifact` (6.2.1) keeps the status of the runtime service only in its message: `Failed request: (403) Forbidden`. */
function statusInMessage({ message }: Error): number | null {
  const [, status] = /\bFailed request: \((\d{3})\)/.exec(message) ?? [];
  return status === undefined ? null : Number(status);
}

const NETWORK_CODES = ['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'EPIPE'];

function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (NETWORK_CODES.includes(code) || code.startsWith('UND_ERR_'))) return true;
  if (['ArtifactTimeout', 'TimeoutError', 'NetworkError'].includes(error.name)) return true;
  // The client (6.2.1) wraps errors of the network, and those of its last attempt, into plain ones.
  return /\bUnable to make request: [A-Z]|\bdownload failed after \d+ retries\b|\bafter \d+ attempts\b/.test(
    error.message,
  );
}

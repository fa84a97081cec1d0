import { reasonFor } from './artifact-service.ts';
import { type GitHubFailure, gitHubFailure } from './github-failure.ts';

/** Why artifacts cannot be listed or downloaded. */
export type ArtifactProblemKind =
  /** What was asked for does not exist, or is not visible. */
  | 'absent'
  /** The artifact existed. */
  | 'expired'
  | 'forbidden'
  /** GitHub did not answer usably, or limits the rate. */
  | 'unreachable'
  /** There is no artifact service. */
  | 'unsupported'
  | 'damaged';

/** Artifacts cannot be listed or downloaded; the message is a sentence for people, with what to do. */
export class ArtifactProblem extends Error {
  readonly kind: ArtifactProblemKind;

  constructor(kind: ArtifactProblemKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ArtifactProblem';
    this.kind = kind;
  }
}

/** The artifact was downloaded but is damaged or has disallowed content; downloading it again does not help. */
export class DamagedArtifact extends ArtifactProblem {
  constructor(message: string, options?: ErrorOptions) {
    super('damaged', message, options);
    this.name = 'DamagedArtifact';
  }
}

const PERMISSION =
  'give the job `permissions: actions: read`, and for another repository a `github-token` that can read it';

/**
 * Explains why a call about the artifacts of `where` (as "run 12 of o/r") failed; the client's own message would only name
 * endpoints. `now`: milliseconds since 1970.
 */
export function artifactProblem(
  action: 'listed' | 'downloaded',
  where: string,
  cause: unknown,
  now: number,
): ArtifactProblem {
  if (cause instanceof ArtifactProblem) return cause;
  const failure = gitHubFailure(cause, now);
  const made = (kind: ArtifactProblemKind, message: string) => new ArtifactProblem(kind, message, { cause });
  switch (failure.kind) {
    case 'unauthorized':
      return made('forbidden', '`github-token` is invalid or has expired.');
    case 'forbidden':
      return made('forbidden', `\`github-token\` is not allowed to read the artifacts of ${where}: ${PERMISSION}.`);
    case 'absent':
      return made(
        'absent',
        action === 'downloaded'
          ? `The artifact of ${where} does not exist any more, or \`github-token\` cannot see it: ${PERMISSION}.`
          : `Either ${where} does not exist, or \`github-token\` cannot see it: ${PERMISSION}.`,
      );
    case 'expired':
      return made('expired', `The artifact of ${where} has expired: GitHub deleted it when its retention ended.`);
    case 'rate-limited':
      return made('unreachable', `The artifacts of ${where} cannot be ${action}: ${rateLimitText(failure)}`);
    case 'unreachable':
      return made(
        'unreachable',
        `The artifacts of ${where} cannot be ${action}: ${reasonFor(cause)}. GitHub or the way to it is in trouble (https://www.githubstatus.com). Run again later.`,
      );
    case 'locked':
    case 'other':
      return made('unreachable', `The artifacts of ${where} cannot be ${action}: ${reasonFor(cause)}.`);
  }
}

/** What a limit means, and what to do, as sentences. */
export function rateLimitText({ until }: Extract<GitHubFailure, { kind: 'rate-limited' }>): string {
  const when = until === null ? 'in an hour' : `after ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `GitHub's rate limit for this token is used up, and the run cannot wait that long. Run again ${when}.`;
}

import { endlessPatience, type GitHubPatience } from '../../src/publish/github-retry.ts';

/** Patience whose waits between calls take no time. */
export function instantPatience(): GitHubPatience {
  return { ...endlessPatience(), sleep: async () => undefined };
}

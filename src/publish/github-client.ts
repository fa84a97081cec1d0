import type { getOctokit } from '@actions/github';
import type { RunnerEnv } from './artifact-service.ts';

/** GitHub's REST API. */
export type GitHubClient = ReturnType<typeof getOctokit>;

/** Loads the client only when somebody talks to GitHub: a run without a pull request never does. */
export async function connectGitHub(token: string, { GITHUB_API_URL: baseUrl }: RunnerEnv): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token, baseUrl === undefined ? {} : { baseUrl });
}

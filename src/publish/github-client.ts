import type { getOctokit } from '@actions/github';
import type { RunnerEnv } from './artifact-service.ts';

/** GitHub's REST API. */
export type GitHubClient = ReturnType<typeof getOctokit>;

/** Loads the client only when it is needed: most runs never call the REST API. */
export async function connectGitHub(token: string, { GITHUB_API_URL: baseUrl }: RunnerEnv): Promise<GitHubClient> {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token, baseUrl === undefined ? {} : { baseUrl });
}

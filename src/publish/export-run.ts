import { InputError } from '../runtime/input-error.ts';
import { shownName } from '../text/escape.ts';
import { type ArtifactPorts, type ArtifactRun, isOwnRun, restCall, restPlaceOf, runName } from './artifact-list.ts';

/**
 * Events that only people with write access to the repository, or GitHub's clock, can cause. Missing are `pull_request_target`,
 * `issue_comment` and the like, which anybody can cause, and `workflow_run`, which also follows runs of forks.
 */
const TRUSTED_EVENTS: readonly string[] = [
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
  'create',
  'deployment',
  'deployment_status',
  'merge_group',
  // Of a branch of the repository itself: those of forks have another head repository.
  'pull_request',
];

/**
 * Rejects another run whose artifacts may be the work of somebody without write access to its repository.
 *
 * @throws InputError that says why; ArtifactProblem when the run cannot be looked up.
 */
export async function refuseUntrustedRun(run: ArtifactRun, ports: ArtifactPorts): Promise<void> {
  if (isOwnRun(run, ports.env)) return;
  const place = restPlaceOf(run, ports.env);
  const { owner, repo, runId } = place;
  const found = await restCall(runName(place), run.token, ports, async (client, request) => {
    const { data } = await client.rest.actions.getWorkflowRun({ owner, repo, run_id: runId, request });
    return data;
  });
  // Null once a fork has been deleted.
  const head = found.head_repository as typeof found.head_repository | null | undefined;
  const why =
    head == null || head.id !== found.repository.id
      ? `belongs to ${head == null ? 'a repository that was deleted' : `the fork ${shownName(head.full_name)}`}`
      : TRUSTED_EVENTS.includes(found.event)
        ? null
        : `was started by the event ${shownName(found.event)}, which needs no write access`;
  if (why === null) return;
  throw new InputError([
    `\`export-run-id\`: ${runName(place)} ${why}: its artifact may be the work of anybody. Take the export from a run of ${owner}/${repo} that was started by ${TRUSTED_EVENTS.slice(0, 3).join(', ')} or the like. \`allow-fork-export: true\` is for exports of which that does not matter, as in a plan of invented users. Nothing was sent.`,
  ]);
}

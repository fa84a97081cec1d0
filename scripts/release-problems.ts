import { releaseNotes, unreleasedNotes } from './changelog.ts';
import { projectOf } from './project.ts';

/** What a release is about to be made of. */
export interface ReleaseCandidate {
  /** As it was typed. */
  readonly version: string;
  /** The branch that it is released from, like `refs/heads/main`. */
  readonly ref: string;
  /** Where it is released, as `owner/name`; null on a machine that does not know. */
  readonly repository: string | null;
  /** Of the repository, all of them. */
  readonly tags: readonly string[];
  readonly packageJson: string;
  readonly changelog: string;
}

/** Everything that prevents the release, each with what to do; empty if nothing does. */
export function releaseProblems(candidate: ReleaseCandidate): readonly string[] {
  const { version, ref, repository, tags } = candidate;
  if (!/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(version))
    return [`The version is ${JSON.stringify(version)}: expected X.Y.Z without a "v", like 0.2.0`];
  const project = projectOf(candidate.packageJson);
  const problems = [...changelogProblems(candidate), ...tagProblems(version, tags)];
  if (ref !== 'refs/heads/main') problems.push(`The release was started on ${ref}: start it on the branch main`);
  if (project.version !== version)
    problems.push(`package.json has the version ${project.version}, not ${version}: see "Release" in CONTRIBUTING.md`);
  if (repository !== null && project.repository !== repository)
    problems.push(
      `package.json names the repository ${project.repository}, and this is ${repository}: run ` +
        `\`npm pkg set repository.url=git+https://github.com/${repository}.git && npm run schema\`, and commit what changes`,
    );
  return problems;
}

function changelogProblems({ changelog, version }: ReleaseCandidate): string[] {
  const problems: string[] = [];
  try {
    releaseNotes(changelog, version);
  } catch (error) {
    problems.push((error as Error).message);
  }
  if (unreleasedNotes(changelog) !== '')
    problems.push(`CHANGELOG.md has changes under "Unreleased": move them to ${version}, which contains them`);
  return problems;
}

/** A released version stays as it is, and the moving tag of its major version only moves forward. */
function tagProblems(version: string, tags: readonly string[]): string[] {
  if (tags.includes(`v${version}`))
    return [`v${version} exists already: a released version never changes, take the next`];
  const major = `v${version.split('.')[0]}`;
  const newer = tags
    .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag) && tag.startsWith(`${major}.`))
    .filter((tag) => isAbove(tag, `v${version}`));
  if (newer.length === 0) return [];
  return [`${newer.join(', ')} is above ${version}, so ${major} would move back: take a version above it`];
}

function isAbove(a: string, b: string): boolean {
  return a.localeCompare(b, 'en', { numeric: true }) > 0;
}

/** What package.json says about the project. */
export interface Project {
  readonly version: string;
  /** Of the version, as in the moving tag `v0`. */
  readonly major: string;
  /** On GitHub, as `owner/name`. */
  readonly repository: string;
}

/** @throws Error if the version is not `X.Y.Z` or the repository is not on GitHub. */
export function projectOf(packageJson: string): Project {
  const { version, repository } = JSON.parse(packageJson) as {
    readonly version: string;
    readonly repository?: { readonly url?: string };
  };
  const [, major] = /^(\d+)\.\d+\.\d+$/.exec(version) ?? [];
  if (major === undefined) throw new Error(`package.json: the version is ${version}; expected X.Y.Z`);
  const [, name] = /^git\+https:\/\/github\.com\/([\w.-]+\/[\w.-]+)\.git$/.exec(repository?.url ?? '') ?? [];
  if (name === undefined)
    throw new Error('package.json: repository.url must be git+https://github.com/<owner>/<name>.git');
  return { version, major, repository: name };
}

import { INPUTS } from '../settings/inputs.ts';
import { nearest } from '../text/nearest.ts';

const PREFIX = 'INPUT_';
const NAMES = Object.keys(INPUTS);

/**
 * Inputs that the step was given and the action does not have; the runner only warns about them. It passes every input as a
 * variable `INPUT_…`, in upper case, with underscores for spaces.
 *
 * Inside a composite action (`GITHUB_ACTION_PATH`), such a variable may also be one that the action sets for its own scripts.
 * There, a variable that neither resembles an input nor has a character that scripts cannot use is only a warning.
 * Source: actions/runner, Handler.cs (AddInputsToEnvironment).
 */
export function unknownInputs(env: { readonly [name: string]: string | undefined }): {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
} {
  const problems: string[] = [];
  const warnings: string[] = [];
  const isComposite = (env.GITHUB_ACTION_PATH ?? '') !== '';
  for (const variable of Object.keys(env).sort()) {
    if (!variable.startsWith(PREFIX)) continue;
    const name = variable.slice(PREFIX.length).toLowerCase();
    if (NAMES.includes(name)) continue;
    const like = nearest(name.replaceAll('_', '-'), NAMES);
    const isForeign = isComposite && like === null && /^\w+$/.test(name);
    const meant = like === null ? 'docs/reference.md lists the inputs.' : `Did you mean \`${like}\`?`;
    (isForeign ? warnings : problems).push(
      `\`${name}\`: unknown input. ${meant} If it is not an input of this step but the variable ${variable} of its environment, rename the variable.`,
    );
  }
  return { problems, warnings };
}

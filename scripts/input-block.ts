import { type ActionInput, actionInputs } from './action-inputs.ts';

/** Longest comment of an input. A longer one would be cut off on GitHub's page. */
const MAX_COMMENT = 120;

/**
 * A step with every input of an `action.yml` at its default: the first sentence of each description above it, in the groups that the
 * comments of the file make. It can be copied as it is.
 *
 * @throws Error naming the inputs whose first sentence is too long for a line.
 */
export function inputBlock(actionYml: string, uses: string): string {
  const inputs = actionInputs(actionYml);
  const tooLong = inputs.filter(({ summary }) => summary.length > MAX_COMMENT).map(({ name }) => name);
  if (tooLong.length > 0)
    throw new Error(`action.yml: the first sentence is longer than ${MAX_COMMENT} characters: ${tooLong.join(', ')}`);
  const lines = inputs.flatMap((input) => [
    ...(input.group === null ? [] : ['', `    # ---- ${input.group} ----`]),
    `    # ${input.summary}`,
    `    ${input.name}: ${yamlText(input)}`,
  ]);
  return [`- uses: ${uses}`, '  with:', ...lines.slice(1)].join('\n');
}

/** Quoted where YAML would read something else than a text, or nothing. */
function yamlText({ standard }: ActionInput): string {
  return /^[a-z][\w%-]*$|^\$\{\{.*\}\}$|^\d+[a-z%]$/.test(standard) &&
    !/^(?:true|false|null|yes|no|on|off)$/.test(standard)
    ? standard
    : `'${standard}'`;
}

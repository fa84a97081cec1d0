import { isPair, isScalar, parseDocument, type YAMLMap } from 'yaml';

interface Input {
  readonly name: string;
  /** What the comment above the input says: it begins a group of inputs. */
  readonly group: string | null;
  readonly description: string;
  /** As `action.yml` states it; empty without a default. */
  readonly standard: string;
}

/** Longest comment of an input. A longer one would be cut off on GitHub's page. */
const MAX_COMMENT = 120;

/**
 * A step with every input of an `action.yml` at its default: the first sentence of each description above it, in the groups that the
 * comments of the file make. It can be copied as it is.
 *
 * @throws Error naming the inputs whose first sentence is too long for a line.
 */
export function inputBlock(actionYml: string, uses: string): string {
  const inputs = inputsOf(actionYml);
  const tooLong = inputs.filter((input) => commentOf(input).length > MAX_COMMENT).map(({ name }) => name);
  if (tooLong.length > 0)
    throw new Error(`action.yml: the first sentence is longer than ${MAX_COMMENT} characters: ${tooLong.join(', ')}`);
  const lines = inputs.flatMap((input) => [
    ...(input.group === null ? [] : ['', `    # ---- ${input.group} ----`]),
    `    # ${commentOf(input)}`,
    `    ${input.name}: ${yamlText(input)}`,
  ]);
  return [`- uses: ${uses}`, '  with:', ...lines.slice(1)].join('\n');
}

function inputsOf(actionYml: string): readonly Input[] {
  const document = parseDocument(actionYml);
  const inputs = document.get('inputs') as YAMLMap;
  return inputs.items.flatMap((pair, at): Input[] => {
    if (!isPair(pair) || !isScalar(pair.key)) return [];
    const { description = '', default: standard = '' } = (pair.value as YAMLMap).toJSON();
    // A comment in front of the first key belongs to the map.
    const group = (at === 0 ? inputs.commentBefore : pair.key.commentBefore)?.trim() ?? null;
    return [{ name: String(pair.key.value), group, description, standard: String(standard) }];
  });
}

function commentOf({ description }: Input): string {
  return (description.split(/(?<=\.) (?=[A-Z0-9`])/)[0] ?? '').replace(/\.$/, '');
}

/** Quoted where YAML would read something else than a text, or nothing. */
function yamlText({ standard }: Input): string {
  return /^[a-z][\w%-]*$|^\$\{\{.*\}\}$|^\d+[a-z%]$/.test(standard) &&
    !/^(?:true|false|null|yes|no|on|off)$/.test(standard)
    ? standard
    : `'${standard}'`;
}

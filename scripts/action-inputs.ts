import { isPair, isScalar, parseDocument, type YAMLMap } from 'yaml';

/** An input of an `action.yml`. */
export interface ActionInput {
  readonly name: string;
  /** The comment above the input, which begins a group of inputs. */
  readonly group: string | null;
  /** The first sentence of the description, without its full stop. */
  readonly summary: string;
  /** Empty without a default. */
  readonly standard: string;
}

/** The inputs of an `action.yml`, in its order. */
export function actionInputs(actionYml: string): readonly ActionInput[] {
  const inputs = parseDocument(actionYml).get('inputs') as YAMLMap;
  return inputs.items.flatMap((pair, at): ActionInput[] => {
    if (!isPair(pair) || !isScalar(pair.key)) return [];
    const { description = '', default: standard = '' } = (pair.value as YAMLMap).toJSON();
    // A comment in front of the first key belongs to the map.
    const group = (at === 0 ? inputs.commentBefore : pair.key.commentBefore)?.trim() ?? null;
    const [first = ''] = String(description).split(/(?<=\.) (?=[A-Z0-9`])/);
    return [{ name: String(pair.key.value), group, summary: first.replace(/\.$/, ''), standard: String(standard) }];
  });
}

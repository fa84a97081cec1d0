import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'rolldown/utils';

/** The part of a syntax tree (ESTree) that is looked at. */
interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly arguments?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked?: string | null } }[];
}

/**
 * The titles of the tests in a file, each with its groups before it: `group > title`. Titles of `test.each` keep their `%s`. Tests
 * that are always skipped are left out.
 */
export function testTitles(path: string): string[] {
  const { program } = parseSync(path, readFileSync(path, 'utf8'));
  const groups: string[] = [];
  const titles: string[] = [];
  new Visitor({
    CallExpression(call) {
      const { kind, title } = declared(call as unknown as Node);
      if (kind === 'describe') groups.push(title);
      if (kind === 'test') titles.push([...groups, title].join(' > '));
    },
    'CallExpression:exit'(call) {
      if (declared(call as unknown as Node).kind === 'describe') groups.pop();
    },
  }).visit(program);
  return titles;
}

/** What a call declares: `test('…')`, `it.each(…)('…')`, `describe.skipIf(…)('…')` and the like. */
function declared({ callee, arguments: [first] = [] }: Node): { kind: 'test' | 'describe' | 'other'; title: string } {
  const words = wordsOf(callee);
  const title = textOf(first);
  if (title === null || words.includes('skip') || words.includes('todo')) return { kind: 'other', title: '' };
  switch (words[0]) {
    case 'describe':
      return { kind: 'describe', title };
    case 'it':
    case 'test':
      return { kind: 'test', title };
    default:
      return { kind: 'other', title };
  }
}

/** The names in `it.each(…)`: `it` and `each`. `it.each` itself, without its title, is not called with a text. */
function wordsOf(node: Node | undefined): string[] {
  switch (node?.type) {
    case 'Identifier':
      return [node.name ?? ''];
    case 'MemberExpression':
      return [...wordsOf(node.object), node.property?.name ?? ''];
    case 'CallExpression':
      return wordsOf(node.callee);
    default:
      return [];
  }
}

function textOf(node: Node | undefined): string | null {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node?.type !== 'TemplateLiteral') return null;
  return (node.quasis ?? []).map(({ value }) => value.cooked ?? '').join('*');
}

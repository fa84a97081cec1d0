import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputBlock } from '../scripts/input-block.ts';
import { withPart } from '../scripts/marked-part.ts';
import { projectOf } from '../scripts/project.ts';
import { reportOutputs } from '../src/publish/outputs.ts';
import { INPUTS, type InputName } from '../src/settings/inputs.ts';
import { readSettings } from '../src/settings/read-settings.ts';
import { reportHead } from './support/report-builder.ts';

const read = (name: string): string => readFileSync(resolve(import.meta.dirname, '..', name), 'utf8');
const uses = `OWNER/cidaas-migrate@v${projectOf(read('package.json')).major}`;

interface Action {
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: { readonly [name: string]: { readonly default?: string } };
}
const action = parse(read('action.yml')) as Action;

test('the marketplace shows the whole description, with icon and colour', () => {
  expect(action.description.length).toBeLessThanOrEqual(125);
  expect(action.branding.icon).toMatch(/^[a-z-]+$/);
  expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
    action.branding.color,
  );
});

describe('the block of all inputs in README', () => {
  const readme = read('README.md');
  const [, block = ''] = /<!-- inputs:start[^>]*-->\n```yaml\n([\s\S]*?)\n```\n<!-- inputs:end -->/.exec(readme) ?? [];

  test('is made from action.yml (npm run readme)', () => {
    expect(block).toBe(inputBlock(read('action.yml'), uses));
  });

  test('can be copied: it is a step with every input at its default', () => {
    const defaults = Object.entries(action.inputs).map(([name, { default: standard = '' }]) => [name, standard]);
    expect(parse(block)).toEqual([{ uses, with: Object.fromEntries(defaults) }]);
  });

  test('has a line about each input, and groups', () => {
    const lines = block.split('\n');
    for (const name of Object.keys(INPUTS)) {
      const at = lines.findIndex((line) => line.startsWith(`    ${name}: `));
      expect(lines[at - 1], name).toMatch(/^ {4}# [A-Z`]/);
      expect(lines[at - 1]?.length, name).toBeLessThanOrEqual(126);
    }
    expect(lines.filter((line) => line.includes('# ----')).length).toBeGreaterThan(5);
  });
});

test('a description whose first sentence does not fit in a line is named', () => {
  const long = `inputs:\n  one:\n    description: ${'x'.repeat(121)}. Two.\n  two:\n    description: Short. ${'x'.repeat(121)}\n`;
  expect(() => inputBlock(long, 'a/b@v1')).toThrow('longer than 120 characters: one');
});

test('a part of a page is replaced between its marks, and a page without them is an error', () => {
  const page = 'a\n<!-- it:start (from b) -->\nold\n<!-- it:end -->\nz\n';
  expect(withPart(page, 'it', 'new $1')).toBe('a\n<!-- it:start (from b) -->\nnew $1\n<!-- it:end -->\nz\n');
  for (const wrong of ['', '<!-- it:start -->\n', '<!-- it:end --><!-- it:start -->\n', page + page])
    expect(() => withPart(wrong, 'it', 'new')).toThrow('<!-- it:start --> and <!-- it:end --> once');
});

interface Type {
  readonly type: 'string' | 'boolean' | 'integer' | 'float' | 'enum' | 'list';
  readonly 'allowed-values'?: readonly string[];
}
const types = parse(read('action-types.yml')) as {
  readonly [part in 'inputs' | 'outputs']: { readonly [name: string]: Type };
};

/** What settings expected in place of a value of this input; null if they take it. */
function expectedFor(name: string, value: string): string | null {
  try {
    readSettings((input: InputName) => (input === name ? value : ''));
  } catch (error) {
    const lines = (error as Error).message
      .split('\n')
      .filter((line) => line.startsWith(`\`${name}\`: `) && EXPECTED.test(line));
    return lines[0]?.replace(EXPECTED, '$1') ?? null;
  }
  return null;
}

/** How settings say what an input may be. */
const EXPECTED = /^.*?(?:: e|\. E)xpected (.*?)(?:, got .*)?$/;

describe('action-types.yml', () => {
  test('names every input and output', () => {
    expect(Object.keys(types.inputs)).toEqual(Object.keys(INPUTS));
    const set = reportOutputs(reportHead(), { path: 'report.json', artifactId: null, url: null });
    expect(Object.keys(types.outputs).sort()).toEqual(Object.keys(set).sort());
  });

  test.each(Object.entries(types.inputs))(
    'has the type of %s that settings read',
    (name, { type, 'allowed-values': values = [] }) => {
      const accepts = (value: string): boolean => expectedFor(name, value) === null;
      switch (type) {
        case 'enum': {
          const choices = expectedFor(name, 'another')?.replace('one of ', '').split(', ');
          expect(choices?.sort()).toEqual([...values].sort());
          break;
        }
        case 'boolean':
          expect([accepts('true'), accepts('false'), accepts('yes')]).toEqual([true, true, false]);
          break;
        case 'integer':
        case 'float':
          expect([accepts('40'), accepts('40.5'), accepts('many')]).toEqual([true, type === 'float', false]);
          break;
        case 'list':
        case 'string':
          expect(values).toEqual([]);
          expect(expectedFor(name, 'another') ?? '').not.toMatch(/^(?:one of [^(]*$|a number from|a whole number)/);
      }
    },
  );
});

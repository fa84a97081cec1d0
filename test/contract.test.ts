import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OUTCOMES } from '../src/plan/row.ts';
import { reportOutputs } from '../src/publish/outputs.ts';
import { TOOL_VERSION } from '../src/runtime/tool-version.ts';
import { INPUTS, SECRETS } from '../src/settings/inputs.ts';
import { readSettings } from '../src/settings/read-settings.ts';
import { reportHead } from './support/report-builder.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(resolve(root, name), 'utf8');

interface Action {
  readonly inputs: { readonly [name: string]: { readonly description: string; readonly default?: string } };
  readonly outputs: { readonly [name: string]: { readonly description: string } };
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string };
}
const action = parse(read('action.yml')) as Action;
const reference = read('docs/reference.md');

describe('inputs', () => {
  it('stand in action.yml exactly as settings know them', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUTS));
  });

  it('have the same defaults in action.yml and in settings', () => {
    for (const [name, standard] of Object.entries(INPUTS)) {
      // Where settings leave it open, the entry decides: the runner's context for the action, a folder for the CLI.
      if (standard === null) expect(action.inputs[name]?.default, name).toMatch(/\$\{\{/);
      else expect(action.inputs[name]?.default ?? '', name).toBe(standard);
    }
  });

  it.each(Object.keys(INPUTS))('%s is described in action.yml and in the reference, with its default', (name) => {
    expect(action.inputs[name]?.description.length).toBeGreaterThan(10);
    const row = reference.split('\n').find((line) => line.startsWith(`| \`${name}\` |`));
    expect(row, `docs/reference.md has a row for ${name}`).toBeDefined();
    const standard = action.inputs[name]?.default;
    if (standard !== undefined && !standard.includes('${{')) expect(row).toContain(`\`${standard}\``);
  });

  it('read with nothing but their defaults name what is missing, and nothing else', () => {
    expect(() => readSettings(() => '')).toThrow(
      /^`export`: [^\n]+\n`client-id`: [^\n]+\n`client-secret`: [^\n]+\n`tenant-url`: [^\n]+$/,
    );
  });

  it.each(Object.entries(SECRETS))('%s has a variable for the shell in the reference', (_, variable) => {
    expect(reference).toContain(`\`${variable}\``);
  });
});

describe('outputs', () => {
  it('stand in action.yml exactly as they are set', () => {
    const set = reportOutputs(reportHead(), { path: 'report.json', artifactId: null, url: null });
    expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(set).sort());
  });

  it('count each outcome of a row', () => {
    for (const outcome of OUTCOMES) expect(Object.keys(action.outputs)).toContain(outcome);
  });

  it.each(Object.keys(action.outputs))('%s is described in action.yml and in the reference', (name) => {
    expect(action.outputs[name]?.description.length).toBeGreaterThan(10);
    expect(reference).toContain(`| \`${name}\` |`);
  });
});

it('runs on Node 24 from dist/', () => {
  expect(action.runs).toMatchObject({ using: 'node24', main: 'dist/index.js' });
  // The first runner that knows node24.
  expect(readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8')).toContain('version 2.327.1 of the runner');
});

it('has one version', () => {
  expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(TOOL_VERSION);
});

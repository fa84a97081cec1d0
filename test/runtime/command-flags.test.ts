import { describe, expect, test } from 'vitest';
import { readCommandFlags, readOnlyFlags } from '../../src/runtime/command-flags.ts';
import { InputError } from '../../src/runtime/input-error.ts';

const TYPES = { port: 'string', store: 'string', 'behind-proxy': 'boolean' } as const;
const HELP = '(`cidaas-migrate serve --help` lists the flags)';

function problemsOf(...args: readonly string[]): readonly string[] {
  try {
    readOnlyFlags('serve', TYPES, args);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('flags of a command', () => {
  test('are texts and switches, in either spelling, and the last one counts', () => {
    const args = ['--port', '1', '--port=-2', 'users.csv', '--behind-proxy', '--', '--store'];
    expect(readCommandFlags('serve', TYPES, args)).toEqual({
      values: { port: '-2', 'behind-proxy': true },
      words: ['users.csv', '--store'],
    });
  });

  test('that are wrong are named all at once, and a value is never repeated', () => {
    const problems = problemsOf('--prot=geheim', '--store', '-geheim', '--behind-proxy=geheim', '--hlep', '--port');
    expect(problems).toEqual([
      `serve: unknown flag --prot. Did you mean --port? ${HELP}`,
      `serve: --store: the value is missing (write one that begins with - as --store=-…) ${HELP}`,
      `serve: --behind-proxy takes no value ${HELP}`,
      `serve: unknown flag --hlep. Did you mean --help? ${HELP}`,
      `serve: --port: the value is missing (write one that begins with - as --port=-…) ${HELP}`,
    ]);
  });

  test('are not followed by other words when the command takes none', () => {
    expect(problemsOf('--port', '1', 'geheim')).toEqual([
      `serve: unexpected argument: this command takes only flags ${HELP}`,
    ]);
  });
});

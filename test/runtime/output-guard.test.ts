import * as core from '@actions/core';
import { describe, expect, test } from 'vitest';
import { actionLog } from '../../src/publish/action-log.ts';
import { foreignLine, OutputGuard } from '../../src/runtime/output-guard.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { inLog } from '../support/runner-log.ts';

const HOSTILE = [
  'Content-Disposition: x, fileName: a\n::stop-commands::token\n',
  'artifact\r::add-mask::e',
  '##[set-output name=outcome]succeeded',
  'a ##[add-path]/tmp',
  '  ::set-env name=NODE_OPTIONS::--require /tmp/x.js',
  '\u001b[2J\u202e::warning::x',
];

describe('what a library prints by itself', () => {
  test('is never a command of the runner, however it is printed', () => {
    using runner = insideRunner({});
    using guard = new OutputGuard();
    const log = actionLog(guard);
    for (const text of HOSTILE) {
      core.info(text);
      core.debug(text);
      core.warning(text);
      core.setSecret(text);
      console.log(text);
      console.error(text);
      process.stdout.write(text);
      process.stderr.write(Buffer.from(text));
    }
    log.info('the end');
    const { commands, annotations, secrets, log: shown } = inLog(runner.output());
    expect([commands, annotations, secrets]).toEqual([[], [], []]);
    expect(inLog(runner.errors())).toMatchObject({ commands: [], annotations: [], secrets: [] });
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(shown).toContain('fileName: a\\n: :stop-commands: :token');
    expect(shown).toMatch(/the end\s*$/);
  });

  test('shows no signature of an address, and no mask that could make the log unreadable', () => {
    const url = 'https://blobs.example.com/a?sig=canary-signature&se=2026';
    using runner = insideRunner({});
    using guard = new OutputGuard();
    actionLog(guard);
    core.setSecret('e');
    core.info(`Redirecting to ${url}`);
    core.debug(`Body: ${JSON.stringify({ signed_url: url }, null, 2)}`);
    expect(runner.output()).not.toMatch(/canary|add-mask/);
    expect(runner.output()).toContain('Redirecting to https: //blobs.example.com/a?…'.replace(': //', '://'));
    expect(runner.output()).toMatch(/^::debug::Body: /m);
  });

  test('in two pieces is no command either', () => {
    using runner = insideRunner({});
    using guard = new OutputGuard();
    actionLog(guard);
    for (const piece of [':', ':stop-commands::x\n', '##', '[add-path]/tmp\n']) process.stdout.write(piece);
    expect(inLog(runner.output()).commands).toEqual([]);
    expect(runner.output().split('\n')).toEqual([':', ':stop-commands: :x', '##', '[add-path]/tmp', '']);
  });

  test('passes as before once the guard is released', () => {
    using runner = insideRunner({});
    {
      using _guard = new OutputGuard();
      process.stdout.write('dropped');
    }
    process.stdout.write('as it is');
    expect(runner.output()).toBe('as it is');
  });
});

test('lines of a library keep their meaning', () => {
  expect(foreignLine('::debug::50%25 of%0Aall\n')).toEqual({ kind: 'debug', text: '50% of\nall' });
  expect(foreignLine('::warning title=x::two found\n')).toEqual({ kind: 'info', text: 'warning: two found' });
  expect(foreignLine('::add-mask::secret\n')).toEqual({ kind: 'secret', text: '' });
  expect(foreignLine('plain\n')).toEqual({ kind: 'info', text: 'plain' });
});

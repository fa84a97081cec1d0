import { describe, expect, test } from 'vitest';
import { actionLog } from '../../src/publish/action-log.ts';
import { consoleLog } from '../../src/runtime/log.ts';
import { OutputGuard } from '../../src/runtime/output-guard.ts';
import { progressBar } from '../../src/runtime/progress-bar.ts';
import { progressLog } from '../../src/runtime/progress-log.ts';
import { insideRunner } from '../support/inside-runner.ts';
import { HOSTILE } from '../support/report-builder.ts';
import { inLog } from '../support/runner-log.ts';

/** What erases the rest of a line, or all of it; what leads to its beginning. */
const ESCAPE = '\u001b';
const CLEAR = new RegExp(`${ESCAPE}\\[[02]?K`, 'g');
const FIRST_COLUMN = new RegExp(`${ESCAPE}\\[1G|\r`);

/** A stream that keeps what is written. */
function sink(isTTY = false) {
  const chunks: string[] = [];
  return { isTTY, write: (text: string) => chunks.push(text), text: () => chunks.join('') };
}

describe('consoleLog', () => {
  test('facts go to the one stream, what needs attention to the other', () => {
    const [out, err] = [sink(), sink()];
    const log = consoleLog(out, err);
    log.info('one');
    log.notice('two');
    log.warning('three');
    log.error('four');
    expect([out.text(), err.text()]).toEqual(['one\n', 'note: two\nwarning: three\nerror: four\n']);
  });
  test('a message is one line, and a secret none of it', () => {
    const out = sink();
    const log = consoleLog(out, out);
    for (const secret of ['canary-1', 'canary-1-long', '', 'the']) log.secret(secret);
    log.info(`canary-1-long and canary-1 ${HOSTILE.terminal}${HOSTILE.command}`);
    expect(out.text()).toMatch(/^\*\*\* and \*\*\* \\u001b\[2J[^\n]*\n$/);
  });
  test('of a secret with several lines each line is one', () => {
    const out = sink();
    const log = consoleLog(out, out);
    log.secret('# a key\r\n\r\n  canary-one\ncanary-two\n');
    log.info('canary-two, canary-one, a line');
    log.info('# a key\r\n\r\n  canary-one\ncanary-two');
    expect(out.text()).toMatch(/^\*\*\*, \*\*\*, a line\n\*{3}[^\n]*\n$/);
    expect(out.text()).not.toContain('canary');
  });
  test('on a terminal it takes the place of a progress line', () => {
    const out = sink(true);
    consoleLog(out, out).info('done');
    expect(out.text()).toBe('\r\u001b[2Kdone\n');
  });
});

describe('actionLog', () => {
  test('speaks the runner’s language, whatever the messages hold', () => {
    using runner = insideRunner({});
    using guard = new OutputGuard();
    const log = actionLog(guard);
    for (const secret of ['canary-1', '', 'the']) log.secret(secret);
    for (const text of Object.values(HOSTILE)) {
      log.info(text);
      log.warning(`${text} canary-1`);
    }
    const { annotations, commands, log: shown, secrets } = inLog(runner.output());
    expect(new Set(secrets)).toEqual(new Set(['canary-1']));
    expect(annotations.map(({ level }) => level)).toEqual(Object.values(HOSTILE).map(() => 'warning'));
    expect(annotations.every(({ message }) => message.endsWith(' ***') && !/\p{Cc}/u.test(message))).toBe(true);
    expect(commands).toEqual([]);
    expect(shown.replaceAll('\n', '')).not.toMatch(/canary|[\p{Cc}\u202e]/u);
  });
  test('shows no more of a kind than GitHub does, and says the rest in the log', () => {
    using runner = insideRunner({});
    using guard = new OutputGuard();
    const log = actionLog(guard);
    for (let n = 1; n <= 12; n++) log.error(`problem ${n}`);
    log.annotate({ level: 'error', title: 'late', message: 'problem 13' });
    log.annotate({ level: 'warning', title: 'sub.missing', message: 'look here' });
    const { annotations, log: shown } = inLog(runner.output());
    expect(annotations.filter(({ level }) => level === 'error')).toHaveLength(10);
    expect(annotations.at(-1)).toEqual({ level: 'warning', title: 'sub.missing', message: 'look here' });
    for (const n of [11, 12, 13]) expect(shown).toContain(`error: problem ${n}`);
  });
});

describe('progress', () => {
  function clock() {
    let time = 0;
    return {
      now: () => time,
      pass: (milliseconds: number) => {
        time += milliseconds;
      },
    };
  }
  test('a line now and then, with the rate of late, and one at the end', () => {
    const { now, pass } = clock();
    const lines: string[] = [];
    const progress = progressLog({ info: (line) => lines.push(line) }, now, 10_000);
    progress.planned(5_000);
    pass(10_000);
    progress.planned(300_000);
    progress.sent(0, 100_000, 0);
    for (let done = 50; done <= 10_000; done += 50) {
      pass(100);
      progress.sent(done, 100_000, 2);
    }
    progress.sent(100_000, 100_000, 3);
    expect(lines).toEqual([
      '300,000 rows planned',
      '5,000 of 100,000 users · 500/s · 2 failed · 3 min 10 s left',
      '10,000 of 100,000 users · 500/s · 2 failed · 3 min left',
      '100,000 of 100,000 users · 5,000/s · 3 failed',
    ]);
  });
  test('a tenant that slows down shows', () => {
    const { now, pass } = clock();
    const lines: string[] = [];
    const progress = progressLog({ info: (line) => lines.push(line) }, now, 10_000);
    let done = 0;
    for (let second = 0; second < 600; second++) {
      done += second < 300 ? 1000 : 10;
      progress.sent(done, 1_000_000, 0);
      pass(1000);
    }
    expect(lines.at(-1)).toMatch(/ · 10\/s · /);
  });
  /** What a terminal shows at the end: a line that is overwritten counts once. */
  const shown = (text: string): string[] =>
    text
      .replaceAll(CLEAR, '')
      .split('\n')
      .map((line) => line.split(FIRST_COLUMN).at(-1) ?? '');
  test('a terminal gets one line, overwritten, with a bar where it is wide enough', async () => {
    for (const [columns, bar] of [
      [80, ''],
      [120, `${'█'.repeat(24)} 100 % · `],
    ] as const) {
      const { now, pass } = clock();
      const out = { ...sink(true), columns };
      const progress = await progressBar(out, now);
      progress.sent(1, 3, 0);
      pass(100);
      progress.sent(2, 3, 0);
      pass(100);
      progress.sent(3, 3, 0);
      progress.end();
      // A cursor that jumps back would overwrite what was logged meanwhile.
      for (const jump of ['\u001b7', '\u001b8']) expect(out.text()).not.toContain(jump);
      expect(shown(out.text())[0]).toBe(`${bar}3 of 3 users · 15/s · 0 failed`);
      if (bar !== '') expect(out.text()).toContain('░ 33 % · 1 of 3 users');
    }
  });
  test('a run that ends early leaves no bar behind that would overwrite its last lines', async () => {
    const out = sink(true);
    const progress = await progressBar(out, clock().now);
    progress.sent(1, 3, 0);
    progress.waiting(5_000, 'tenant.503');
    progress.end();
    const before = out.text();
    expect(before).toContain('Trying again in 5 s (tenant.503)');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(out.text()).toBe(before);
  });
});

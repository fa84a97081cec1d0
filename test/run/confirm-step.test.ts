import { PassThrough } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { terminalConfirm } from '../../src/entry/terminal-confirm.ts';
import { askBeforeSending } from '../../src/run/confirm-step.ts';
import { openLedger } from '../support/open-ledger.ts';
import { tempFolder } from '../support/temp-folder.ts';

const stop = new AbortController().signal;
const settings = {
  tenant: { kind: 'origin', origin: 'https://acme.cidaas.de' },
  missingUsers: 'report',
} as const;

describe('before users are sent to a tenant', () => {
  test('a person reads tenant, users, statuses and digest, and only yes sends them', async () => {
    using folder = tempFolder();
    using ledger = openLedger(folder.file('ledger.db'));
    const planned = (row: number, userStatus?: string) => ({
      ...{ row, file: 0, line: row + 1, outcome: 'planned' as const, body: JSON.stringify({ userStatus }) },
    });
    ledger.add([planned(1, 'VERIFIED'), planned(2, 'DECLINED'), planned(3, 'VERIFIED'), planned(4)]);
    ledger.add([{ row: 5, file: 0, line: 6, outcome: 'skipped' }]);
    const asked: string[] = [];
    const confirm = (answer: boolean) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    expect(await askBeforeSending(settings, { confirm: confirm(true), ledger, stop }, 'v1.abc')).toBeNull();
    expect(asked[0]?.split('\n').slice(1)).toEqual([
      'Tenant:       https://acme.cidaas.de',
      'Users:        4 users to create or update',
      'Status:       2 VERIFIED · 1 without a status · 1 DECLINED',
      'Plan digest:  v1.abc',
      'Send them now? (yes/no) ',
    ]);
    ledger.db.exec("INSERT INTO account_change (sub, action, state) VALUES ('a', 'delete', 'planned')");
    const deleting = { ...settings, missingUsers: 'delete' } as const;
    expect(await askBeforeSending(deleting, { confirm: confirm(false), ledger, stop }, 'v1.abc')).toEqual({
      outcome: 'cancelled',
      message: 'The question was not answered with yes: nothing was sent.',
    });
    expect(asked[1]).toContain('\nMissing:      1 user to delete\nPlan digest:');
  });

  test('nobody is asked in CI, with --yes, or about a sandbox', async () => {
    using folder = tempFolder();
    using ledger = openLedger(folder.file('ledger.db'));
    const confirm = vi.fn(async () => false);
    const loopback = { kind: 'origin', origin: 'http://127.0.0.1:8080' } as const;
    for (const where of [{ kind: 'sandbox' } as const, loopback])
      expect(await askBeforeSending({ ...settings, tenant: where }, { confirm, ledger, stop }, null)).toBeNull();
    expect(await askBeforeSending(settings, { confirm: null, ledger, stop }, null)).toBeNull();
    expect(confirm).not.toHaveBeenCalled();
  });
});

describe('the question on a terminal', () => {
  function terminal(isTTY = true) {
    const shown: string[] = [];
    const output = { isTTY, write: (text: string) => shown.push(text) };
    return { input: Object.assign(new PassThrough(), { isTTY }), output, shown };
  }

  test.each([
    ['yes\n', true],
    [' Y \n', true],
    ['no\n', false],
    ['\n', false],
    ['yes please\n', false],
  ])('answered with %j is %s', async (answer, expected) => {
    const { input, output, shown } = terminal();
    const asked = terminalConfirm(input, output)?.('Send? ', stop);
    input.write(answer);
    expect(await asked).toBe(expected);
    expect(shown).toEqual(['Send? ']);
  });

  test('a terminal that is closed does not agree, and a run that is stopped no longer waits', async () => {
    const { input, output } = terminal();
    const asked = terminalConfirm(input, output)?.('Send? ', stop);
    input.end();
    expect(await asked).toBe(false);
    const stopping = new AbortController();
    const other = terminal();
    const waiting = terminalConfirm(other.input, other.output)?.('Send? ', stopping.signal);
    stopping.abort(new Error('cancelled'));
    await expect(waiting).rejects.toThrow('cancelled');
  });

  test('is not asked where input or output is no terminal', () => {
    const { input, output } = terminal();
    expect(terminalConfirm(Object.assign(input, { isTTY: false }), output)).toBeNull();
    expect(terminalConfirm(terminal().input, { ...output, isTTY: false })).toBeNull();
  });
});

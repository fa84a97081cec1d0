import { expect, test } from 'vitest';
import type { MappingUse } from '../../src/mapping/file/mapping-use.ts';
import type { CheckReport } from '../../src/report/report-data.ts';
import { collectSetupFindings } from '../../src/run/setup-findings.ts';
import type { SetupReader, TenantGroup } from '../../src/tenant/setup.ts';
import type { Reading } from '../../src/tenant/setup-request.ts';
import { TenantWords } from '../../src/tenant/tenant-words.ts';
import { plainDoor } from '../support/printed.ts';

const UNREAD = { kind: 'unread', why: 'the tenant could not answer (HTTP 503)', scope: null } as const;

/** Checks a mapping that names these groups, in a tenant whose groups are read so; all else is there and empty. */
async function groupsOf(
  names: readonly string[],
  read: (id: string) => Reading<TenantGroup | null>,
): Promise<{ report: CheckReport; asked: string[] }> {
  const asked: string[] = [];
  const setup: SetupReader = {
    scopes: async () => new TenantWords(['cidaas:bulk_user_create']),
    fields: async () => ({ kind: 'read', value: [] }),
    field: async () => ({ kind: 'read', value: null }),
    roles: async () => ({ kind: 'read', value: new TenantWords([]) }),
    group: async (id) => {
      if (id === 'CIDAAS_USERS') return { kind: 'read', value: { type: null } };
      asked.push(id);
      return read(id);
    },
    groupTypes: async () => ({ kind: 'read', value: [] }),
  };
  const groups = names.map((id) => ({ id, roles: [] }));
  const mapping: MappingUse = {
    fields: new Map(),
    roles: [],
    groups,
    consents: [],
    hasLists: true,
    words: new Set(names),
  };
  const signal = new AbortController().signal;
  return {
    report: await collectSetupFindings(setup, { ledger: null, mapping, mode: 'check' }, plainDoor, signal),
    asked,
  };
}

/** `code: message` of every finding. */
function linesOf({ findings }: CheckReport): string[] {
  return findings.map(({ code, message }) => `${code}: ${message}`);
}

test('groups that could not be read are not said to have been compared, and the rest is not asked for', async () => {
  const { report, asked } = await groupsOf(['press', 'club', 'team'], () => UNREAD);
  expect(report.checked).toEqual(['token', 'scope', 'fields', 'roles']);
  expect(linesOf(report)).toEqual([
    'setup.unread: The setup of groups was not checked: the tenant could not answer (HTTP 503).',
  ]);
  expect(asked).toEqual(['press']);
});

test('what was compared before a group could not be read is kept', async () => {
  const { report, asked } = await groupsOf(['nowhere', 'club', 'team'], (id) =>
    id === 'nowhere' ? { kind: 'read', value: null } : UNREAD,
  );
  expect(report.checked).not.toContain('groups');
  expect(linesOf(report)).toEqual([
    expect.stringMatching(/^group\.undefined: .*"nowhere"/),
    'setup.unread: The setup of some groups was not checked: the tenant could not answer (HTTP 503).',
  ]);
  expect(asked).toEqual(['nowhere', 'club']);
});

test('groups that were all read are compared', async () => {
  const { report } = await groupsOf(['press', 'club'], () => ({ kind: 'read', value: { type: null } }));
  expect(report.checked).toEqual(['token', 'scope', 'fields', 'roles', 'groups', 'group types']);
  expect(linesOf(report)).toEqual([]);
});

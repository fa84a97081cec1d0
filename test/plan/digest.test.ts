import { expect, it } from 'vitest';
import { type DigestInput, differingParts, planDigest } from '../../src/plan/digest.ts';

const input: DigestInput = {
  tenant: 'https://acme.example.com',
  exportHashes: ['aa'],
  mappingHashes: ['bb'],
  options: { format: 'auto', encoding: 'auto' },
  users: 'c'.repeat(64),
};

it('is the same for the same input, in whatever order its options come', () => {
  expect(planDigest(input)).toBe(planDigest({ ...input, options: { encoding: 'auto', format: 'auto' } }));
  expect(planDigest(input)).toMatch(/^v1\.[0-9a-f]{16}\.[0-9a-f]{16}\.[0-9a-f]{16}\.[0-9a-f]{16}\.c{32}$/);
});

it.each([
  ['tenant', { tenant: 'https://other.example.com' }],
  ['export', { exportHashes: ['aa', 'bb'] }],
  ['mapping', { mappingHashes: [] }],
  ['options', { options: { format: 'csv', encoding: 'auto' } }],
  ['users', { users: 'd'.repeat(64) }],
] as const)('says that the %s differs, and nothing else', (part, change) => {
  expect(differingParts(planDigest(input), planDigest({ ...input, ...change }))).toEqual([part]);
});

it('finds every part different from something that is no digest', () => {
  expect(differingParts(planDigest(input), 'v2')).toContain('version');
});

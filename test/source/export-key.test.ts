import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseExportKey } from '../../src/source/export-key.ts';

const FILE = readFileSync(new URL('../fixtures/source/age-test-key.txt', import.meta.url), 'utf8');
const IDENTITY = FILE.split('\n')[2] ?? '';
const POST_QUANTUM = IDENTITY.replace('KEY-1', 'KEY-PQ-1');

test.each([
  ['a key file', FILE, [IDENTITY]],
  ['an identity alone', IDENTITY, [IDENTITY]],
  ['several, one a line', `  ${IDENTITY}\r\n\r\n# another\r\n${POST_QUANTUM}\r\n`, [IDENTITY, POST_QUANTUM]],
])('%s is taken', (_, text, identities) => {
  expect(parseExportKey(text)).toEqual({ key: { kind: 'identities', identities } });
});

test.each(['quiet harbour 17 lanterns', '#hash-sign', 'age-of-reason', '12345678'])(
  'one line that is no key is a passphrase: %s',
  (line) => {
    expect(parseExportKey(`${line}\n`)).toEqual({ key: { kind: 'passphrase', passphrase: line } });
  },
);

test.each([
  ['an identity that was cut off', `# key\n${IDENTITY.slice(0, -1)}`, /^line 2 is not a complete identity/],
  ['an identity in small letters', IDENTITY.toLowerCase(), /^line 1 is not a complete identity/],
  ['something between identities', `${IDENTITY}\nalso this\n${IDENTITY}`, /^line 2 is not a complete identity/],
  ['the recipient', FILE.match(/age1\w+/)?.[0] ?? '', /^this is the public recipient/],
  ['a plugin', 'AGE-PLUGIN-YUBIKEY-1QGQQ5Q0000000000', /plugins and encrypted key files are not supported/],
  ['an SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n-----END', /SSH keys, .* are not supported/],
  [
    'an encrypted key file',
    '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END',
    /encrypted key files are not supported/,
  ],
  ['several lines of anything', 'one\ntwo', /^expected age-keygen identities/],
])('%s is a problem that says so', (_, text, problem) => {
  expect(parseExportKey(text)).toEqual({ problem: expect.stringMatching(problem) });
});

test('no problem quotes the text', () => {
  const lines = fc.array(fc.string({ minLength: 12 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(lines, (texts) => {
      const parsed = parseExportKey(['AGE-SECRET-KEY-', ...texts].join('\n'));
      if ('problem' in parsed) for (const text of texts) expect(parsed.problem).not.toContain(text);
    }),
  );
});

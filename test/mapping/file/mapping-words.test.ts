import { expect, test } from 'vitest';
import { parseMapping } from '../../../src/mapping/file/mapping-file.ts';
import { mappingWords } from '../../../src/mapping/file/mapping-words.ts';

const MAPPING = `skip:
  - reason: guest
    when: { from: Status, is: gast }
fields:
  email: Mail
  userStatus:
    from: Status
    table: { aktiv: VERIFIED, 01: DECLINED }
  customFields.news: { value: true }
identities:
  - provider: { value: facebook }
    providerUserId: FB
groups:
  - groupId: { value: SHOP }
    roles: { value: [USER] }
`;

test('the words of a mapping are its keys and values, wherever they are', () => {
  const words = mappingWords(MAPPING);
  for (const word of ['guest', 'Mail', 'aktiv', 'VERIFIED', '01', 'true', 'facebook', 'USER'])
    expect(words).toContain(word);
  expect(words).not.toContain('Status, is');
});

test('a file that is not YAML has no words', () => {
  expect([...mappingWords('fields: [')]).toEqual([]);
});

test('every rule is found at its line, by the name under which problems know its field', () => {
  expect(parseMapping(MAPPING, 'migration/mapping.yml').ruleLines).toEqual({
    email: 5,
    userStatus: 6,
    'customFields.news': 9,
    'identities[0].provider': 11,
    'identities[0].providerUserId': 12,
    'groups[0].groupId': 14,
    'groups[0].roles': 15,
  });
});

test('of several rules it is the line of the first; rules of a preset have no line, a removed one neither', () => {
  const preset = {
    name: 'preset x',
    text: 'fields:\n  email: A\n  nickname: N\ngroups: [{ groupId: { value: G } }]\n',
  };
  const own =
    'fields:\n  userStatus:\n    - { value: DECLINED, when: { from: L, is: 1 } }\n    - { value: VERIFIED }\n  nickname: null\n';
  expect(parseMapping(own, 'mapping.yml', preset).ruleLines).toEqual({ userStatus: 3 });
});

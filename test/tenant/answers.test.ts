import { describe, expect, test } from 'vitest';
import * as answers from '../../src/tenant/answers.ts';
import type { OutgoingUser } from '../../src/tenant/bulk-answer.ts';
import { printed } from '../support/printed.ts';

const matchAnswers = (users: readonly OutgoingUser[], body: unknown) => printed(answers.matchAnswers(users, body));

/** Rows 1, 2, … with these entities, as the ledger hands them out. */
function users(...entities: readonly { readonly [field: string]: unknown }[]): OutgoingUser[] {
  return entities.map((entity, at) => ({
    row: at + 1,
    body: JSON.stringify(entity),
    sub: typeof entity.sub === 'string' && entity.identities === undefined ? entity.sub : null,
  }));
}

const ANNA = { sub: 'sub-anna', email: 'anna@example.com' };
const BEN = { sub: 'sub-ben', email: 'ben@example.com' };
const CLEO = { email: 'cleo@example.com' };

const created = (row: number, sub: string | null = null) => ({ row, state: 'created', sub });
const updated = (row: number, sub: string | null = null) => ({ row, state: 'updated', sub });
const failed = (row: number, code = 'tenant.failed') => expect.objectContaining({ row, state: 'failed', code });
const uncertain = (row: number) => ({ row, state: 'uncertain' });

describe('where the states may stand', () => {
  const entries = [{ sub: 'sub-anna', process_state: 'CREATED' }];
  test.each([
    ['process_states', { process_states: entries }],
    ['processStates', { processStates: entries }],
    ['data.process_states', { success: true, status: 200, data: { process_states: entries } }],
    ['data.processStates', { data: { processStates: entries } }],
    ['data', { data: entries }],
    ['the body itself', entries],
  ])('%s', (_, body) => {
    expect(matchAnswers(users(ANNA), body)).toEqual([created(1, 'sub-anna')]);
  });

  test.each([
    [{ process_state: 'CREATED' }],
    [{ processState: 'created' }],
    [{ state: 'Created' }],
    [{ status: ' CREATED ' }],
    [{ status: 200, state: 'CREATED' }],
    [{ status: 'ok', process_state: 'CREATED', state: 'CREATED' }],
  ])('state as %j', (state) => {
    expect(matchAnswers(users(ANNA), { process_states: [{ sub: 'sub-anna', ...state }] })).toEqual([
      created(1, 'sub-anna'),
    ]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a string', 'CREATED'],
    ['no list', {}],
    ['an empty list', { process_states: [] }],
    ['a list that is none', { process_states: 'CREATED' }],
    ['entries without a state', { process_states: [{ sub: 'sub-anna', status: 200 }, null, 7] }],
    ['an entry with two states', { process_states: [{ sub: 'sub-anna', status: 'CREATED', state: 'FAILED' }] }],
    ['success: false', { success: false, process_states: [{ sub: 'sub-anna', process_state: 'CREATED' }] }],
    ['a wrapped error', { ErrorResp: { success: false, status: 417 }, process_states: [{ process_state: 'CREATED' }] }],
  ])('%s is no answer', (_, body) => {
    expect(matchAnswers(users(ANNA), body)).toBeNull();
  });
});

describe('an entry belongs to the row it names', () => {
  test.each([
    ['by sub', { sub: 'sub-anna' }],
    ['by e-mail', { identifier: { email: 'anna@example.com' } }],
    ['by e-mail in another case', { identifier: { email: 'ANNA@Example.com' } }],
    ['by a string', { identifier: 'Anna@example.com' }],
    ['by a string that is the sub', { identifier: 'sub-anna' }],
    ['by the e-mail of the entry itself', { email: 'anna@example.com' }],
    ['by user name', { identifier: { username: 'ANNA.A' } }],
    ['by mobile number', { identifier: { mobile_number: '+491701234567' } }],
    ['by an identity of the entry', { identities: [{ provider: 'self', email: 'anna@example.com' }] }],
    ['by an identity of the identifier', { identifier: { identities: [{ username: 'anna.a' }] } }],
    ['by the sub in the identifier', { sub: 'ANONYMOUS', identifier: { sub: 'sub-anna' } }],
  ])('%s', (_, name) => {
    const request = users({ ...ANNA, username: 'anna.a', mobile_number: '+491701234567' }, BEN);
    const body = {
      process_states: [
        { sub: 'sub-ben', process_state: 'CREATED' },
        { ...name, process_state: 'UPDATED' },
      ],
    };
    expect(matchAnswers(request, body)).toEqual([
      expect.objectContaining({ row: 1, state: 'updated' }),
      created(2, 'sub-ben'),
    ]);
  });

  test('by the names of its identities, with the identities shape', () => {
    const request = users(
      { sub: 'sub-anna', identities: [{ provider: 'self', email: 'anna@example.com' }] },
      { identities: [{ username: 'ben' }] },
    );
    const body = [
      { identifier: { username: 'Ben' }, sub: 'sub-new', state: 'CREATED' },
      { identifier: { email: 'anna@example.com' }, state: 'UPDATED' },
    ];
    expect(matchAnswers(request, body)).toEqual([updated(1), created(2, 'sub-new')]);
  });

  test('a sub in another case is another sub', () => {
    const body = [
      { sub: 'SUB-ANNA', state: 'CREATED' },
      { sub: 'sub-ben', state: 'CREATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([uncertain(1), created(2, 'sub-ben')]);
  });

  test('the sub decides before the identifier', () => {
    const body = [
      { sub: 'sub-anna', identifier: { email: 'ben@example.com' }, state: 'CREATED' },
      { sub: 'sub-ben', identifier: { email: 'anna@example.com' }, state: 'UPDATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([created(1, 'sub-anna'), updated(2, 'sub-ben')]);
  });

  test('the sub decides also against a row that has none', () => {
    const body = [{ sub: 'sub-anna', identifier: { email: 'cleo@example.com' }, state: 'CREATED' }];
    expect(matchAnswers(users(ANNA, CLEO), body)).toEqual([created(1, 'sub-anna'), uncertain(2)]);
  });

  test('an entry that may mean the other row counts against a row known by name only', () => {
    const request = users({ ...CLEO, username: 'shared' }, { username: 'shared', provider: 'google' });
    const named = { identifier: { email: 'cleo@example.com' }, state: 'CREATED' };
    const vague = { identifier: { username: 'shared' } };
    expect(matchAnswers(request, [named, { ...vague, state: 'FAILED' }])).toEqual([uncertain(1), uncertain(2)]);
    expect(matchAnswers(request, [named, { ...vague, state: 'CREATED' }])).toEqual([created(1), uncertain(2)]);
  });

  test('the same e-mail under two providers: told apart by sub only', () => {
    const request = users(
      { sub: 'one', email: 'x@example.com', provider: 'self' },
      { sub: 'two', email: 'x@example.com', provider: 'google' },
    );
    const named = [
      { sub: 'two', identifier: { email: 'x@example.com' }, state: 'CREATED' },
      { sub: 'one', identifier: { email: 'x@example.com' }, state: 'UPDATED' },
    ];
    expect(matchAnswers(request, named)).toEqual([updated(1, 'one'), created(2, 'two')]);
    const vague = [
      { identifier: { email: 'x@example.com' }, state: 'CREATED' },
      { identifier: { email: 'x@example.com' }, state: 'CREATED' },
    ];
    expect(matchAnswers(request, vague)).toEqual([uncertain(1), uncertain(2)]);
    const half = [
      { sub: 'one', state: 'UPDATED' },
      { sub: 'ANONYMOUS', identifier: { email: 'x@example.com' }, state: 'FAILED' },
    ];
    expect(matchAnswers(request, half)).toEqual([updated(1, 'one'), uncertain(2)]);
  });
});

describe('the sub of an answer', () => {
  test('is taken for a row that had none', () => {
    const body = [
      { sub: 'sub-new', identifier: { email: 'cleo@example.com' }, state: 'CREATED' },
      { sub: 'sub-anna', state: 'UPDATED' },
    ];
    expect(matchAnswers(users(CLEO, ANNA), body)).toEqual([created(1, 'sub-new'), updated(2, 'sub-anna')]);
  });

  test.each([['ANONYMOUS'], ['anonymous'], [' ANONYMOUS '], [''], [' '], [null], [{}], [true]])(
    'is never %j',
    (sub) => {
      const body = [{ sub, identifier: { email: 'cleo@example.com' }, state: 'CREATED' }];
      expect(matchAnswers(users(CLEO), body)).toEqual([created(1)]);
    },
  );

  test('ANONYMOUS names nobody, even a row that claims to be it', () => {
    const request = users({ sub: 'ANONYMOUS', email: 'x@example.com' }, ANNA, BEN);
    const body = [
      { sub: 'ANONYMOUS', state: 'FAILED' },
      { sub: 'sub-anna', state: 'CREATED' },
    ];
    expect(matchAnswers(request, body)).toEqual([uncertain(1), created(2, 'sub-anna'), uncertain(3)]);
  });

  test('of somebody else never reaches a row with a sub of its own', () => {
    const body = [
      { sub: 'sub-other', identifier: { email: 'anna@example.com' }, state: 'CREATED' },
      { sub: 'sub-ben', state: 'CREATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([uncertain(1), created(2, 'sub-ben')]);
  });

  test('is left out when the entry names the row by another one', () => {
    const body = [{ sub: 'sub-other', identifier: { sub: 'sub-anna' }, state: 'UPDATED' }];
    expect(matchAnswers(users(ANNA), body)).toEqual([updated(1)]);
  });

  test('of more than 500 characters is none: the entry is known by its other names', () => {
    const long = (length: number) => [{ sub: 'x'.repeat(length), identifier: CLEO, process_state: 'CREATED' }];
    expect(matchAnswers(users(CLEO), long(500))).toEqual([created(1, 'x'.repeat(500))]);
    expect(matchAnswers(users(CLEO), long(501))).toEqual([created(1, null)]);
    expect(matchAnswers(users(ANNA, BEN), long(1_000_000))).toEqual([uncertain(1), uncertain(2)]);
  });

  test('that is a number which JSON cannot carry is none', () => {
    const body = JSON.parse(
      '[{"sub":123456789012345678901,"identifier":{"email":"cleo@example.com"},"state":"CREATED"}]',
    );
    expect(matchAnswers(users(CLEO), body)).toEqual([created(1, null)]);
  });

  test('that is answered for two rows is given to neither', () => {
    const body = [
      { sub: 'same', identifier: { email: 'cleo@example.com' }, state: 'CREATED' },
      { sub: 'same', identifier: { email: 'dora@example.com' }, state: 'UPDATED' },
    ];
    expect(matchAnswers(users(CLEO, { email: 'dora@example.com' }), body)).toEqual([created(1), updated(2)]);
  });

  test('is left out when two entries of a row disagree about it', () => {
    const body = [
      { sub: 'one', identifier: { email: 'cleo@example.com' }, state: 'CREATED' },
      { sub: 'two', identifier: { email: 'cleo@example.com' }, state: 'CREATED' },
    ];
    expect(matchAnswers(users(CLEO), body)).toEqual([created(1)]);
  });
});

describe('an answer that is not whole', () => {
  test('loses nothing: a row without an entry is uncertain', () => {
    const body = [{ sub: 'sub-anna', state: 'CREATED' }];
    expect(matchAnswers(users(ANNA, BEN, CLEO), body)).toEqual([created(1, 'sub-anna'), uncertain(2), uncertain(3)]);
  });

  test('entries of strangers are nobody of ours', () => {
    const body = [
      { sub: 'sub-anna', state: 'CREATED' },
      { sub: 'sub-stranger', state: 'FAILED' },
      { sub: 'sub-ben', state: 'UPDATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([created(1, 'sub-anna'), updated(2, 'sub-ben')]);
  });

  test('the same entry twice is one', () => {
    const body = [
      { sub: 'sub-anna', state: 'CREATED' },
      { sub: 'sub-anna', state: 'CREATED' },
      { sub: 'sub-ben', state: 'UPDATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([created(1, 'sub-anna'), updated(2, 'sub-ben')]);
  });

  test('two entries of a row that differ leave it uncertain', () => {
    const body = [
      { sub: 'sub-anna', state: 'CREATED' },
      { identifier: { email: 'anna@example.com' }, state: 'FAILED' },
      { sub: 'sub-ben', state: 'UPDATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([uncertain(1), updated(2, 'sub-ben')]);
  });

  test('an entry that names two rows is given to neither', () => {
    const body = [{ identifier: { email: 'cleo@example.com', username: 'dora' }, state: 'CREATED' }];
    expect(matchAnswers(users(CLEO, { username: 'dora' }), body)).toEqual([uncertain(1), uncertain(2)]);
  });

  test('an entry without a readable state leaves its row uncertain', () => {
    const body = [
      { sub: 'sub-anna', state: 'QUEUED' },
      { sub: 'sub-ben', state: 'UPDATED' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([uncertain(1), updated(2, 'sub-ben')]);
  });
});

describe('entries that name nobody', () => {
  const nameless = (state: string) => ({ sub: 'ANONYMOUS', state });

  test('are paired by position when there are as many and all tell the same, and yield no sub', () => {
    const body = [{ sub: 'sub-ben', state: 'UPDATED' }, { state: 'CREATED' }, { state: 'CREATED', identifier: {} }];
    expect(matchAnswers(users(ANNA, BEN, CLEO), body)).toEqual([created(1), updated(2, 'sub-ben'), created(3)]);
  });

  test('that failed give each row the reason at its position', () => {
    const body = [
      { ...nameless('FAILED'), message: 'first' },
      { ...nameless('FAILED'), message: 'second' },
    ];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([
      { row: 1, state: 'failed', code: 'tenant.failed', message: 'first', reference: null },
      { row: 2, state: 'failed', code: 'tenant.failed', message: 'second', reference: null },
    ]);
  });

  test.each([
    ['differ', [nameless('CREATED'), nameless('FAILED')]],
    ['are too few', [nameless('CREATED')]],
    ['are too many', [nameless('CREATED'), nameless('CREATED'), nameless('CREATED')]],
    ['stand beside a stranger', [nameless('CREATED'), { sub: 'sub-stranger', state: 'CREATED' }]],
    [
      'stand beside somebody named by a field we do not compare',
      [nameless('CREATED'), { identifier: { customer_no: '7' }, state: 'CREATED' }],
    ],
    ['stand beside one without a state', [nameless('CREATED'), {}]],
    ['are no objects', [nameless('CREATED'), 'CREATED']],
  ])('are not paired when they %s', (_, body) => {
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([uncertain(1), uncertain(2)]);
  });

  test('are not paired when the named ones contradict each other', () => {
    const body = [{ sub: 'sub-anna', state: 'CREATED' }, { sub: 'sub-anna', state: 'FAILED' }, nameless('CREATED')];
    expect(matchAnswers(users(ANNA, BEN), body)).toEqual([uncertain(1), uncertain(2)]);
  });
});

describe('one user, one entry', () => {
  test('belong together whomever the entry names, but its sub is not taken', () => {
    expect(matchAnswers(users(ANNA), [{ sub: 'sub-other', state: 'UPDATED' }])).toEqual([updated(1)]);
    expect(matchAnswers(users(CLEO), [{ sub: 'sub-new', state: 'CREATED' }])).toEqual([created(1)]);
    expect(
      matchAnswers(users(ANNA), [{ sub: 'sub-other', identifier: { email: 'other@example.com' }, state: 'FAILED' }]),
    ).toEqual([failed(1)]);
  });

  test('two entries for one user do not', () => {
    expect(matchAnswers(users(ANNA), [{ sub: 'sub-other', state: 'UPDATED' }, { state: 'UPDATED' }])).toEqual([
      uncertain(1),
    ]);
    expect(matchAnswers(users(ANNA), [{ state: 'CREATED' }, { state: 'CREATED' }])).toEqual([uncertain(1)]);
  });
});

describe('a failed entry tells why', () => {
  const answer = (entry: object) =>
    matchAnswers(users(ANNA), [
      { sub: 'ANONYMOUS', identifier: { email: 'anna@example.com' }, process_state: 'FAILED', ...entry },
    ])?.[0];

  test.each([
    [
      '507 at the start of the message',
      { message: '507 / invalid email passed' },
      'tenant.507',
      '507 / invalid email passed',
    ],
    ['507 as code', { message: 'invalid email passed', code: 507 }, 'tenant.507', 'invalid email passed'],
    ['507 as text', { message: 'invalid email passed', code: '507' }, 'tenant.507', 'invalid email passed'],
    [
      '507 in an error object',
      { error: { code: 507, error: 'given_name is missing' } },
      'tenant.507',
      'given_name is missing',
    ],
    ['another code', { error: 'group unknown', code: 10301 }, 'tenant.10301', 'group unknown'],
    ['no code', { message: 'something' }, 'tenant.failed', 'something'],
    ['nothing', {}, 'tenant.failed', 'The tenant refused this user and gave no reason.'],
  ])('%s', (_, entry, code, message) => {
    expect(answer(entry)).toEqual({ row: 1, state: 'failed', code, message, reference: null });
  });

  test.each([[{ referenceNumber: '17-abc' }], [{ refnumber: '17-abc' }], [{ error: { referenceNumber: '17-abc' } }]])(
    'with the reference in %j',
    (entry) => {
      expect(answer(entry)).toMatchObject({ reference: '17-abc' });
    },
  );
});

test('keys that JavaScript treats specially are only names', () => {
  const request = users({ sub: '__proto__', email: 'a@example.com' }, { sub: 'constructor', email: 'b@example.com' });
  const body = JSON.parse(
    '{"process_states":[{"sub":"constructor","state":"UPDATED"},{"sub":"__proto__","state":"CREATED"}],"__proto__":{"success":false}}',
  );
  expect(matchAnswers(request, body)).toEqual([created(1, '__proto__'), updated(2, 'constructor')]);
});

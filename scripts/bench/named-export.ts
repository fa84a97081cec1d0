import { uuid5 } from '../../src/mapping/compile/uuid5.ts';
import { mulberry32, seedFor } from '../../src/runtime/random.ts';
import { bcryptLookalike } from '../../test/support/shop-export/bcrypt-hashes.ts';
import { inventPerson } from '../../test/support/shop-export/invented-person.ts';

const SEED = 5;
const subOf = uuid5('6f2c1d0e-8f0a-4c57-9a35-0b6d5e1f7a42');
const COLUMNS = [
  'sub',
  'email',
  'username',
  'given_name',
  'family_name',
  'birthdate',
  'locale',
  'userStatus',
  'address.street_address',
  'address.postal_code',
  'address.locality',
  'customFields.segment',
  'customFields.customer_no',
  'password_hash_info.algorithmTypeId',
  'password_hash_info.passwordHash',
] as const;

/** An export with cidaas's names, so that nothing has to be converted: 15 columns, bcrypt hashes, the same rows every time. */
export function* namedExport(users: number, format: 'csv' | 'ndjson'): Generator<string> {
  let text = format === 'csv' ? `${COLUMNS.join(',')}\n` : '';
  for (let row = 1; row <= users; row++) {
    const cells = cellsOf(row);
    text += format === 'csv' ? `${cells.join(',')}\n` : `${JSON.stringify(nested(cells))}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  yield text;
}

function cellsOf(row: number): string[] {
  const random = mulberry32(seedFor(SEED, 'named', row));
  const { given, family, mailbox, street, postalCode, city, birthday } = inventPerson(random, row);
  const birthdate = birthday.split('.').reverse().join('-');
  const person = [subOf(String(row)), `${mailbox}@example.com`, mailbox, given, family, birthdate, 'de-DE', 'VERIFIED'];
  return [...person, street, postalCode, city, 'retail', `K-${row}`, 'BCRYPT_10', bcryptLookalike(random)];
}

/** The cells as the user that they mean. */
function nested(cells: readonly string[]): object {
  const user: { [key: string]: unknown } = {};
  for (const [at, column] of COLUMNS.entries()) {
    const [key = '', inner] = column.split('.');
    if (inner === undefined) user[key] = cells[at];
    else user[key] = { ...(user[key] as object), [inner]: cells[at] };
  }
  return user;
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'fast-csv';

type Row = { readonly [column: string]: string };

/** The users of an export as a script reads them: columns of CSV assigned by hand, lines of NDJSON as they are. */
export async function* usersIn(file: string): AsyncGenerator<object> {
  if (file.endsWith('.ndjson')) {
    for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line);
    return;
  }
  for await (const row of createReadStream(file).pipe(parse<Row, Row>({ headers: true }))) yield userOf(row);
}

function userOf(row: Row): object {
  const { 'address.street_address': street_address, 'address.postal_code': postal_code } = row;
  return {
    sub: row.sub,
    email: row.email,
    username: row.username,
    given_name: row.given_name,
    family_name: row.family_name,
    birthdate: row.birthdate,
    locale: row.locale,
    userStatus: row.userStatus,
    address: { street_address, postal_code, locality: row['address.locality'] },
    customFields: { segment: row['customFields.segment'], customer_no: row['customFields.customer_no'] },
    password_hash_info: {
      algorithmTypeId: row['password_hash_info.algorithmTypeId'],
      passwordHash: row['password_hash_info.passwordHash'],
    },
  };
}

import { expect, test } from 'vitest';
import { guessDelimiter } from '../../src/source/delimiter.ts';

test.each<[string, string, string]>([
  ['commas', 'id,name\n1,Ada\n', ','],
  ['semicolons, with commas in numbers', 'id;weight;height\n1;70,5;1,80\n2;80,1;1,75\n', ';'],
  ['tabs', 'id\tname\n1\tLovelace, Ada\n', '\t'],
  ['bars', 'id|name|tags\n1|Ada|a,b;c\n', '|'],
  ['bars within cells', 'id,roles,name\n1,a|b|c,Ada\n2,a|b,Bo\n', ','],
  ['one column', 'email\nada@example.com\nbo@example.com\n', ','],
  ['one column with text that holds delimiters', 'name\n"Lovelace, Ada"\nHopper; Grace\n', ','],
  ['a comma in one name of the header', 'Name, Vorname;Ort\nLovelace;London\nHopper;New York\n', ';'],
  ['delimiters and line breaks in quotes', '"a,b,c";"d,e"\n"1,2,3";"4\n5,6"\n', ';'],
  ['some records of another length', 'id;name;city\n1;Ada;Köln\n2;Bo\n3;Cy;Bonn\n4;Di;Ulm;x\n', ';'],
  ['a header alone', 'id;name;email', ';'],
  ['a sep= line, whatever follows', 'sep=|\r\na,b\r\n1,2\r\n', '|'],
  ['a sep= line in quotes after a blank one', '\n"sep=\t"\nid\tname', '\t'],
  ['a broken quote later on', 'id;name\n1;Ada\n2;"Bo" x\n', ';'],
])('%s', async (_name, text, delimiter) => {
  expect(await guessDelimiter(text, true)).toBe(delimiter);
});

test('the last record counts only when it is complete', async () => {
  const cut = 'id;name;a\n1;x,y,z;b\n2,3';
  expect(await guessDelimiter(cut, false)).toBe(';');
});

import type { Export } from '../source/record.ts';
import type { ListPath } from '../source/source-layout.ts';
import { isObject } from '../text/is-object.ts';

/**
 * The paths of all lists of objects in an export that is a single object: a JSON document on one line is read as one record.
 * Empty when the export has more than one record.
 */
export async function listsOfSingleRecord(exported: Export): Promise<readonly ListPath[]> {
  let only: object | null = null;
  for await (const chunk of exported.records()) {
    for (const { body } of chunk) {
      if (only !== null || body.kind !== 'object') return [];
      only = body.object;
    }
  }
  return only === null ? [] : listsOf(only, []);
}

function listsOf(object: object, path: ListPath): ListPath[] {
  return Object.entries(object).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.some(isObject) ? [[...path, key]] : [];
    return isObject(value) ? listsOf(value, [...path, key]) : [];
  });
}

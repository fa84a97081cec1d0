import type { Export } from '../source/record.ts';
import type { ListPath } from '../source/source-layout.ts';

/** A document on one line is read as one record: where lists of objects stand in it. */
export async function listsOfTheOnlyRecord(exported: Export): Promise<readonly ListPath[]> {
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
  const isObject = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.entries(object).flatMap(([key, value]) => {
    if (Array.isArray(value)) return value.some(isObject) ? [[...path, key]] : [];
    return isObject(value) ? listsOf(value, [...path, key]) : [];
  });
}

/** A JSON object, as the export's records hold them. */
export type JsonObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own property of that name: an export may well have a key `constructor`. */
export function member(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The same when it is a text; trimmed, else empty. */
export function textMember(object: JsonObject, key: string): string {
  const value = member(object, key);
  return typeof value === 'string' ? value.trim() : '';
}

/** An object that stands there, or as JSON in a text. */
export function objectMember(object: JsonObject, key: string): JsonObject | null {
  const value = member(object, key);
  const parsed = typeof value === 'string' ? tryParseJson(value) : value;
  return isPlainObject(parsed) ? parsed : null;
}

/** What a JSON text holds; undefined when it is none. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

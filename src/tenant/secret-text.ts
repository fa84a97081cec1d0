import { tryParseJson } from './json-object.ts';

/** A shorter secret also occurs in ordinary words: removing it would garble the text and reveal the secret by the gaps. */
const MIN_LENGTH = 8;

/**
 * Removes secrets from a text of the tenant, which may echo what it received: as they are, and as encoded in JSON, a URL or
 * HTML. JSON is serialised again, because any character in it can be escaped.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = normalizeJson(text);
  for (const secret of secrets) {
    if (secret.length < MIN_LENGTH) continue;
    for (const form of encodingsOf(secret)) clean = clean.replaceAll(form, '***');
  }
  return clean;
}

function normalizeJson(text: string): string {
  // Without escapes there is nothing to normalize.
  if (!text.includes('\\')) return text;
  const json = tryParseJson(text);
  if (json === undefined) return text;
  try {
    return JSON.stringify(json);
  } catch {
    // Nested too deeply to be serialised again, so escaped secrets could not be found.
    return 'The answer is nested too deeply to be read.';
  }
}

function encodingsOf(secret: string): Set<string> {
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inJson = JSON.stringify(secret).slice(1, -1);
  return new Set([secret, inJson, encodeURIComponent(secret.toWellFormed()), html, html.replaceAll('"', '&quot;')]);
}

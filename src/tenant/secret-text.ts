import { parseJson } from './json-object.ts';

/** What is shorter stands in ordinary words too: taking it out would garble the text and tell the secret by its gaps. */
const SHORTEST = 8;

/**
 * Takes secrets out of a text of the tenant, which may echo what it was sent: as they are, and as JSON, a URL or HTML spells
 * them. JSON comes back in one spelling, since `/`, `<` and `ß` can be escaped in it at will.
 */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = inOneSpelling(text);
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const form of spellings(secret)) clean = clean.replaceAll(form, '***');
  }
  return clean;
}

function inOneSpelling(text: string): string {
  // Without an escape there is one spelling already.
  if (!text.includes('\\')) return text;
  const json = parseJson(text);
  if (json === undefined) return text;
  try {
    return JSON.stringify(json);
  } catch {
    // What is nested so deep that it cannot be written again cannot be searched for escaped secrets either.
    return 'The answer is nested too deep to be read.';
  }
}

function spellings(secret: string): Set<string> {
  const html = secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inJson = JSON.stringify(secret).slice(1, -1);
  return new Set([secret, inJson, encodeURIComponent(secret.toWellFormed()), html, html.replaceAll('"', '&quot;')]);
}

/** What is shorter stands in ordinary words too: taking it out would garble the text and tell the secret by its gaps. */
const SHORTEST = 8;

/** Takes secrets out of a text of the tenant, as they are and as JSON or a URL would spell them: a server may echo what it was sent. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < SHORTEST) continue;
    for (const form of new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]))
      clean = clean.replaceAll(form, '***');
  }
  return clean;
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packHash } from '../../src/password/pack.ts';
import { recogniseHash } from '../../src/password/recognise.ts';
import type { SourceSecrets } from '../../src/password/verify.ts';
import { sharedTokenAccess } from '../../src/verifier/access.ts';
import { type HashVector, hashVectors } from '../password/hash-vectors.ts';
import { type OpenVerifier, openVerifier } from '../support/open-verifier.ts';
import { writeOwnCertificate } from '../support/own-certificate.ts';
import { tempFolder } from '../support/temp-folder.ts';

const TOKEN = 'a-token-of-at-least-32-characters';

/** A verifier is started with one set of secrets, so each set of the vectors has a verifier of its own. */
const groups = Map.groupBy(hashVectors(), ({ secrets }) => keyOf(secrets));

function keyOf({ named = new Map() }: SourceSecrets): string {
  return JSON.stringify([...named].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
}

describe.each([...groups.values()])('the running verifier, over HTTPS', (...vectors: HashVector[]) => {
  const folder = tempFolder();
  let open: OpenVerifier;

  beforeAll(async () => {
    const { ca, ...tls } = await writeOwnCertificate(folder.file);
    const pool = { secrets: vectors[0]?.secrets ?? {} };
    open = await openVerifier({ tls, ca, pool, access: [sharedTokenAccess(TOKEN)] });
  });
  afterAll(async () => {
    await open.verifier.close();
    folder[Symbol.dispose]();
  });

  test.each(vectors.map((vector) => [vector.name, vector] as const))(
    'knows the password and no other: %s',
    async (_, { input, password, uncheckable }) => {
      const recognised = recogniseHash(input);
      if (recognised.kind !== 'hash') throw new Error(recognised.kind);
      const packed = packHash(recognised.hash);
      const right = await open.compare(packed, password, { token: TOKEN });
      if (uncheckable) {
        expect(right).toMatchObject({ status: 422, body: { success: false, error: expect.any(String) } });
        expect(right.text).not.toContain(packed);
        return;
      }
      expect(right).toMatchObject({ status: 200, body: { status: 200, success: true, data: { verified: true } } });
      // In front: crypt(3) with DES reads no more than eight characters.
      const wrong = await open.compare(packed, `.${password}`, { token: TOKEN });
      expect(wrong).toMatchObject({ status: 200, body: { status: 200, success: true, data: { verified: false } } });
    },
  );
});

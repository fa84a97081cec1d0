import { writeFile } from 'node:fs/promises';
import { generate } from 'selfsigned';

/** Paths of a new certificate for `localhost` and 127.0.0.1 and of its key, and its text, which a client has to trust. */
export async function writeOwnCertificate(
  file: (name: string) => string,
): Promise<{ readonly cert: string; readonly key: string; readonly ca: string }> {
  const altNames = [
    { type: 2 as const, value: 'localhost' },
    { type: 7 as const, ip: '127.0.0.1' },
  ];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  const paths = { cert: file('cert.pem'), key: file('key.pem') };
  await writeFile(paths.cert, cert);
  await writeFile(paths.key, key, { mode: 0o600 });
  return { ...paths, ca: cert };
}

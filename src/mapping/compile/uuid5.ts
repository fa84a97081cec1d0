import { createHash } from 'node:crypto';

/** Version 5 UUIDs (RFC 9562, 5.5) of names in a namespace, which is itself a UUID: the same name always gives the same UUID. */
export function uuid5(namespace: string): (name: string) => string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  return (name) => {
    const hash = createHash('sha1').update(space).update(name, 'utf8').digest();
    hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
    hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
    const hex = hash.toString('hex', 0, 16);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}

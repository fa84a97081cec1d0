import { hash } from 'node:crypto';

/** Version 5 UUIDs (RFC 9562, 5.5) of names in a namespace, which is itself a UUID: the same name always gives the same UUID. */
export function uuid5(namespace: string): (name: string) => string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  return (name) => {
    const hex = hash('sha1', Buffer.concat([space, Buffer.from(name, 'utf8')]), 'hex');
    const version = withBits(hex.slice(12, 14), 0x0f, 0x50);
    const variant = withBits(hex.slice(16, 18), 0x3f, 0x80);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(14, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
  };
}

/** The byte (hex) with the bits of `mask` kept and those of `set` added. */
function withBits(byte: string, mask: number, set: number): string {
  return ((Number.parseInt(byte, 16) & mask) | set).toString(16);
}

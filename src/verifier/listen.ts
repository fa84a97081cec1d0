import type { Server } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { InputError } from '../runtime/input-error.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** Starts to listen, and returns the port. `flag` sets it. @throws InputError when the address cannot be used. */
export async function listen(server: Server | TlsServer, { host, port }: Address, flag: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((cause: NodeJS.ErrnoException) => {
    const problem = `The verifier cannot listen on ${host}, port ${port} (${cause.code}). Set another one with \`${flag}\`.`;
    throw new InputError([problem], { cause });
  });
  return (server.address() as AddressInfo).port;
}

/** The host as a URL has it. */
export function urlHost({ host }: Address): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Connections without a request end at once, the others with their answer, and all of them after `graceMs`. */
export async function closeServer(server: Server | TlsServer, graceMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(timer);
}

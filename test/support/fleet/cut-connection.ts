import { connect, createServer, type Socket } from 'node:net';

/** A way to a database that breaks at the most inconvenient moment. */
export interface CutConnection extends AsyncDisposable {
  /** The URL of the database through it. */
  readonly url: string;
  /** The next COMMIT reaches the database (or not), and its answer never comes back. */
  cutNextCommit(doesArrive: boolean): void;
  /** From now on nothing arrives and nothing comes back, and nobody is told, as when a machine disappears. */
  goSilent(): void;
  /** How many were cut. */
  readonly cuts: number;
}

/** Passes everything on to the database of the URL. */
export async function cutConnection(database: string): Promise<CutConnection> {
  const { hostname, port } = new URL(database);
  let next: 'arrives' | 'lost' | null = null;
  let cuts = 0;
  let isSilent = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    let isCut = false;
    client.on('data', (data) => {
      if (isSilent) return;
      if (next !== null && data.includes('COMMIT')) {
        cuts++;
        isCut = true;
        const arrives = next === 'arrives';
        next = null;
        if (!arrives) {
          client.destroy();
          upstream.destroy();
          return;
        }
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (isSilent) return;
      if (!isCut) client.write(data);
      else {
        client.destroy();
        upstream.destroy();
      }
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  const url = new URL(database);
  url.port = String(address.port);
  return {
    url: url.href,
    cutNextCommit(doesArrive) {
      next = doesArrive ? 'arrives' : 'lost';
    },
    goSilent() {
      isSilent = true;
    },
    get cuts() {
      return cuts;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

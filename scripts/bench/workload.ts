import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateExport } from '../../test/support/shop-export/generate-export.ts';
import { ours } from './contestants.ts';
import { namedExport } from './named-export.ts';
import type { Server } from './server.ts';

/** The files that contestants work on, in the folder of one run of the bench. Each is made when it is first asked for. */
export class Workload {
  readonly folder: string;
  readonly #made = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** An empty folder. */
  async workspace(): Promise<string> {
    const path = join(this.folder, `run-${process.hrtime.bigint()}`);
    await mkdir(path);
    return path;
  }

  /** An export with cidaas's names. */
  export(users: number, format: 'csv' | 'ndjson' = 'csv'): Promise<string> {
    return this.#once(`${users}.${format}`, (file) =>
      pipeline(Readable.from(namedExport(users, format)), createWriteStream(file)),
    );
  }

  /** The export of the demo's shop, without a trap, which its mapping has to convert. */
  shop(users: number): Promise<string> {
    return this.#once(`${users}.shop.csv`, (file) =>
      pipeline(Readable.from(generateExport({ seed: 5, users, clean: true })), createWriteStream(file)),
    );
  }

  /** The bodies that ours sends of an export of CSV, one a line, as the answerer got them. */
  bodies(users: number, answerer: Server): Promise<string> {
    return this.#once(`${users}.bodies`, async (file) => {
      await answerer.record(file);
      await ours(this, { export: await this.export(users) }).run(answerer);
      await answerer.stopRecording();
    });
  }

  /** The users of these bodies, one a line: what a shell pipeline begins with. */
  users(users: number, answerer: Server): Promise<string> {
    return this.#once(`${users}.users.ndjson`, async (file) => {
      const lines = createInterface({ input: createReadStream(await this.bodies(users, answerer)) });
      await pipeline(lines, usersOf, createWriteStream(file));
    });
  }

  #once(name: string, make: (file: string) => Promise<void>): Promise<string> {
    const file = join(this.folder, name);
    const made =
      this.#made.get(name) ??
      make(`${file}.part`)
        .then(() => rename(`${file}.part`, file))
        .then(() => file);
    this.#made.set(name, made);
    return made;
  }
}

async function* usersOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines)
    yield (JSON.parse(line) as object[]).map((user) => `${JSON.stringify(user)}\n`).join('');
}

import type { Figures } from './contest.ts';
import { type Server, startSandboxServer } from './server.ts';

/** Where contestants run: it hands them the server that they send to. */
export type Venue = (run: (server: Server | null) => Promise<Figures>) => Promise<Figures>;

/** Nothing is sent. */
export const NOWHERE: Venue = (run) => run(null);

/** One server for all. */
export function at(server: Server): Venue {
  return (run) => run(server);
}

/** A sandbox remembers its users, so every run gets a new one. */
export function freshSandbox(latencyMs: number): Venue {
  return async (run) => {
    await using sandbox = await startSandboxServer({ latencyMs, places: null });
    return await run(sandbox);
  };
}

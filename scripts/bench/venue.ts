import type { Figures } from './contest.ts';
import { type Server, startSandboxServer } from './server.ts';
import type { TenantLoad } from './tenant-load.ts';

/** Where contestants run: it hands them the server that they send to. */
export type Venue = (run: (server: Server | null) => Promise<Figures>) => Promise<Figures>;

/** Nothing is sent. */
export const NOWHERE: Venue = (run) => run(null);

/** One server for all. */
export function at(server: Server): Venue {
  return (run) => run(server);
}

/** A sandbox remembers its users, so every run gets a new one. `load`: its latency, or more about it. */
export function freshSandbox(load: number | TenantLoad): Venue {
  return async (run) => {
    await using sandbox = await startSandboxServer(typeof load === 'number' ? { latencyMs: load, places: null } : load);
    return await run(sandbox);
  };
}

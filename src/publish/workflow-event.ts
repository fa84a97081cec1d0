import { readFile } from 'node:fs/promises';
import type { RunnerEnv } from './artifact-service.ts';

/** The event that started the workflow, as GitHub describes it; null when there is none or it cannot be read. */
export async function readWorkflowEvent({ GITHUB_EVENT_PATH: path }: RunnerEnv): Promise<unknown> {
  if (path === undefined) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Callers treat an unreadable event like one without the property they look for.
    return null;
  }
}

/** A property of a value of unknown shape; undefined when the value is not an object or lacks it. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

import type { CommandResponse } from 'pg-boss';

/** Ids of the jobs that a command of pg-boss changed: those whose attempt was still the one given. Its types leave them out. */
export function affectedJobs(response: CommandResponse): readonly string[] {
  if (!('settled' in response) || !Array.isArray(response.settled))
    throw new TypeError('pg-boss did not report which jobs a command changed; is it another version?');
  return response.settled as string[];
}

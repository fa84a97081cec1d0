import { isPlainObject } from '../../password/json-object.ts';
import { nearest } from '../../text/nearest.ts';
import type { SourceRef } from '../field-rule.ts';
import type { PathSighting } from '../mapped.ts';
import { pathText, type SourcePath, valueAt } from './source-path.ts';

/** A path of the mapping that no record had. */
export interface UnseenPath {
  readonly path: string;
  readonly at: string;
  /** The path that may have been meant, from keys of the records. */
  readonly nearest: string | null;
}

/** How many records of a chunk, and keys of all, are looked at to suggest the path that was meant. */
const SAMPLED_RECORDS = 20;
const SAMPLED_KEYS = 200;

/** Whether a path was found in one chunk of records. */
export class Sighting {
  readonly path: SourcePath;
  seen = false;
  missed = 0;
  near = new Set<string>();

  constructor(path: SourcePath) {
    this.path = path;
  }

  /** Notes one record; `isFound`: it has the path. */
  look(isFound: boolean, object: unknown): void {
    if (isFound) this.seen = true;
    else if (this.missed < SAMPLED_RECORDS) sample(object, this.path, this.near);
    this.missed += 1;
  }
}

/** Which paths were found in the records of an export: chunk by chunk, since chunks may be mapped in different threads. */
export class Sightings {
  readonly #inChunk = new Map<string, Sighting>();
  readonly #inExport = new Map<
    string,
    { readonly ref: SourceRef; seen: boolean; isMissed: boolean; near: Set<string> }
  >();

  of(ref: SourceRef, path: SourcePath): Sighting {
    const sighting = this.#inChunk.get(ref.text) ?? new Sighting(path);
    this.#inChunk.set(ref.text, sighting);
    if (!this.#inExport.has(ref.text))
      this.#inExport.set(ref.text, { ref, seen: false, isMissed: false, near: new Set() });
    return sighting;
  }

  /** The sightings of a chunk; those of the next one begin. */
  readonly takeSightings = (): PathSighting[] => {
    const taken: PathSighting[] = [];
    for (const [path, sighting] of this.#inChunk) {
      const { seen, missed, near } = sighting;
      if (seen || missed > 0) taken.push({ path, seen, near: seen ? [] : [...near] });
      Object.assign(sighting, { seen: false, missed: 0, near: new Set() });
    }
    return taken;
  };

  readonly addSightings = (sightings: readonly PathSighting[]): void => {
    for (const { path, seen, near } of sightings) {
      const known = this.#inExport.get(path);
      if (known === undefined || known.seen) continue;
      known.isMissed = true;
      known.seen = seen;
      for (const key of near) if (known.near.size < SAMPLED_KEYS) known.near.add(key);
    }
  };

  /** Paths that records were to have, and none had. */
  readonly unseen = (): UnseenPath[] => {
    this.addSightings(this.takeSightings());
    return [...this.#inExport.values()]
      .filter(({ seen, isMissed }) => !seen && isMissed)
      .map(({ ref, near }) => ({ path: ref.text, at: ref.at, nearest: nearest(ref.text, near) }));
  };
}

/** Notes the keys where a path ends: those next to its first key that is missing. */
function sample(object: unknown, path: SourcePath, near: Set<string>): void {
  let length = path.length - 1;
  while (length > 0 && !isPlainObject(valueAt(object, path.slice(0, length)))) length -= 1;
  const around = length === 0 ? object : valueAt(object, path.slice(0, length));
  if (!isPlainObject(around)) return;
  for (const key of Object.keys(around)) {
    if (near.size >= SAMPLED_KEYS) return;
    // A key may be data (a map by e-mail address): only what looks like a name is ever shown.
    if (/^@?[A-Za-z_][\w:-]{0,63}$/.test(key)) near.add(pathText([...path.slice(0, length), key]));
  }
}

import type { Expressions } from './expressions.ts';
import type { Libraries } from './libraries.ts';
import type { RegionOf, RegionReader } from './record-region.ts';
import type { SourceReader } from './source-reader.ts';
import type { WorkMeter } from './work-meter.ts';

/** What compiling a rule needs. Problems of the rule are added to `problems`, as sentences. */
export interface CompileContext {
  readonly reader: SourceReader;
  readonly libraries: Libraries;
  readonly expressions: Expressions;
  readonly problems: string[];
  /** Measures what patterns cost for one record. */
  readonly meter: WorkMeter;
  /** How to go on when a user's status is not in the export: a sentence without its full stop. */
  readonly statusWayOut: string;
  /** The export does not say who is blocked, which is a problem already. */
  readonly isStatusMissing: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly phone: PhoneContext;
}

/** Where phone numbers without country code belong. */
export interface PhoneContext {
  /** The mapping's country for records that name none: ISO 3166, two letters. */
  readonly region: string | null;
  readonly readRegion: RegionReader;
  readonly regionOf: RegionOf;
}

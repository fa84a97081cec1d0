import type { ColumnProfile } from './column-profile.ts';
import type { ColumnRole } from './column-roles.ts';
/** A key of the proposed mapping with its value, and what is to be said about it. */
export interface MappingPart {
  readonly key: string;
  /** As YAML has it. */
  readonly value: unknown;
  readonly notes: readonly string[];
  /** What the reader must decide before this counts: it then stands in a comment. */
  readonly decide?: string;
}

/** The columns that were chosen for each role, and what became of the others. */
export interface ChosenColumns {
  readonly records: number;
  readonly byRole: ReadonlyMap<ColumnRole, ColumnProfile>;
  /** All columns that say something of who may log in: each of them must be obeyed. */
  readonly loginColumns: readonly { readonly role: LoginRole; readonly column: ColumnProfile }[];
  /** Notes that a column is not taken, and why. */
  leaveOut(column: ColumnProfile, note: string | null): void;
  /** A namespace for stable ids. */
  readonly namespace: string;
}

/** Roles that more than one column may have. */
export type LoginRole = 'status' | 'active' | 'blocked';

/** A column that no field takes. */
export interface UnmappedColumn {
  readonly column: ColumnProfile;
  /** Why, when there is more to say than that nothing is known about it. */
  readonly note: string | null;
}

/** What a mapping could be for an export that was looked at. */
export interface Proposal {
  /** Blocks beside `fields`. */
  readonly blocks: readonly MappingPart[];
  readonly fields: readonly MappingPart[];
  readonly unmapped: readonly UnmappedColumn[];
  /** What the reader must decide before the mapping is used. */
  readonly warnings: readonly string[];
}

import type { ColumnProfile } from './column-profile.ts';
import type { ColumnRole } from './column-roles.ts';

/** A key of the proposed mapping with its value and notes. */
export interface MappingPart {
  readonly key: string;
  /** As in YAML. */
  readonly value: unknown;
  readonly notes: readonly string[];
  /** What the reader must decide first; the part is then written as a comment. */
  readonly decision?: string;
}

/** The columns chosen for each role, and those left out. */
export interface ChosenColumns {
  readonly records: number;
  readonly byRole: ReadonlyMap<ColumnRole, ColumnProfile>;
  /** All columns that affect who may log in; all of them are used. */
  readonly loginColumns: readonly { readonly role: LoginRole; readonly column: ColumnProfile }[];
  /** Leaves a column out, with the reason. */
  leaveOut(column: ColumnProfile, note: string | null): void;
  /** A namespace for stable ids. */
  readonly namespace: string;
}

/** Roles that more than one column may have. */
export type LoginRole = 'status' | 'active' | 'blocked';

/** A column that is not mapped. */
export interface UnmappedColumn {
  readonly column: ColumnProfile;
  /** The reason, if known. */
  readonly note: string | null;
}

/** Something that the reader must decide before the mapping is used. */
export interface OpenDecision {
  /** Sentences. */
  readonly text: string;
  /** The column that may be the state of an account; null when it is about none. */
  readonly column: ColumnProfile | null;
  /** Set when a preset has the rule for the status. */
  readonly isPreset?: true;
}

/** A proposed mapping for an export. */
export interface Proposal {
  /** Blocks other than `fields`. */
  readonly blocks: readonly MappingPart[];
  readonly fields: readonly MappingPart[];
  readonly unmapped: readonly UnmappedColumn[];
  readonly warnings: readonly OpenDecision[];
}

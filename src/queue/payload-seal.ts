/** Seals the texts of one run for the database that all processes of a fleet share. */
export interface PayloadSeal {
  seal(kind: PayloadKind, name: string, text: string): Buffer;
  /** Null when it was not sealed with this key for this run, kind and name, or was changed. */
  open(kind: PayloadKind, name: string, sealed: Buffer): string | null;
  /** Identifies a user for later runs without revealing it. */
  fingerprint(text: string): string;
}

type PayloadKind = 'order' | 'batch' | 'outcomes' | 'stop';

/** Makes the seal of a run from its salt. */
export type SealOf = (run: string, salt: Uint8Array) => PayloadSeal;

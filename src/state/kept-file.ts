/** A file that an earlier run may have kept for this one. */
export interface KeptFile {
  /** Identifies it, and says nothing about its age. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  /** The run that stored it; null where runs have no ids. */
  readonly storedBy: string | null;
  /** When it was stored, in milliseconds since 1970; 0 where that is not known. */
  readonly storedAt: number;
  /**
   * Its path, or null when it has been deleted since.
   *
   * @throws SealedFileError when it is damaged; NotFetched when it cannot be read now.
   */
  fetch(): Promise<string | null>;
  /** Frees what `fetch` took up; the file can be fetched again. */
  discard(): Promise<void>;
}

/** Files that may exist could not be fetched. The message has sentences with the cause and what to do. */
export class NotFetched extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NotFetched';
  }
}

/** What became of a file that was to be kept for a later run. */
export type KeepResult =
  /** `paths`: the files that a later run finds; none when there was nothing to keep. */
  | { readonly kind: 'kept'; readonly paths: readonly string[] }
  /** There is nowhere to keep it: `reason` says why, as part of a sentence. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  /** It could not be stored, and may be later. */
  | { readonly kind: 'failed'; readonly reason: string };

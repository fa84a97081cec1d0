import type { ListName } from '../list-name.ts';
import type { PageRow } from '../page-rows.ts';

/** A list that is shown: others ask it what a search finds in it. */
export interface ShownList {
  readonly name: ListName;
  /** The rows that a text finds. */
  readonly find: (text: string) => readonly PageRow[];
  /** Shows it again, once the other lists are there. */
  readonly refresh: () => void;
}

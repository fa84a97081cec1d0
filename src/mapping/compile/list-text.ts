import type { ListText } from '../field-rule.ts';
import { type NOT_PHP_LIST, phpList } from './php-list.ts';

/** How the items of a list are read from its text; `NOT_PHP_LIST` when they cannot be. */
export function itemsOf(list: ListText): (text: string) => readonly unknown[] | typeof NOT_PHP_LIST {
  switch (list.kind) {
    case 'php':
      return phpList;
    case 'separated':
      return (text) => text.split(list.separator);
  }
}

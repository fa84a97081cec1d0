import type { RecordBody } from '../../source/record.ts';
import type { CidaasUser } from '../../user/cidaas-user.ts';
import type { FieldMaker } from './compile-field.ts';
import type { EntryMaker, ListKey } from './entry.ts';
import { FieldError } from './field-error.ts';
import type { Target } from './set-path.ts';

/** Fills a user's list from the entries that the mapping describes; entries that say nothing are left out. */
export function listMaker(
  key: ListKey,
  entries: readonly EntryMaker[],
): (body: RecordBody, user: Target, refused: FieldError[]) => void {
  const prepared = entries.map(({ makers, forEach }) => ({
    makers: makers.map((maker) => ({ ...maker, tells: tells(key, maker) })),
    // A further identity whose provider the table leaves out is none: without provider it would be the user's own.
    namesProvider: key === 'identities' && makers.some(({ rule }) => rule.field === 'provider'),
    forEach,
  }));
  return (body, user, refused) => {
    const list: Target[] = [];
    for (const { makers, forEach, namesProvider } of prepared) {
      const unread = forEach(body, () => {
        const entry: Target = {};
        let worthwhile = false;
        for (const { make, put, tells } of makers) {
          const value = make(body);
          if (value === undefined) continue;
          if (value instanceof FieldError) {
            refused.push(value);
            continue;
          }
          put(entry, value);
          if (tells && value !== null) worthwhile = true;
        }
        if (worthwhile && !(namesProvider && entry.provider === undefined)) list.push(entry);
      });
      if (unread !== undefined) refused.push(unread);
    }
    if (list.length > 0) user[key] = list;
  };
}

/**
 * Does a value of this field show that the entry exists for this record? Constants stand in every record, and so do the
 * provider and the sub that all identities repeat; a group is its id, a consent its state.
 */
function tells(key: ListKey, { rule }: FieldMaker): boolean {
  switch (key) {
    case 'identities':
      return rule.source.kind !== 'value' && rule.field !== 'provider' && rule.field !== 'sub';
    case 'groups':
      return rule.field === 'groupId';
    case 'consents':
      return rule.field === 'state';
  }
}

/** Gives memberships the user's own sub, which the bulk API asks for in each of them. */
export function fillLists(user: Target): CidaasUser {
  const { sub, groups } = user;
  if (typeof sub === 'string' && Array.isArray(groups)) {
    for (const group of groups as Target[]) group.sub ??= sub;
  }
  return user as CidaasUser;
}

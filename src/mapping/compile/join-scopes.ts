import type { RecordBody } from '../../source/record.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { FieldRule, Join } from '../mapping.ts';
import type { CompileContext } from './compile-context.ts';
import { compileField } from './compile-field.ts';
import { FieldError } from './field-error.ts';
import type { JoinIndex } from './join-index.ts';
import type { Scope } from './scope.ts';

/** The joined records of the record that is being mapped. */
export interface JoinScopes {
  readonly scopes: readonly Scope[];
  /** Finds what belongs to a record; gives what keeps a key from being made. */
  enter(body: RecordBody): FieldError[];
}

/** Prepares the joins of a mapping; keys are made of the export's own columns, not of other joins'. */
export function joinScopes(joins: readonly Join[], index: JoinIndex | undefined, context: CompileContext): JoinScopes {
  if (joins.length === 0) return { scopes: [], enter: () => [] };
  if (index === undefined) throw new Error('the mapping has joins, but nothing to find them in was given');
  const prepared = joins.map(({ name, many, equals }) => ({
    name,
    many,
    key: keyMaker(equals, context),
    scope: { name, columns: many ? null : index.columns(name), value: undefined } as Scope,
  }));
  return {
    scopes: prepared.map(({ scope }) => scope),
    enter: (body) => {
      const refused: FieldError[] = [];
      for (const { name, many, key, scope } of prepared) {
        const made = key(body);
        if (made instanceof FieldError) refused.push(made);
        const found = typeof made === 'string' && made !== '' ? index.find(name, made) : [];
        scope.value = many ? found : found[0];
      }
      return refused;
    },
  };
}

/** Makes the key of a record: a text, undefined when there is none, or why it cannot be made. */
export function keyMaker(rule: FieldRule, context: CompileContext): (body: RecordBody) => unknown {
  const field: CidaasField = { name: rule.field, path: ['key'], type: 'text', level: 'account', clearable: false };
  return compileField(rule, field, rule.field, context).make;
}

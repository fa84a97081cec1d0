import type { CarryOptions } from '../../password/carry.ts';
import { carryOptionProblems } from '../../password/carry-options.ts';
import { type FirebaseParameters, isDeclaredAlgorithm } from '../../password/hash-parts.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { FieldRule, PasswordRule } from '../mapping.ts';
import { fieldRule } from './field-rule.ts';
import type { RawPassword, RawRule } from './mapping-schema.ts';
import type { RuleContext } from './rule-context.ts';

/** What one mapping file says about passwords; what is undefined it leaves open. */
export type PasswordParts = {
  readonly [key in Exclude<keyof PasswordRule, 'settings' | 'carry'>]?: FieldRule;
} & Partial<PasswordRule['settings']> &
  Partial<CarryOptions>;

/** Values of any kind: a text, or what a JSON record has there. */
const ANYTHING: CidaasField = { name: 'password', path: [], type: 'custom', level: 'account', clearable: false };
const TEXT: CidaasField = { ...ANYTHING, type: 'text' };

/** Makes a `password` block uniform. */
export function passwordParts(raw: RawPassword, context: RuleContext): PasswordParts {
  const { algorithm, salt, iterations, verifier, ids, optional, firebase, ...rest } = raw;
  const { saltEncoding, saltPosition, passwordEncoding, ...source } = rest;
  for (const { path, what } of carryOptionProblems(verifier ?? null, ids ?? {})) context.complain(path, what);
  const part = (key: string, field: CidaasField, given: RawRule | undefined): FieldRule | undefined =>
    given === undefined
      ? undefined
      : fieldRule({ ...field, name: `password.${key}` }, given, {
          ...context,
          at: (...path) => context.at(key, ...path),
          complain: (path, message) => context.complain([key, ...path], message),
        });
  return defined({
    value: Object.keys(source).length === 0 ? undefined : fieldRule(ANYTHING, source, context),
    algorithm: part('algorithm', TEXT, declared(algorithm, context)),
    salt: part('salt', ANYTHING, salt),
    iterations: part('iterations', ANYTHING, iterations),
    saltEncoding,
    saltPosition,
    passwordEncoding,
    firebase: firebase && firebaseParameters(firebase),
    verifier,
    ids,
    optional,
  });
}

/** The rule of a complete block; null when no file says where the hash comes from. */
export function completePassword(parts: PasswordParts): PasswordRule | null {
  const { value, algorithm, salt, iterations, verifier, ids, optional, ...settings } = parts;
  if (value === undefined) return null;
  return {
    value,
    algorithm: algorithm ?? null,
    salt: salt ?? null,
    iterations: iterations ?? null,
    settings,
    carry: { verifier: verifier ?? null, ids: ids ?? {}, optional: optional ?? false },
  };
}

/** The rules that a password is made by. */
export function passwordRules(rule: PasswordRule | null): FieldRule[] {
  if (rule === null) return [];
  return [rule.value, rule.algorithm, rule.salt, rule.iterations].filter((each) => each !== null);
}

/** A bare word is an algorithm, not a column: most mappings declare one for all rows. */
function declared(given: RawPassword['algorithm'], context: RuleContext): RawRule | undefined {
  if (typeof given !== 'string') return given;
  if (given !== 'auto' && !isDeclaredAlgorithm(given))
    context.complain(['algorithm'], `"${given}" is no algorithm that can be declared`);
  return { value: given };
}

function firebaseParameters(raw: NonNullable<RawPassword['firebase']>): FirebaseParameters {
  return {
    blockSize: raw.rounds,
    memCost: raw.mem_cost,
    separator: Buffer.from(raw.base64_salt_separator, 'base64'),
  };
}

function defined<T extends object>(object: T): { [key in keyof T]: Exclude<T[key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [key in keyof T]: Exclude<T[key], undefined>;
  };
}

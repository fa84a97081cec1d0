import type { CarryOptions } from '../../password/carry.ts';
import { carryOptionProblems } from '../../password/carry-options.ts';
import { type FirebaseParameters, isDeclaredAlgorithm, takesSecret } from '../../password/hash-parts.ts';
import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { Condition, FieldRule } from '../field-rule.ts';
import type { PasswordRule, UnprovenPasswords } from '../mapping.ts';
import type { RawPassword } from './mapping-schema.ts';
import { type RuleContext, readCondition, readRule, within } from './rule-reader.ts';
import type { RawRule } from './rule-schema.ts';

/** The `password` block of one mapping file; what it does not mention is undefined. */
export type PasswordParts = {
  readonly [key in Exclude<keyof PasswordRule, 'settings' | 'carry' | 'passwordless'>]?: FieldRule;
} & Partial<PasswordRule['settings']> &
  Partial<CarryOptions> & { readonly passwordless?: Condition; readonly unproven?: UnprovenPasswords };

/** Values of any type: a text, or a value of a JSON record. */
const ANYTHING: CidaasField = { name: 'password', path: [], type: 'custom', level: 'account', clearable: false };
const TEXT: CidaasField = { ...ANYTHING, type: 'text' };

/** Reads a `password` block. */
export function passwordParts(raw: RawPassword, context: RuleContext): PasswordParts {
  const { algorithm, salt, iterations, verifier, ids, optional, firebase, passwordless, unproven, ...rest } = raw;
  const { saltEncoding, saltPosition, secret, secretPosition, passwordEncoding, ...source } = rest;
  for (const { path, message } of carryOptionProblems(verifier ?? null, ids ?? {})) context.addProblem(path, message);
  const part = (key: string, field: CidaasField, given: RawRule | undefined): FieldRule | undefined =>
    given === undefined ? undefined : readRule({ ...field, name: `password.${key}` }, given, within(context, key));
  return defined({
    value: Object.keys(source).length === 0 ? undefined : readRule(ANYTHING, source, context),
    algorithm: part('algorithm', TEXT, declared(algorithm, context)),
    salt: part('salt', ANYTHING, salt),
    iterations: part('iterations', ANYTHING, typeof iterations === 'number' ? { value: iterations } : iterations),
    passwordless: passwordless && readCondition(passwordless, ['passwordless'], context),
    saltEncoding,
    saltPosition,
    secret,
    secretPosition,
    passwordEncoding,
    firebase: firebase && firebaseParameters(firebase),
    verifier,
    ids,
    optional,
    unproven,
  });
}

/** Lets the block of a mapping override that of a preset, which knows nothing of a source that it does not name itself. */
export function mergePassword(base: PasswordParts, own: PasswordParts): PasswordParts {
  const { unproven, ...kept } = base;
  const isOwnSource = own.value !== undefined || own.algorithm !== undefined;
  return { ...kept, ...(unproven !== undefined && !isOwnSource && { unproven }), ...own };
}

/** The rule of a complete block; null when no file names the source of the hash. */
export function completePassword(parts: PasswordParts): PasswordRule | null {
  const { value, algorithm, salt, iterations, passwordless, verifier, ids, optional, unproven: _, ...settings } = parts;
  if (value === undefined) return null;
  return {
    value,
    algorithm: algorithm ?? null,
    salt: salt ?? null,
    iterations: iterations ?? null,
    passwordless: passwordless ?? null,
    settings,
    carry: { verifier: verifier ?? null, ids: ids ?? {}, optional: optional ?? false },
  };
}

/** What is wrong with the secret of a complete block, or null: one that no hash contains would be ignored. */
export function secretProblem({ settings: { secret }, algorithm, value }: PasswordRule): string | null {
  if (secret === undefined) return null;
  const prefix = `${value.at}: password.secret: needs an \`algorithm\` whose hashes contain a secret, such as bcrypt-pepper`;
  if (algorithm === null) return `${prefix}.`;
  const declared = algorithm.source.kind === 'value' ? String(algorithm.source.value) : null;
  return declared === null || takesSecret(declared) ? null : `${prefix}; those of ${declared} do not.`;
}

/** The rules that a password is made by. */
export function passwordRules(rule: PasswordRule | null): FieldRule[] {
  if (rule === null) return [];
  return [rule.value, rule.algorithm, rule.salt, rule.iterations].filter((each) => each !== null);
}

/** A text alone is an algorithm, not a column: most mappings declare one for all rows. */
function declared(given: RawPassword['algorithm'], context: RuleContext): RawRule | undefined {
  if (typeof given !== 'string') return given;
  if (given !== 'auto' && !isDeclaredAlgorithm(given))
    context.addProblem(['algorithm'], `"${given}" is not an algorithm that can be declared`);
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

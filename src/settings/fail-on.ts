import { PROBLEM_CODES } from '../plan/problem-codes.ts';
import { didYouMean } from '../text/nearest.ts';
import { findField, USER_FIELDS } from '../user/cidaas-fields.ts';

/** What must not change unseen between two mappings. */
export interface FailOn {
  /** Codes of problems. */
  readonly codes: readonly string[];
  /** Fields; `password` stands for everything that is sent about it. */
  readonly fields: readonly string[];
}

const PASSWORD = 'password';
/** Fields that hold others. */
const GROUPED = [PASSWORD, 'address', 'customFields', 'password_hash_info'];

/** Reads the input `fail-on`: codes and fields, separated by commas, blanks or line ends. Adds what is wrong to `problems`. */
export function readFailOn(text: string, problems: string[]): FailOn {
  const codes: string[] = [];
  const fields: string[] = [];
  for (const name of new Set(text.split(/[\s,]+/).filter((word) => word !== ''))) {
    if (Object.hasOwn(PROBLEM_CODES, name)) codes.push(name);
    else if (GROUPED.includes(name) || findField('user', name) !== undefined) fields.push(name);
    else {
      const known = [...Object.keys(PROBLEM_CODES), ...Object.keys(USER_FIELDS), ...GROUPED];
      problems.push(
        `\`fail-on\`: expected codes like \`email.invalid\` and fields like \`sub\`, \`userStatus\`, \`password\`, got \`${name.slice(0, 80)}\`${didYouMean(name, known)}`,
      );
    }
  }
  return { codes, fields };
}

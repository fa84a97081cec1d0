import type { CidaasField } from '../../user/cidaas-fields.ts';
import type { Change } from '../field-rule.ts';
import type { DetailedRule } from './rule-schema.ts';

const CHANGES = ['table', 'date', 'instant', 'phone', 'namePart', 'uuid5'] as const satisfies readonly Change['kind'][];

/** Takes a clause about the value at `path` in the rule. */
type AddProblem = (path: readonly PropertyKey[], message: string) => void;

/** Looks for what a schema cannot express: steps that exclude each other or do not fit the field. */
export function checkRule(field: CidaasField, rule: DetailedRule, addProblem: AddProblem): void {
  const changes = CHANGES.filter((key) => rule[key] !== undefined);
  if (changes.length > 1) addProblem([], `has ${changes.join(' and ')}, which exclude each other`);
  if (rule.else !== undefined && rule.table === undefined) addProblem(['else'], 'goes with table only');
  if (rule.zone !== undefined && rule.instant === undefined) addProblem(['zone'], 'goes with instant only');
  if (rule.default !== undefined && rule.empty !== undefined)
    addProblem([], 'has both default and empty, which exclude each other');
  if (rule.empty === 'clear' && !field.clearable) addProblem(['empty'], `${field.name} cannot be cleared`);
  if (rule.value !== undefined) {
    const unused = [...CHANGES, 'json', 'replace', 'split', 'list', 'case', 'default', 'empty'].filter(
      (key) => rule[key as keyof DetailedRule] !== undefined,
    );
    if (unused.length > 0) addProblem([], `has a value, which is used as written: leave out ${unused.join(' and ')}`);
  }
  if (rule.type !== undefined && field.type !== 'custom') {
    addProblem(['type'], `goes with custom fields only: the type of ${field.name} is known`);
  }
  const list = field.type === 'list' || (field.type === 'custom' && (rule.type ?? 'list') === 'list');
  for (const key of ['split', 'list'] as const)
    if (rule[key] !== undefined && !list) addProblem([key], `makes a list, but ${field.name} takes one value`);
  if (rule.split !== undefined && rule.list !== undefined)
    addProblem([], 'has split and list, which exclude each other');
  // A value of the source must never become a right in the tenant unchecked.
  if (grantsRights(field) && rule.value === undefined && rule.table === undefined)
    addProblem([], 'needs a table from values of the source to names of the tenant, because these names grant rights');
  if (field.type === 'groups') addProblem([], 'is filled by the block `groups`, one group after the other');
  for (const change of changes) {
    if (!fits(change, field)) addProblem([change], `does not fit ${field.name}`);
    if (change !== 'table' && rule.type !== undefined && rule.type !== 'string') {
      addProblem([change], `gives text, which does not go with type: ${rule.type}`);
    }
  }
}

function fits(change: (typeof CHANGES)[number], { type }: CidaasField): boolean {
  switch (type) {
    case 'custom':
      return true;
    case 'groups':
    case 'consents':
    case 'identities':
      return false;
    case 'date':
    case 'instant':
      return change === 'table' || change === type;
    case 'boolean':
      return change === 'table';
    case 'text':
    case 'email':
    case 'phone':
    case 'locale':
    case 'zone':
    case 'url':
    case 'list':
      return change === 'table' || change === 'phone' || change === 'namePart' || change === 'uuid5';
  }
}

function grantsRights({ name }: CidaasField): boolean {
  return name === 'roles' || name === 'groupId';
}

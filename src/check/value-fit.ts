import type { TenantField } from '../tenant/setup.ts';

/** Whether a field accepts a value other than null; `type`: wrong type or format, `option`: not one of its options. */
export type ValueFit = 'fits' | 'type' | 'option';

/** The values that a field accepts, for a sentence with "accepts". */
export function acceptedValues(field: TenantField): string {
  switch (shapeOf(field)) {
    case 'text':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'list':
      return 'a list of strings';
    case 'boolean or list':
      return 'true or false, or a list of strings';
    case 'date':
      return 'a date';
    case 'instant':
      return 'a date or a date and time (ISO 8601)';
    case 'json':
      return 'text that contains JSON';
    case 'any':
      return 'anything';
  }
}

/** Prepares the check of values for one field. */
export function valueCheck(field: TenantField): (value: unknown) => ValueFit {
  const shape = shapeOf(field);
  const options = TYPES_WITH_OPTIONS.has(field.dataType ?? '') ? field.options : null;
  return (value) => {
    if (!hasShape(value, shape)) return 'type';
    if (options === null || typeof value === 'boolean') return 'fits';
    const isKnown = Array.isArray(value) ? value.every((one) => options.has(one)) : options.has(value);
    return isKnown ? 'fits' : 'option';
  };
}

const TYPES_WITH_OPTIONS: ReadonlySet<string> = new Set(['SELECT', 'MULTISELECT', 'RADIO', 'CHECKBOX']);

type Shape = 'text' | 'number' | 'boolean' | 'list' | 'boolean or list' | 'date' | 'instant' | 'json' | 'any';

/**
 * The shape of the values of a field, from its `baseDataType`, or from its data type if the tenant does not return one.
 * Source of both: Cidaas/terraform-provider-cidaas.
 */
function shapeOf({ dataType, baseDataType }: TenantField): Shape {
  switch (baseDataType) {
    case 'string':
      return dataType === 'JSON_STRING' ? 'json' : 'text';
    case 'double':
    case 'float':
    case 'number':
    case 'integer':
    case 'int':
    case 'long':
      return 'number';
    case 'bool':
    case 'boolean':
      return 'boolean';
    case 'array':
      return 'list';
    case 'datetime':
    case 'date':
      return dataType === 'DAYDATE' ? 'date' : 'instant';
    default:
      return shapeOfDataType(dataType);
  }
}

function shapeOfDataType(dataType: TenantField['dataType']): Shape {
  switch (dataType) {
    case 'TEXT':
    case 'TEXTAREA':
    case 'URL':
    case 'EMAIL':
    case 'USERNAME':
    case 'MOBILE':
    case 'SELECT':
    case 'RADIO':
      return 'text';
    case 'NUMBER':
      return 'number';
    case 'CONSENT':
      return 'boolean';
    // With options, the value is the list of the checked ones.
    case 'CHECKBOX':
      return 'boolean or list';
    case 'MULTISELECT':
    case 'ARRAY':
      return 'list';
    case 'DATE':
      return 'instant';
    case 'DAYDATE':
      return 'date';
    case 'JSON_STRING':
      return 'json';
    default:
      return 'any';
  }
}

function hasShape(value: unknown, shape: Shape): boolean {
  switch (shape) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return isTexts(value);
    case 'boolean or list':
      return typeof value === 'boolean' || isTexts(value);
    case 'date':
      return typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value));
    case 'instant':
      return typeof value === 'string' && (DATE.test(value) || INSTANT.test(value)) && !Number.isNaN(Date.parse(value));
    case 'json':
      return typeof value === 'string' && isJson(value);
    case 'any':
      return true;
  }
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

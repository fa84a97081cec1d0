import { alternatives } from '../mapping/field-rule.ts';
import type { Mapping, RuleSeverity } from '../mapping/mapping.ts';
import { memoize } from '../runtime/bounded-cache.ts';

/** Settings of the rules: from the mapping, and from lists that are loaded only if needed. */
export interface RulePolicy {
  /** Severities that differ from the usual ones, by code. */
  readonly severities: ReadonlyMap<string, RuleSeverity>;
  readonly allowAdminGroups: boolean;
  /** Whether the mapping says that values of this field are ids, whatever they look like. */
  readonly isOpaque: (field: string) => boolean;
  /** Whether the mapping declares this algorithm id as one of the tenant. */
  readonly isOwnHashId: (id: string) => boolean;
  /** Whether this domain, in lower case, provides disposable mailboxes. */
  readonly isDisposable: (domain: string) => boolean;
  /** Whether this is the name of an IANA time zone. */
  readonly isZone: (name: string) => boolean;
}

/** The default rules, without the list of disposable domains. */
export const DEFAULT_POLICY: RulePolicy = {
  severities: new Map(),
  allowAdminGroups: false,
  isOpaque: () => false,
  isOwnHashId: () => false,
  isDisposable: () => false,
  isZone: isIanaZone,
};

/** The policy of a run with this mapping (null: none). Loads the list of disposable domains, unless the mapping turns it off. */
export async function rulePolicy(mapping: Mapping | null): Promise<RulePolicy> {
  const severities = new Map([...(mapping?.severities ?? [])].map(([code, { severity }]) => [code, severity]));
  const opaque = opaqueFields(mapping);
  const ids = new Set(Object.values(mapping?.password?.carry.ids ?? {}));
  return {
    severities,
    allowAdminGroups: mapping?.allowAdminGroups ?? false,
    isOpaque: (field) => opaque.has(field),
    // Ids of bcrypt can end with the cost; the mapping writes n in its place.
    isOwnHashId: (id) => ids.has(id) || ids.has(id.replace(/_\d+$/, '_n')),
    isDisposable: severities.get('email.disposable') === 'off' ? () => false : await disposableDomains(),
    isZone: memoize(isIanaZone),
  };
}

function opaqueFields(mapping: Mapping | null): ReadonlySet<string> {
  const rules = mapping === null ? [] : [...mapping.fields, ...mapping.identities.flatMap((entry) => entry.rules)];
  return new Set(rules.filter((rule) => alternatives(rule).some(({ opaque }) => opaque)).map(({ field }) => field));
}

async function disposableDomains(): Promise<(domain: string) => boolean> {
  const { default: list } = await import('mailchecker');
  const domains = list.blacklist();
  return (domain) => {
    // A provider's subdomains are as disposable as the provider.
    for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      if (domains.has(rest)) return true;
    }
    return false;
  };
}

function isIanaZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

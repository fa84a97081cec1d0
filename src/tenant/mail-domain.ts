import { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';

/** Whether mail can be sent to a domain. `unknown`: the resolver gave no answer, which says nothing about the domain. */
export type DomainState = 'found' | 'absent' | 'unknown';

/** Looks one e-mail domain up. Never rejects. */
export type LookUpDomain = (domain: string) => Promise<DomainState>;

/** The part of `node:dns` that is asked. */
export type DomainResolver = Pick<Resolver, 'resolveMx' | 'resolve4' | 'resolve6'>;

/** A resolver of this machine, which is asked twice, two seconds each. */
export function systemResolver(): DomainResolver {
  return new Resolver({ timeout: 2_000, tries: 2 });
}

/**
 * cidaas refuses an address whose domain has neither an MX nor an A record (docs.cidaas.com, user migration 4.0.1). A domain is
 * only `absent` when the resolver says so of all of them.
 */
export function mailDomainLookUp(resolver: DomainResolver): LookUpDomain {
  return async (domain) => {
    const name = domainToASCII(domain);
    if (name === '') return 'absent';
    for (const ask of [() => resolver.resolveMx(name), () => resolver.resolve4(name), () => resolver.resolve6(name)]) {
      try {
        if ((await ask()).length > 0) return 'found';
      } catch (error) {
        if (!ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return 'unknown';
      }
    }
    return 'absent';
  };
}

/** No such domain; no such record. Source: https://nodejs.org/api/dns.html#error-codes */
const ABSENT: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);

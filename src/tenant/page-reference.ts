import { TenantText } from './tenant-text.ts';

/** The start of a page is enough, and limits the time that the patterns below can take on a hostile one. */
const MAX_READ_LENGTH = 20_000;

/**
 * The names that firewalls and load balancers give to their incident numbers: F5 and ModSecurity (support ID, unique ID),
 * Cloudflare (Ray ID), Akamai (reference), Imperva (incident ID), CloudFront (request ID), Azure (ref A), Fortinet (attack ID).
 */
const NAMED =
  /\b(?:support id|ray id|incident id|block id|attack id|event id|unique id|request id|transaction id|reference(?: (?:id|number|no))?|ref(?: a)?)\b[\s.:#]*(?:is\b)?[\s:#]*([a-z0-9][\w.:+/=-]{3,99})/gi;

/** Response headers with such a number. */
const HEADERS = ['cf-ray', 'x-azure-ref', 'x-amz-cf-id', 'x-iinfo', 'x-request-id', 'x-correlation-id'];

/**
 * The incident number on an HTML page of a firewall or load balancer, or null. It must follow one of the known names
 * and contain a digit.
 */
export function referenceOnPage(html: string): string | null {
  const text = html
    .slice(0, MAX_READ_LENGTH)
    .replaceAll(/<[^>]*>?/g, ' ')
    .replaceAll(/&#(\d{1,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&nbsp;', ' ');
  for (const [, found = ''] of text.matchAll(NAMED)) if (/\d/.test(found)) return found.replace(/[.:]+$/, '');
  return null;
}

/** The same in the headers of an answer; header names are lower-case. */
export function referenceInHeaders(headers: Readonly<Record<string, string>>): TenantText | null {
  for (const name of HEADERS) {
    const value = headers[name]?.trim() ?? '';
    if (/^[\w.:+/=-]{4,100}$/.test(value) && /\d/.test(value)) return TenantText.theirs(value);
  }
  return null;
}

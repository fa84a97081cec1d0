import { createHash } from 'node:crypto';
import { type EmailDomain, emailDomains, refuseDomains, warnDomains } from '../ledger/email-domains.ts';
import { PROBLEM_CODES } from '../plan/problem-codes.ts';
import { MAX_FIRST_ROWS } from '../plan/row-warnings.ts';
import { untilStopped } from '../runtime/until-stopped.ts';
import type { Settings } from '../settings/settings.ts';
import type { DomainState, LookUpDomain } from '../tenant/mail-domain.ts';
import { count, counted } from '../text/number-text.ts';
import type { Ports } from './ports.ts';
import type { RunSections } from './run-record.ts';

/** Look-ups at a time. */
const CONCURRENCY = 20;
/** For all look-ups together: domains that are not reached are unknown. */
const MAX_MS = 60_000;
/** Those of most users; memory must not grow with the export. */
const MAX_DOMAINS = 20_000;
/** Rows that the log names. */
const MAX_LOGGED = 10;

/** What the look-ups found. */
export interface CheckedDomains {
  readonly section: Pick<RunSections, 'warnings' | 'firstWarnings'>;
  /** SHA-256 (hex) of the domains whose rows became invalid; null when none did. */
  readonly refused: string | null;
}

/**
 * Looks up each e-mail domain of the planned users once. `error` makes the rows invalid whose domain cannot receive mail, which
 * cidaas would refuse; `warn` gives them a warning. Domains are data of users, so only rows are named. `files`: those of the export.
 */
export async function checkDomains(
  { checkDomains: mode }: Settings,
  { ledger, log, clock, stop, lookUpDomain }: Pick<Ports, 'ledger' | 'log' | 'clock' | 'stop' | 'lookUpDomain'>,
  files: readonly { readonly name: string }[],
): Promise<CheckedDomains> {
  const nothing: CheckedDomains = { section: { warnings: {}, firstWarnings: {} }, refused: null };
  if (mode === 'off') return nothing;
  const domains = emailDomains(ledger, MAX_DOMAINS);
  const states = await lookUpAll(domains, lookUpDomain, () => clock.now(), stop);
  const of = (state: DomainState): EmailDomain[] => domains.filter((_, at) => states[at] === state);
  const absent = of('absent');
  const isCertain = of('found').length > 0;
  const unknown = of('unknown').length + (isCertain ? 0 : absent.length);
  log.info(
    `Looked up ${counted(domains.length, 'e-mail domain')}: ${count(domains.length - unknown)} answered, ${count(unknown)} unknown.`,
  );
  if (absent.length === 0) return nothing;
  // A resolver without a way out knows no domain at all.
  if (!isCertain) {
    log.notice(
      'check-domains: the resolver of this machine finds none of the e-mail domains, so nothing is concluded from it.',
    );
    return nothing;
  }
  const rows = absent.reduce((sum, domain) => sum + domain.rows, 0);
  const first = absent.map((domain) => domain.first).sort((a, b) => a - b);
  const named = `${first.slice(0, MAX_LOGGED).join(', ')}${first.length > MAX_LOGGED ? ' …' : ''}`;
  const { meaning, hint } = PROBLEM_CODES['email.domain'];
  log.warning(
    `email.domain: ${counted(rows, 'row')} with ${counted(absent.length, 'such domain')}, first in row ${named}. ${meaning} ${hint}`,
  );
  const names = absent.map(({ domain }) => domain).sort();
  const problem = { code: 'email.domain', field: 'email', message: meaning, hint };
  if (mode === 'warn') {
    const places = warnDomains(ledger, names, problem, MAX_FIRST_ROWS);
    const listed = places.map(({ row, file, line }) => ({ row, file: files[file]?.name ?? '', line, field: 'email' }));
    const section = { warnings: { 'email.domain': rows }, firstWarnings: { 'email.domain': listed } };
    return { section, refused: null };
  }
  refuseDomains(ledger, names, problem);
  return { ...nothing, refused: createHash('sha256').update(names.join('\n')).digest('hex') };
}

async function lookUpAll(
  domains: readonly EmailDomain[],
  lookUp: LookUpDomain,
  now: () => number,
  stop: AbortSignal,
): Promise<readonly DomainState[]> {
  const states: DomainState[] = domains.map(() => 'unknown');
  const until = now() + MAX_MS;
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < domains.length && now() < until) {
      const at = next++;
      states[at] = await untilStopped(lookUp(domains[at]?.domain ?? ''), stop);
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, domains.length) }, worker));
  stop.throwIfAborted();
  return states;
}

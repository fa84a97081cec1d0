import type { Ledger } from '../ledger/ledger.ts';
import { passwordForms } from '../ledger/password-forms.ts';
import type { CanaryFinding } from '../password/canary.ts';
import type { CanaryLine } from '../password/canary-lines.ts';
import { loginCauses } from '../password/login-cause.ts';
import type { LoginAccount, LoginReport } from '../report/report-data.ts';
import type { EarlyEnd } from '../report/run-outcome.ts';
import type { Log } from '../runtime/log.ts';
import type { Settings } from '../settings/settings.ts';
import type { OutgoingUser } from '../tenant/bulk-answer.ts';
import type { LoginAnswer, LoginClient, LoginResult } from '../tenant/login.ts';
import type { TenantDoor } from '../tenant/tenant-door.ts';
import type { CidaasUser } from '../user/cidaas-user.ts';
import { identifiersOf } from '../user/identifiers.ts';
import { algorithmProofs } from './login-proofs.ts';
import type { Ports } from './ports.ts';
import type { RunRecorder } from './run-recorder.ts';
import type { FirstRows } from './send-step.ts';

/** What logs in, and prints what the tenant says. */
interface LoginTenant {
  readonly logins: LoginClient;
  readonly door: TenantDoor;
}

/** An account of the canary that this run sends with a password, or that an attempt before it sent. */
interface Candidate {
  readonly canary: CanaryLine;
  readonly finding: CanaryFinding;
  readonly row: number;
  /** False when an earlier attempt sent it. */
  readonly isPlanned: boolean;
}

/**
 * The rows of the canary, which are sent before all others, and the login that follows: an import that succeeds proves nothing
 * about logins. Null when there is nothing to prove: no canary, `verify-login: off`, or a rehearsal, which keeps no passwords.
 */
export function loginProof(
  settings: Settings,
  { ledger, log, stop }: Pick<Ports, 'ledger' | 'log' | 'stop'>,
  tenant: LoginTenant,
  recorder: RunRecorder,
): FirstRows | null {
  const { verifyLogin } = settings;
  if (settings.canary.length === 0 || verifyLogin === 'off') return null;
  if (settings.tenant?.kind !== 'origin') {
    log.info('verify-login is skipped in a rehearsal: the sandbox keeps no passwords.');
    return null;
  }
  const findings = recorder.record.canary?.findings ?? [];
  const candidates = candidatesOf(settings.canary, findings, ledger);
  const isRequired = verifyLogin === 'required';
  if (candidates.length === 0 && !isRequired) return null;
  const forms = passwordForms(ledger);
  return {
    rows: [...new Set(candidates.flatMap(({ row, isPlanned }) => (isPlanned ? [row] : [])))],
    prove: async () => {
      const accounts = await logIn(candidates, ledger, tenant, stop);
      const login: LoginReport = { accounts, algorithms: algorithmProofs(forms, accounts, findings) };
      recorder.add({ login });
      for (const account of accounts) logAccount(account, isRequired, log);
      return endOf(login, isRequired && settings.sync === 'full', isRequired);
    },
  };
}

function candidatesOf(lines: readonly CanaryLine[], findings: readonly CanaryFinding[], ledger: Ledger): Candidate[] {
  return findings.flatMap((finding) => {
    const { line, row, outcome } = finding;
    const canary = lines.find((one) => one.line === line);
    if (canary === undefined || row === null || (outcome !== 'matches' && outcome !== 'uncheckable')) return [];
    // A delta leaves users out, or sends them without their password, and a pilot has few of them.
    const [sent] = ledger.sentUser(row);
    if (sent === undefined || !IN_THIS_RUN.has(sent.state)) return [];
    const hasPassword = 'password_hash_info' in (JSON.parse(sent.body) as CidaasUser);
    return hasPassword ? [{ canary, finding, row, isPlanned: sent.state === 'planned' }] : [];
  });
}

/** Refused logins are enough to stop the run; more of them could make the tenant lock accounts or this address out. */
const MAX_REFUSED = 3;

const IN_THIS_RUN: ReadonlySet<string> = new Set(['planned', 'created', 'updated']);

async function logIn(
  candidates: readonly Candidate[],
  ledger: Ledger,
  { logins, door }: LoginTenant,
  stop: AbortSignal,
): Promise<LoginAccount[]> {
  const accounts: LoginAccount[] = [];
  let whyNone: string | null = null;
  let refused = 0;
  for (const { canary, finding, row } of candidates) {
    const [sent] = ledger.sentUser(row);
    if (sent === undefined) continue;
    const { body, state } = sent;
    const account = { line: canary.line, row, sentAs: finding.sentAs ?? '' };
    const user = JSON.parse(body) as CidaasUser;
    const why: string | null = whyNone ?? whyNotTried(user, state);
    const result: LoginResult =
      why === null
        ? await canary.password.lendTo((plaintext) =>
            logins.login(userNameOf(user, canary.identifier), plaintext, stop),
          )
        : { kind: 'unproven', why, answer: null, isAboutClient: false };
    if (result.kind === 'unproven' && result.isAboutClient) whyNone = withAnswer(result.why, result.answer, door, []);
    if (result.kind === 'refused' && ++refused === MAX_REFUSED) whyNone = `the tenant refused ${refused} logins before`;
    const isProvedOffline = finding.outcome === 'matches';
    const causes = loginCauses({ sentAs: account.sentAs, isProvedOffline, existedBefore: state === 'updated' });
    accounts.push({ ...account, ...described(account, result, causes, { door, users: [{ row, body }] }) });
  }
  return accounts;
}

/** Why the tenant cannot let this account in, whatever its password: a clause, or null. */
function whyNotTried({ userStatus, mfa_enabled }: CidaasUser, state: string): string | null {
  if (state !== 'created' && state !== 'updated') return `the tenant did not accept the user (${state})`;
  if (typeof userStatus === 'string' && userStatus !== 'VERIFIED')
    return `the user is sent as ${userStatus}, and only a VERIFIED user may log in`;
  return mfa_enabled === true ? 'the user needs a second factor' : null;
}

/** The identifier of the canary, unless it is the sub, with which nobody logs in. */
function userNameOf(user: CidaasUser, identifier: string): string {
  const { sub, email, username, mobile_number } = identifiersOf(user);
  const isSub = sub?.toLowerCase() === identifier.toLowerCase();
  return isSub ? (email ?? username ?? mobile_number ?? identifier) : identifier;
}

/** The printer of what the tenant says about these users. */
interface Printer {
  readonly door: TenantDoor;
  readonly users: readonly OutgoingUser[];
}

function described(
  { line, row, sentAs }: Pick<LoginAccount, 'line' | 'row' | 'sentAs'>,
  result: LoginResult,
  causes: string,
  { door, users }: Printer,
): Pick<LoginAccount, 'outcome' | 'message' | 'hint'> {
  const where = `Canary line ${line}, row ${row} (${sentAs})`;
  switch (result.kind) {
    case 'proved':
      return { outcome: 'proved', message: `${where}: the tenant accepts the password.`, hint: '' };
    case 'refused': {
      const message = `${where}: ${withAnswer('the tenant refuses the password', result.answer, door, users)}.`;
      return { outcome: 'refused', message, hint: causes };
    }
    case 'unproven': {
      const why = withAnswer(result.why, result.answer, door, users);
      const hint = 'Log in as this user by hand, or set `login-client-id` to an app that has the password grant.';
      return { outcome: 'unproven', message: `${where}: not proved by a login, since ${why}.`, hint };
    }
  }
}

/** A clause with what the tenant answered in brackets. */
function withAnswer(
  clause: string,
  answer: LoginAnswer | null,
  door: TenantDoor,
  users: readonly OutgoingUser[],
): string {
  if (answer === null) return clause;
  const { status, error } = answer;
  const code = door.code(error, users).replace(/^tenant\./, '');
  return `${clause} (HTTP ${status}, ${code}, ${door.describe(error, users)})`;
}

function logAccount({ outcome, message, hint }: LoginAccount, isRequired: boolean, log: Log): void {
  const sentence = `login.${outcome}: ${message} ${hint}`.trim();
  switch (outcome) {
    case 'proved':
      log.info(sentence);
      break;
    case 'refused':
      log.error(sentence);
      break;
    case 'unproven':
      if (isRequired) log.error(sentence);
      else log.notice(sentence);
      break;
  }
}

/** `needsAll`: every algorithm of the plan must be proved, also one that no account of the canary has. */
function endOf({ accounts, algorithms }: LoginReport, needsAll: boolean, isRequired: boolean): EarlyEnd | null {
  const refused = accounts.filter(({ outcome }) => outcome === 'refused');
  const rest = 'The other users were not sent.';
  if (refused.length > 0) {
    const [first] = refused;
    const what = `login.refused: the tenant refuses ${refused.length} of ${accounts.length} canary ${accounts.length === 1 ? 'login' : 'logins'}, so users would not get in.`;
    return { outcome: 'aborted', message: `${what} ${first?.message} ${first?.hint} ${rest}` };
  }
  if (!isRequired) return null;
  const unproven = accounts.find(({ outcome }) => outcome === 'unproven');
  if (unproven !== undefined)
    return { outcome: 'aborted', message: `login.unproven: ${unproven.message} ${unproven.hint} ${rest}` };
  const open = needsAll ? algorithms.filter(({ proof }) => proof !== 'login').map(({ algorithm }) => algorithm) : [];
  if (open.length === 0) return null;
  const message = `login.unproven: no account of the canary proves ${open.join(' and ')} by a login. Add an account with such a hash to \`password-canary\`. ${rest}`;
  return { outcome: 'aborted', message };
}

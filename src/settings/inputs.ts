/**
 * Every input, with its default as `action.yml` states it; `null` where the runner decides. The CLI's flags have the same names.
 */
export const INPUTS = {
  mode: 'apply',
  export: '',
  'export-artifact': '',
  'export-run-id': '',
  'export-repository': '',
  'github-token': null,
  'export-key': '',
  'allow-public-export': 'false',
  'allow-fork-export': 'false',
  'max-unpacked': '',
  format: 'auto',
  encoding: 'auto',
  delimiter: 'auto',
  preset: '',
  mapping: '',
  'password-canary': '',
  'password-secrets': '',
  'verify-login': 'auto',
  'login-client-id': '',
  'login-client-secret': '',
  'compare-mapping': '',
  'max-newly-invalid': '100%',
  'fail-on': '',
  'tenant-url': '',
  check: 'error',
  'check-domains': '',
  'client-id': '',
  'client-secret': '',
  'batch-size': '50',
  concurrency: 'auto',
  'max-concurrency': '32',
  'max-requests-per-second': '0',
  'request-timeout': '60',
  'max-attempts': '6',
  'outage-patience': '10m',
  threads: 'auto',
  'min-rows': '1',
  'min-planned': '1',
  'allow-partial-export': 'false',
  'fail-above': '0',
  'abort-above': '20%',
  sync: 'full',
  'max-changed': '100%',
  'max-missing': '',
  'missing-users': 'report',
  'expected-plan': '',
  'export-max-age': '',
  pilot: '0',
  'verify-sample': '0',
  'time-limit': '0',
  resume: 'auto',
  'resume-run-id': '',
  'undo-run-id': '',
  'state-key': '',
  'queue-url': '',
  role: 'lead',
  'report-name': 'cidaas-migration-report',
  'report-dir': '',
  'report-identifiers': 'masked',
  language: 'en',
  'retention-days': '0',
  comment: 'auto',
} as const satisfies { readonly [name: string]: string | null };

/** What the input `mode` may be. */
export const MODES = ['plan', 'apply', 'check', 'undo'] as const;

export type InputName = keyof typeof INPUTS;

/** Flags that only the command has. */
export const CLI_FLAGS = {
  /** Where the command keeps what the next run needs; the action uses artifacts. */
  'state-dir': '.cidaas-migrate',
} as const;

/** Flags of the command that take no value. */
export const CLI_SWITCHES = [
  /** Prints how long it takes to send what was planned, and what it stores. */
  'forecast',
  /** Sends to a tenant without asking on a terminal. */
  'yes',
  /** Prints the head of the report as JSON on standard output, and everything else on standard error. */
  'json',
  /** Prints nothing but errors, and how a run ended that did not succeed. */
  'quiet',
  /** Also prints the settings, every request and the time of each line. */
  'verbose',
] as const;

/** Inputs that the CLI takes from the environment only, since a command line is visible in process lists and shell histories. */
export const SECRETS = {
  'client-id': 'CIDAAS_CLIENT_ID',
  'client-secret': 'CIDAAS_CLIENT_SECRET',
  'state-key': 'CIDAAS_STATE_KEY',
  'queue-url': 'CIDAAS_QUEUE_URL',
  'export-key': 'CIDAAS_EXPORT_KEY',
  'login-client-id': 'CIDAAS_LOGIN_CLIENT_ID',
  'login-client-secret': 'CIDAAS_LOGIN_CLIENT_SECRET',
  'password-canary': 'CIDAAS_PASSWORD_CANARY',
  'password-secrets': 'CIDAAS_PASSWORD_SECRETS',
  'github-token': 'GITHUB_TOKEN',
} as const satisfies { readonly [name in InputName]?: string };

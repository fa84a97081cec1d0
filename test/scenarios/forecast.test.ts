import { expect, it } from 'vitest';
import { TYPICAL_BYTES } from '../../src/report/forecast.ts';
import { openScenario, runCommand, someUsers } from '../support/in-process.ts';
import { startResultsService } from '../support/results-service.ts';

const USERS = 2_000;

/** 15 fields and a bcrypt hash each, without what would compress better than real data. */
function typicalExport(): string {
  const hash = '$2b$10$';
  const lines = someUsers(USERS).map(({ sub }, n) => {
    // Digits of products of large primes stand in for what differs from user to user.
    const noise = (length: number, factor: bigint): string =>
      String((BigInt(n + 1) * factor) % 10n ** BigInt(length)).padStart(length, '7');
    const uuid = sub.replace(/^.{13}/, `${noise(8, 48_271_982_451n)}-${noise(4, 7_919_104_729n)}`);
    const salted = [104_729_982_451_653n, 15_485_863_982_451n, 32_452_843_104_729n].map((prime) =>
      noise(18, prime * prime),
    );
    return [
      ...[
        uuid,
        `user.${noise(9, 982_451_653n)}@example.com`,
        `Given${n % 997}`,
        `Family${n % 1_499}`,
        `+4915112${noise(6, 15_485_863n)}`,
      ],
      ...[
        `19${50 + (n % 50)}-01-10`,
        n % 2 === 0 ? 'MALE' : 'FEMALE',
        'de-DE',
        `Town${n % 77}`,
        String(10_000 + (n % 80_000)),
        'DE',
      ],
      ...[`C${noise(7, 32_452_843n)}`, 'VERIFIED', 'BCRYPT_10', `${hash}${salted.join('').slice(0, 53)}`],
    ].join(',');
  });
  return [
    'sub,email,given_name,family_name,mobile_number,birthdate,gender,locale,address.locality,address.postal_code,address.country,customFields.customer_no,userStatus,password_hash_info.algorithmTypeId,password_hash_info.passwordHash',
    ...lines,
    '',
  ].join('\n');
}

it('the bytes of the forecast are those that a run stores', async () => {
  await using service = await startResultsService();
  await using scenario = await openScenario({ store: 'index' });
  await scenario.write('users.csv', typicalExport());
  const inputs = { export: 'users.csv', 'state-key': 'a state key that nobody else knows', check: 'off' };
  const result = await scenario.run(inputs, { ...service.env(), GITHUB_RUN_ATTEMPT: '1' });
  expect(result.report.totals).toMatchObject({ created: USERS });
  const bytesOf = (prefix: string): number =>
    (service.artifacts.find(({ name }) => name.startsWith(prefix))?.bytes.length ?? 0) / USERS;
  const { resume, state, report } = TYPICAL_BYTES;
  const stored = {
    state: bytesOf('cidaas-migrate-state-'),
    // A copy of the state travels along.
    resume: bytesOf('cidaas-migrate-resume-') - bytesOf('cidaas-migrate-state-'),
    report: bytesOf('cidaas-migration-report'),
  };
  for (const [name, bytes] of Object.entries({ resume, state, report })) {
    const ratio = stored[name as keyof typeof stored] / bytes;
    expect(ratio, `${name}: ${stored[name as keyof typeof stored]} bytes a user`).toBeGreaterThan(0.7);
    expect(ratio, `${name}: ${stored[name as keyof typeof stored]} bytes a user`).toBeLessThan(1.4);
  }
});

it('a plan in a shell forecasts the export at hand, and only a plan does', async () => {
  await using scenario = await openScenario();
  await scenario.write('users.csv', typicalExport());
  const plan = ['--mode', 'plan', '--export', 'users.csv'];
  const { exitCode, stdout } = await runCommand([...plan, '--forecast'], { cwd: scenario.workspace });
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Forecast for 2,000 users in 40 requests of up to 50:');
  expect(stdout).toMatch(
    /Sending if it takes 2: 4 s at 200 ms a request, 20 s at 1 s a request, 1 min 40 s at 5 s a request\./,
  );
  const refused = await runCommand(['--export', 'users.csv', '--tenant-url', 'sandbox', '--forecast'], {
    cwd: scenario.workspace,
  });
  expect(refused.exitCode).toBe(3);
  expect(refused.stdout + refused.stderr).toContain('--forecast: only a plan is forecast. Add `--mode plan`');
});

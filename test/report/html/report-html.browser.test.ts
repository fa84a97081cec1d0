import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Language } from '../../../src/report/language/language.ts';
import { wordsOf } from '../../../src/report/language/words-of.ts';
import { CHROMIUM, openChromium } from '../../support/chromium.ts';
import {
  HOSTILE,
  hostileFile,
  ledgerRow,
  MESSY_FAILURES,
  requestsOf,
  totalsOf,
  warningList,
} from '../../support/report-builder.ts';
import { bumpyTimeline, manyFailures, renderPage } from '../../support/report-page.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const ROWS = 100_000;
/** Far more than a page of 250 rows needs, far less than 100,000 rows would. */
const MAX_NODES = 8_000;
const PATIENT = { timeout: 10_000 };

/** A page with every list, links into the repository and a period, in a language. */
function full(language: Language): string {
  const created = Array.from({ length: 60 }, (_, index) =>
    ledgerRow({
      ...{ row: index + 50, line: index + 51, outcome: 'created', code: null, field: null, message: null, hint: null },
      identifiers: { email: 'person@example.com' },
    }),
  );
  const warned = MESSY_FAILURES.slice(0, 2).map((row) => ({
    ...row,
    outcome: 'created' as const,
    code: 'sub.missing',
  }));
  const base = 'https://github.com/acme/identity/blob/abc';
  const links = {
    files: { 'users.csv': `${base}/users.csv?plain=1` },
    rules: { email: `${base}/mapping.yml?plain=1#L12` },
  };
  const totals = totalsOf([...MESSY_FAILURES, ...created]);
  const limits = [{ kind: 'failed', limit: '5%', used: 3, allowed: 2 }] as const;
  const requests = requestsOf({ sent: 2000, timeline: bumpyTimeline() });
  const head = { outcome: 'aborted', totals, requests, warnings: { 'sub.missing': 2 } } as const;
  const more = { successes: created, links, limits, words: wordsOf(language) };
  return renderPage(MESSY_FAILURES, head, 'masked', ['mapping.yml:12: stopped.'], warningList(warned), more);
}

describe.skipIf(CHROMIUM === null)('report.html in a browser', () => {
  const folder = tempFolder();
  let browser: Browser;

  beforeAll(async () => {
    browser = await openChromium();
    const limits = [
      [0, 8],
      [330_000, 2],
      [600_000, 8],
    ] as const;
    const requests = requestsOf({ sent: 2000, timeline: bumpyTimeline(), limits });
    const many = manyFailures(ROWS);
    const totals = totalsOf(many, { created: 900_000 });
    await writeFile(folder.file('many.html'), renderPage(many, { outcome: 'failed', totals, requests }));
    await writeFile(folder.file('messy.html'), renderPage(MESSY_FAILURES, { outcome: 'aborted', requests }));
    for (const language of ['en', 'de'] as const)
      await writeFile(folder.file(`messy-${language}.html`), full(language));
  });

  afterAll(async () => {
    await browser.close();
    folder[Symbol.dispose]();
  });

  /** Opens a file of the folder; console messages, errors, requests and dialogs of the page are collected in `troubles`. */
  async function open(name: string, options: BrowserContextOptions = {}): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const troubles: string[] = [];
    const address = pathToFileURL(folder.file(name.replace(/#.*/, ''))).href;
    page.on('console', (message) => troubles.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('dialog', (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) troubles.push(`request: ${request.url()}`);
    });
    await page.goto(`${address}${name.includes('#') ? name.slice(name.indexOf('#')) : ''}`);
    return { page, troubles };
  }

  const status = (page: Page): Promise<string | null> => page.getByRole('status').textContent();
  const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
  const shownRows = (page: Page): Promise<string[]> => page.locator('td.in-row').allTextContents();

  /** Waits until the status of the table shows `text`. */
  async function expectStatus(page: Page, text: string): Promise<void> {
    await expect.poll(() => status(page), PATIENT).toBe(text);
  }

  /** What axe finds on the page, with the elements. */
  async function accessibilityProblems(page: Page): Promise<string[]> {
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate(
      (): Promise<AxeResults> => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  test('100,000 failures: opens from disk without errors or requests and keeps a bounded number of elements', async () => {
    const { page, troubles } = await open('many.html');
    await expectStatus(page, '100,000 failures, 1 to 50 shown');
    const table = page.getByRole('table', { name: 'Failures' });
    expect(await table.getAttribute('aria-rowcount')).toBe('100001');
    expect(await table.getByRole('row').count()).toBe(51);
    await page.getByLabel('Rows per page').selectOption('250');
    await expectStatus(page, '100,000 failures, 1 to 250 shown');
    expect(await page.locator('*').count()).toBeLessThan(MAX_NODES);
    expect(await page.locator('script[type="application/json"]').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('100,000 failures: the search finds by row, line, code, message, sub and masked user', async () => {
    const { page, troubles } = await open('many.html');
    const found: [string, string][] = [
      ['131072', '1 of 100,000 failures'],
      ['archive/users-2019.csv:200001', '1 of 100,000 failures'],
      ['EMAIL.invalid', '20,000 of 100,000 failures, 1 to 50 shown'],
      ['8333-000000000123', '1 of 100,000 failures'],
      ['3f1c7a52-0000-4000-8000-000000099999', '1 of 100,000 failures'],
      ['c***@e***.com birthdate', '770 of 100,000 failures, 1 to 50 shown'],
      ['person', 'No failures match (100,000 in total).'],
    ];
    for (const [text, expected] of found) {
      await search(page).fill(text);
      await expectStatus(page, expected);
    }
    await page.getByRole('button', { name: 'Clear' }).click();
    await expectStatus(page, '100,000 failures, 1 to 50 shown');
    expect(await search(page).inputValue()).toBe('');
    expect(troubles).toEqual([]);
  });

  test('100,000 failures: filters, sorts and pages', async () => {
    const { page, troubles } = await open('many.html');
    await page.getByRole('checkbox', { name: 'failed' }).check();
    await page.getByRole('checkbox', { name: 'unsent' }).check();
    await expectStatus(page, '40,000 of 100,000 failures, 1 to 50 shown');
    await page.getByLabel('Code').selectOption('tenant.507');
    await expectStatus(page, '20,000 of 100,000 failures, 1 to 50 shown');

    const row = page.getByRole('columnheader', { name: 'Row', exact: true });
    expect(await row.getAttribute('aria-sort')).toBe('ascending');
    await row.getByRole('button').click();
    expect(await row.getAttribute('aria-sort')).toBe('descending');
    expect((await shownRows(page)).slice(0, 2)).toEqual(['199998', '199988']);
    await page.getByRole('columnheader', { name: 'Where' }).getByRole('button').click();
    expect(await row.getAttribute('aria-sort')).toBe('none');
    expect((await shownRows(page)).slice(0, 2)).toEqual(['8', '18']);

    const pages = page.getByRole('navigation', { name: 'Pages of failures', exact: true });
    await pages.getByRole('button', { name: 'Next page' }).click();
    await expectStatus(page, '20,000 of 100,000 failures, 51 to 100 shown');
    expect(
      await page.getByRole('table', { name: 'Failures' }).getByRole('row').nth(1).getAttribute('aria-rowindex'),
    ).toBe('52');
    await pages.getByRole('button', { name: 'Last page' }).click();
    await expectStatus(page, '20,000 of 100,000 failures, 19,951 to 20,000 shown');
    expect(await pages.getByRole('button', { name: 'Next page' }).getAttribute('aria-disabled')).toBe('true');
    await pages.getByRole('spinbutton', { name: 'Page' }).fill('7');
    await page.keyboard.press('Enter');
    await expectStatus(page, '20,000 of 100,000 failures, 301 to 350 shown');
    // A filter leads back to the first page, even when it selects the same rows.
    await page.getByRole('checkbox', { name: 'unsent' }).uncheck();
    await expectStatus(page, '20,000 of 100,000 failures, 1 to 50 shown');
    await page.getByRole('checkbox', { name: 'unsent' }).check();
    await page.getByRole('checkbox', { name: 'failed' }).uncheck();
    await expectStatus(page, 'No failures match (100,000 in total).');
    expect(troubles).toEqual([]);
  });

  test('the address holds the view, and links show the rows of a code or outcome', async () => {
    const { page, troubles } = await open('many.html#q=archive&outcome=unsent&sort=-row&page=3&size=25');
    await expectStatus(page, '10,000 of 100,000 failures, 51 to 75 shown');
    expect(await search(page).inputValue()).toBe('archive');
    expect(await page.getByRole('checkbox', { name: 'unsent' }).isChecked()).toBe(true);
    expect((await shownRows(page))[0]).toBe('199000');
    await page.reload();
    await expectStatus(page, '10,000 of 100,000 failures, 51 to 75 shown');

    await page.getByRole('link', { name: 'tenant.507' }).click();
    await expectStatus(page, '20,000 of 100,000 failures, 1 to 50 shown');
    expect(new URL(page.url()).hash).toBe('#outcome=failed&code=tenant.507');
    expect(await page.evaluate('document.activeElement.id')).toBe('failures-title');
    await page.goBack();
    await expectStatus(page, '10,000 of 100,000 failures, 51 to 75 shown');

    await search(page).fill('birthdate');
    await expectStatus(page, 'No failures match (100,000 in total).');
    expect(new URL(page.url()).hash).toBe('#q=birthdate&outcome=unsent&sort=-row&size=25');
    expect(troubles).toEqual([]);
  });

  test('a bar of the chart along the file leads to its rows, and so does the text about the highest one', async () => {
    const { page, troubles } = await open('many.html');
    await expectStatus(page, '100,000 failures, 1 to 50 shown');
    const chart = page.locator('.places svg').first();
    const [lines, bins, box] = await Promise.all([
      chart.getAttribute('data-lines').then(Number),
      chart.getAttribute('data-bins').then(Number),
      chart.boundingBox(),
    ]);
    const [from, to] = [2 * lines + 1, 3 * lines];
    await chart.click({ position: { x: ((box?.width ?? 0) / bins) * 2.5, y: 40 } });
    await expect.poll(() => search(page).inputValue(), PATIENT).toBe(`users.csv:${from}-${to}`);
    await expect.poll(() => status(page), PATIENT).toMatch(/^[\d,]+ of 100,000 failures, 1 to 50 shown$/);
    // Each row is in the line after it.
    const rows = (await shownRows(page)).map(Number);
    for (const row of rows) expect(row + 1).toBeGreaterThanOrEqual(from);
    for (const row of rows) expect(row + 1).toBeLessThanOrEqual(to);

    const most = page.locator('.places figcaption a').first();
    await most.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => search(page).inputValue(), PATIENT).toMatch(/^users\.csv:\d+-\d+$/);
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('the warnings are filtered, sorted and linked like the failures, each list with a view of its own', async () => {
    const warned = manyFailures(60).map((row) => ({ ...row, outcome: 'created' as const, code: row.code ?? '' }));
    const page60 = renderPage(MESSY_FAILURES, { warnings: { duplicate: 12 } }, 'masked', [], warningList(warned));
    await writeFile(folder.file('warned.html'), page60);
    const { page, troubles } = await open('warned.html#outcome=failed');
    const states = () => page.getByRole('status').allTextContents();
    await expect.poll(states, PATIENT).toEqual(['1 of 5 failures', '60 warnings, 1 to 50 shown']);
    await page.getByRole('link', { name: 'duplicate' }).last().click();
    await expect.poll(states, PATIENT).toEqual(['1 of 5 failures', '12 of 60 warnings']);
    expect(await page.evaluate('document.activeElement.id')).toBe('warnings-title');
    const warnings = page.getByRole('search', { name: 'Warnings' });
    await warnings.getByRole('searchbox', { name: 'Search' }).fill('archive');
    await expect.poll(states, PATIENT).toEqual(['1 of 5 failures', 'No warnings match (60 in total).']);
    expect(new URL(page.url()).hash).toBe('#list=warnings&q=archive&code=duplicate');
    await warnings.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('table', { name: 'Warnings' }).getByRole('button', { name: 'Where' }).click();
    await page.reload();
    await expect.poll(states, PATIENT).toEqual(['5 failures', '60 warnings, 1 to 50 shown']);
    expect(new URL(page.url()).hash).toBe('#list=warnings&sort=where');
    expect(troubles).toEqual([]);
  });

  test('works by keyboard alone', async () => {
    const { page } = await open('many.html');
    await expectStatus(page, '100,000 failures, 1 to 50 shown');
    const focused = () => page.evaluate('document.activeElement.textContent');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to failures');
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('failures-title');
    await page.keyboard.press('Tab');
    await page.keyboard.type('unsent');
    await expectStatus(page, '20,000 of 100,000 failures, 1 to 50 shown');

    await page.getByRole('columnheader', { name: 'User' }).getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('columnheader', { name: 'User' }).getAttribute('aria-sort')).toBe('ascending');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Row');

    // The focus stays where it is when there is no further page.
    await page.getByRole('button', { name: 'Last page' }).last().focus();
    await page.keyboard.press('Space');
    await expectStatus(page, '20,000 of 100,000 failures, 19,951 to 20,000 shown');
    await page.keyboard.press('Space');
    expect(await focused()).toBe('»');
  });

  test('copies a row and a hint in every way that browsers allow', async () => {
    const { page, troubles } = await open('messy.html', { permissions: ['clipboard-read', 'clipboard-write'] });
    const clipboard = () => page.evaluate('navigator.clipboard.readText()');
    await page.getByRole('button', { name: 'Copy row 8 as text' }).click();
    await expect
      .poll(clipboard)
      .toMatch(/^Row 8, archive\/users-2019\.csv:3: failed \(tenant\.507\)\nMessage: invalid email/);
    await page.getByRole('button', { name: 'Copy the hint' }).first().click();
    await expect.poll(clipboard).toBe('Correct it in the source system, or leave the cell empty.');

    await page.evaluate("void Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })");
    await page.getByRole('button', { name: 'Copy row 5 as text' }).click();
    await page.evaluate('delete navigator.clipboard');
    await expect.poll(clipboard).toMatch(/^Row 5, users\.csv:7: duplicate\n/);

    await page.evaluate(
      "document.execCommand = () => false; void Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    );
    await page.getByRole('button', { name: 'Copy row 2 as text' }).click();
    const box = page.getByRole('dialog').getByRole('textbox', { name: 'Text to copy' });
    expect(await box.inputValue()).toMatch(/^Row 2, users\.csv:3: invalid/);
    expect(await page.evaluate('document.activeElement.selectionEnd')).toBe((await box.inputValue()).length);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expect.poll(() => page.evaluate('document.activeElement.title')).toBe('Copy row 2 as text');
    expect(troubles).toEqual([]);
  });

  test.each([
    ['en', 'light', 1400],
    ['de', 'dark', 1400],
    ['de', 'light', 390],
    ['en', 'dark', 390],
  ] as const)('passes the accessibility checks of axe (%s, %s, %i px wide)', async (language, colorScheme, width) => {
    const { page, troubles } = await open(`messy-${language}.html`, { colorScheme, viewport: { width, height: 900 } });
    await expect
      .poll(() => page.getByRole('status').first().textContent(), PATIENT)
      .toBe(language === 'en' ? '5 failures' : '5 Fehler');
    expect(await accessibilityProblems(page)).toEqual([]);
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(paper).toBe(colorScheme === 'dark' ? 'rgb(17, 21, 28)' : 'rgb(255, 255, 255)');
    const isWider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(isWider).toBe(false);
    expect(troubles).toEqual([]);
  });

  test('finds who was created from the search for failures, and shows them', async () => {
    const { page, troubles } = await open('messy-en.html#q=users.csv:101');
    const found = page.locator('#failures .elsewhere');
    await expect.poll(() => found.textContent(), PATIENT).toBe('The search also finds: users.csv:101 → created');
    await found.getByRole('link').click();
    const users = page.getByRole('table', { name: 'Users without failures' });
    await expect.poll(() => users.getByRole('row').count(), PATIENT).toBe(2);
    expect(await users.getByRole('row').last().textContent()).toContain('p***@e***.com');
    expect(await page.evaluate('document.activeElement.id')).toBe('successes-title');
    await search(page).first().fill('users.csv');
    await expect
      .poll(() => found.textContent(), PATIENT)
      .toBe('The search also finds: users.csv:3 → sub.missing users.csv:7 → sub.missing 60 users');
    expect(troubles).toEqual([]);
  });

  test('saves the filtered rows as CSV', async () => {
    const { page } = await open('messy-en.html#outcome=failed');
    const saving = page.waitForEvent('download');
    await page.locator('#failures').getByRole('button', { name: 'Download as CSV' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('failures-filtered.csv');
    const text = readFileSync(await saved.path(), 'utf8');
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toMatch(/^row,file,line,.*\r\n8,archive\/users-2019\.csv,3,failed,tenant\.507,/);
  });

  test('links places and fields to the repository, and shows the local time in the language of the page', async () => {
    const { page, troubles } = await open('messy-de.html', { timezoneId: 'Europe/Berlin' });
    const place = page.locator('#failures a', { hasText: 'users.csv:3' });
    await place.waitFor();
    expect(await place.getAttribute('href')).toBe('https://github.com/acme/identity/blob/abc/users.csv?plain=1#L3');
    expect(await page.evaluate("getComputedStyle(document.querySelector('#failures .place')).whiteSpace")).toBe(
      'nowrap',
    );
    const rule = page.locator('#failures').getByRole('link', { name: 'email', exact: true });
    expect(await rule.getAttribute('href')).toBe('https://github.com/acme/identity/blob/abc/mapping.yml?plain=1#L12');
    expect(await page.locator('header').textContent()).toMatch(
      /01\.03\.2026, 02:00:00 bis 02:13:20 UTC.*03:00:00.*MEZ/,
    );
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
    expect(await page.locator('td.in-message').first().textContent()).toMatch(/^Die E-Mail-Adresse ist ungültig\./);
    expect(troubles).toEqual([]);
  });

  test('shows the values under the pointer next to the charts', async () => {
    const { page } = await open('messy.html');
    await page.locator('.charts').scrollIntoViewIfNeeded();
    const picture = await page.locator('.charts svg').first().boundingBox();
    if (picture === null) return expect.unreachable();
    await page.mouse.move(picture.x + picture.width / 2, picture.y + 20);
    expect(await page.locator('.readout').textContent()).toBe(
      'Time 6 min · Settled 12 · Failed 8 · Requests 1 · Median 2 s · 95th percentile 12 s · Request limit 2',
    );
    await page.mouse.move(picture.x + picture.width * 0.63, picture.y + 20);
    expect(await page.locator('.readout').textContent()).toBe('No activity here.');
    await page.mouse.move(0, 0);
    expect(await page.locator('.readout').textContent()).toMatch(/^Time since sending began/);
  });

  test('is readable without scripts', async () => {
    const { page, troubles } = await open('many.html', { javaScriptEnabled: false });
    expect(await page.locator('noscript tbody tr').count()).toBe(1000);
    expect(await page.locator('noscript caption').textContent()).toContain('The first 1,000 of 100,000 failures.');
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('reports that the file is incomplete and shows what arrived', async () => {
    const complete = readFileSync(folder.file('many.html'), 'utf8');
    await writeFile(folder.file('half.html'), complete.slice(0, complete.length / 2));
    const { page } = await open('half.html');
    await page.getByText('This file is incomplete').waitFor();
    expect(await status(page)).toMatch(/^4\d,000 failures, 1 to 50 shown$/);
  });

  test('reports that the run has more failures than the page holds', async () => {
    const totals = totalsOf(MESSY_FAILURES, { unsent: 999_999 });
    await writeFile(folder.file('first.html'), renderPage(MESSY_FAILURES, { totals }));
    const { page } = await open('first.html');
    expect(await page.locator('.note').textContent()).toBe(
      'To keep the page usable, this table holds only the first 1 of 1,000,000 unsent rows. failures.csv and report.json list all failures.',
    );
  });

  test('hostile data stays inert, is shown as it is, and can be filtered by', async () => {
    const rows = Object.values(HOSTILE).map((text, index) =>
      ledgerRow({
        ...{ row: index + 1, outcome: 'failed', code: text, field: text, message: text, hint: text },
        identifiers: { username: text, email: text, sub: text },
      }),
    );
    const file = hostileFile();
    const given = { tenant: HOSTILE.html, export: { files: [file], rows: 1 } };
    await writeFile(folder.file('hostile.html'), renderPage(rows, given, 'full', [HOSTILE.html]));
    const { page, troubles } = await open('hostile.html');
    await expectStatus(page, '6 failures');
    expect(await page.locator('img, iframe, object, embed, link, a:not([href^="#"]):not([rel])').count()).toBe(0);
    expect(await page.locator('td.in-message').first().textContent()).toContain(HOSTILE.html);
    for (const index of [0, 1, 2, 3, 4, 5]) {
      await page.locator('.reasons a').nth(index).click();
      await expectStatus(page, '1 of 6 failures');
      // The status is the same after each click; the rows change a moment later.
      await expect.poll(() => shownRows(page)).toEqual([String(index + 1)]);
    }
    await search(page).fill(HOSTILE.html);
    expect(troubles).toEqual([]);
  });

  test('the contents bar leads to every part, and covers none of them', async () => {
    const { page } = await open('messy-en.html');
    const links = page.getByRole('navigation', { name: 'Contents' }).getByRole('link');
    const parts = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
    expect(parts).toEqual(
      expect.arrayContaining(['result', 'flow', 'reasons', 'failures', 'warnings', 'successes', 'details']),
    );
    for (const part of parts) expect(await page.locator(`#${part}`).count()).toBe(1);
    await links.filter({ hasText: 'Failures by reason' }).click();
    await expect
      .poll(() => page.locator('#reasons h2').evaluate((title) => title.getBoundingClientRect().top))
      .toBeLessThan(120);
    const [bar, title] = await Promise.all([
      page.locator('.contents').boundingBox(),
      page.locator('#reasons h2').boundingBox(),
    ]);
    expect(title?.y ?? 0).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0));
  });

  test('prints the first 200 failures, whichever page is shown', async () => {
    const { page } = await open('many.html#page=3');
    await expectStatus(page, '100,000 failures, 101 to 150 shown');
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await shownRows(page)).toHaveLength(200);
    expect((await shownRows(page))[0]).toBe('2');
    expect(await page.locator('#failures .printed').textContent()).toBe(
      'The first 200 of 100,000 failures are printed. The page and failures.csv have all of them.',
    );
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expectStatus(page, '100,000 failures, 101 to 150 shown');
  });

  test('prints without its controls', async () => {
    const { page } = await open('messy.html');
    await page.emulateMedia({ media: 'print' });
    expect(await search(page).isVisible()).toBe(false);
    expect(await page.getByRole('columnheader').getByRole('button').count()).toBe(6);
    expect(await page.getByRole('button').count()).toBe(6);
    expect(await page.getByRole('cell', { name: 'users.csv:3' }).first().isVisible()).toBe(true);
  });
});

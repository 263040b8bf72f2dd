import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryPostgres } from '#storage/every-engine.ts';
import { launchChromium } from '#ui/chromium.ts';
import { readConfig } from './config.ts';
import { assemble } from './main.ts';
import { serveRedress } from './serve.ts';

const server = process.env.TEST_DATABASE_URL;
const nothing = { settings: {}, remove: async () => undefined };
const engines = [
  { name: 'SQLite', open: async () => nothing },
  ...(server === undefined ? [] : [{ name: 'PostgreSQL', open: () => emptyPostgres(server) }]),
];

async function emptyPostgres(at: string) {
  const { database, url, remove } = await temporaryPostgres(at);
  await database.close();
  return { settings: { DATABASE_URL: url }, remove };
}

/** A port that was free a moment ago: the server is stopped and started again on it. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (typeof address !== 'object' || !address) throw new Error('The probe has no port');
  return address.port;
}

const why = 'Why is INV-20418 higher than last month?';
const copy = 'Send me a copy of INV-20418';
const claim = 'Only 100 crates arrived, I want a credit';

describe.each(engines)('The first five minutes in the browser on $name', ({ open }) => {
  let browser: Browser;
  let opened: Awaited<ReturnType<typeof open>>;
  let folder: string;
  let port: number;
  let running: Awaited<ReturnType<typeof serveRedress>>;
  const faults: string[] = [];
  /** Off while the server is away on purpose: the browser itself then reports what it could not reach. */
  let isServing = true;

  async function start() {
    const settings = { DATA_DIR: folder, PORT: String(port), HOLD_SECONDS: '3', ...opened.settings };
    const redress = await assemble(readConfig(settings), { log: pino({ level: 'silent' }) });
    running = await serveRedress(redress);
    isServing = true;
  }
  beforeAll(async () => {
    [browser, opened, folder, port] = await Promise.all([
      launchChromium(),
      open(),
      mkdtemp(join(tmpdir(), 'redress-')),
      freePort(),
    ]);
    await start();
  });
  afterAll(async () => {
    await browser?.close();
    await running?.close();
    await opened?.remove().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  });

  const at = (path: string) => `http://localhost:${port}${path}`;
  async function watched(page: Page): Promise<Page> {
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // Asking who is signed in before anybody is gets a 401, which the browser reports by itself.
      const isExpected = message.location().url.endsWith('/api/me') || !isServing;
      if (message.type() === 'error' && !isExpected) faults.push(message.text());
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        console.error(`CSP ${violatedDirective} ${blockedURI}`),
      );
    });
    return page;
  }
  const window = (page: Page) => page.getByRole('region', { name: 'Conversation' });
  const said = (page: Page) => window(page).getByRole('article').allInnerTexts();
  const own = (page: Page) => window(page).locator('.message.own').allInnerTexts();
  async function write(page: Page, text: string) {
    await page.getByLabel('Your message').fill(text);
    await page.getByLabel('Your message').press('Enter');
  }
  async function openChat(page: Page) {
    await page.getByRole('button', { name: /^Open billing help/ }).click();
    await page.getByLabel('Your message').waitFor();
  }

  test('a question becomes a case, a person, a checked claim, a credit note and a mail', async () => {
    const customers = await browser.newContext({ viewport: { width: 1100, height: 900 } });
    const customer = await watched(await customers.newPage());
    await customer.goto(at('/'));
    await openChat(customer);
    await customer.getByText('Hello Dana').waitFor();

    await write(customer, why);
    await window(customer).getByRole('region', { name: 'Invoice INV-20418' }).waitFor();
    expect((await said(customer)).at(-1)).toContain('£370.00');

    // A long address is a short link, beside the buttons of the card.
    await write(customer, copy);
    await window(customer)
      .getByRole('link', { name: /^http:.{20,40}…$/ })
      .first()
      .waitFor();

    // The server stops and starts again; what is written meanwhile goes out once.
    isServing = false;
    await running.close();
    await customer.getByText('Connection lost. Trying again.').waitFor();
    await write(customer, claim);
    await customer.getByText('Will be sent when you are back.').waitFor();
    await start();
    const openCase = window(customer).getByRole('button', { name: 'Open the case' });
    await openCase.waitFor();
    await customer.getByText('Connection lost. Trying again.').waitFor({ state: 'hidden' });
    expect(await own(customer)).toEqual([why, copy, claim]);

    await openCase.click();
    await window(customer).getByRole('region', { name: 'Case CASE-1187' }).waitFor();
    expect(await openCase.count()).toBe(0);

    // A reload and a second tab show the same conversation.
    const before = await said(customer);
    await customer.reload();
    await openChat(customer);
    await expect.poll(() => said(customer)).toHaveLength(before.length);
    await customer.getByRole('button', { name: 'Menu' }).click();
    await customer.getByRole('menuitem', { name: 'Talk to a person' }).click();
    await window(customer).getByText('They will see').waitFor();
    const secondTab = await watched(await customers.newPage());
    await secondTab.goto(at('/'));
    await openChat(secondTab);
    await expect.poll(() => said(secondTab)).toEqual(await said(customer));

    // A note begun while the customer still waits stays a note when the chat becomes the rep's.
    const reps = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const rep = await watched(await reps.newPage());
    await rep.goto(at('/workspace'));
    await rep.getByRole('button', { name: /Sam Ortiz/ }).click();
    await rep.getByRole('button', { name: /^Accept/ }).waitFor();
    await rep.getByRole('button', { name: /^Waiting/ }).click();
    await rep.getByRole('button', { name: /CASE-1187/ }).click();
    const note = rep.getByRole('textbox', { name: 'Internal note' });
    await note.fill('Second short delivery this year.');
    await rep.keyboard.press('Escape');
    await rep.keyboard.press('a');
    await window(customer).getByText('Sam Ortiz joined. The assistant has stopped replying.').waitFor();
    await rep.getByRole('button', { name: 'End chat' }).waitFor();
    expect(await note.inputValue()).toBe('Second short delivery this year.');
    await note.press('Enter');
    await rep.locator('.note').getByText('Second short delivery this year.').last().waitFor();

    // The summary; the assistant is silent from now on.
    const summary = rep.locator('.summary');
    await summary.getByText('Says 100 of 120 arrived on INV-20418 line 2').waitFor();
    expect(await summary.locator('.source-mark').count()).toBeGreaterThan(4);
    expect(await summary.innerText()).not.toMatch(/GBP|\d{4}-\d\d-\d\d/);
    await rep.keyboard.press('Escape');
    await rep.keyboard.press('r');
    await rep.keyboard.insertText('Hi Dana, I have the delivery note open.');
    await rep.keyboard.press('Enter');
    await window(customer).getByText('Hi Dana, I have the delivery note open.').waitFor();
    await write(customer, 'Thank you');
    await rep.getByRole('article').getByText('Thank you').waitFor();

    // What the customer says, what was invoiced and delivered, and how such cases ended.
    await rep.keyboard.press('Escape');
    await rep.keyboard.press('e');
    const evidence = rep.getByRole('region', { name: 'Evidence' });
    await evidence.getByText('✓ Supported by the records').waitFor();
    const [, line] = await evidence.getByRole('row').all();
    expect(await line?.getByRole('cell').allInnerTexts()).toEqual([
      '2 · Crates 12×1L',
      '100',
      '120',
      '100',
      '−20',
    ]);
    expect(await evidence.innerText()).toContain('DN-7741');
    await rep.keyboard.press('m');
    await rep.getByText('same account first').waitFor();

    // Free words to the assistant of the rep are answered from the same records.
    const ask = rep.getByRole('textbox', { name: 'Ask dispute assist' });
    await ask.fill('What is the status of this case?');
    await ask.press('Enter');
    const assist = rep.getByRole('region', { name: 'Ask dispute assist' });
    await assist.getByText(/CASE-1187 of Brightwell Foods.*being worked on/).waitFor();
    await rep.keyboard.press('Escape');

    // The credit: previewed, ticked, held, taken back, and issued at the second go.
    const issue = rep.getByRole('button', { name: 'Issue credit of £444.00' });
    async function approve() {
      await rep.getByRole('button', { name: 'Credit', exact: true }).click();
      await rep.getByRole('button', { name: 'Show preview' }).click();
      // From the chat below one button leads up to what waits.
      await rep.getByRole('button', { name: 'Credit note, not issued yet' }).click();
      expect(await rep.locator(':focus').getAttribute('aria-label')).toBe('Resolve this case');
      await rep.getByLabel('I checked the quantities above').check();
      await issue.click();
      await rep.getByText(/Credit of £444.00 to Brightwell Foods goes out in \d+ s/).waitFor();
    }
    await approve();
    await rep.keyboard.press('z');
    await rep.getByText('Taken back. Nothing was sent.').waitFor();
    await rep.getByRole('button', { name: 'Choose another way' }).click();
    await approve();
    await rep.getByText(/✓ CN-3301 issued/).waitFor();
    await rep.getByText('This case is closed.').waitFor();

    // The customer has the credit note in both windows, as a document and by mail.
    const credit = window(customer).getByRole('region', { name: 'Credit note CN-3301' });
    await credit.getByText('£444.00').waitFor();
    await window(secondTab).getByRole('region', { name: 'Credit note CN-3301' }).waitFor();
    const link = await credit.getByRole('link', { name: 'Download PDF' }).getAttribute('href');
    const pdf = await customers.request.get(link ?? '');
    expect(pdf.headers()['content-type']).toContain('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    const mailbox = await watched(await customers.newPage());
    await mailbox.goto(at('/mailbox'));
    await mailbox.getByRole('button', { name: /credit note issued for INV-20418/ }).click();
    const mail = await mailbox.getByRole('article').innerText();
    expect(mail).toContain('Credit note CN-3301 over £444.00 was issued');
    expect(await mailbox.locator('.mail-list button').count()).toBe(2);

    expect(await own(customer)).toEqual([why, copy, claim, 'Thank you']);
    expect((await said(customer)).join('\n')).not.toContain('Second short delivery');
    await expect.poll(() => said(secondTab)).toEqual(await said(customer));
    expect(faults).toEqual([]);
  }, 180_000);
});

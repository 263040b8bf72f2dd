import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '#ui/axe-findings.ts';
import { launchChromium } from '#ui/chromium.ts';
import { proposal } from '#ui/scripted-records.ts';
import type { ScriptedService } from '#ui/scripted-service.ts';
import { type ScriptedRepOptions, startScriptedRep } from './scripted-rep.ts';

let browser: Browser;
let service: ScriptedService;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context.close();
  await service.close();
});

interface Screen {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

async function openAs(name: string, options: ScriptedRepOptions = {}, screen: Screen = {}) {
  service = await startScriptedRep(options);
  const { width = 1440, height = 900, colorScheme = 'light' } = screen;
  context = await browser.newContext({ viewport: { width, height }, colorScheme });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${service.url}/workspace`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByText('Oakmere Supplies').waitFor();
}
const callsTo = (end: string) => service.calls.filter(({ path }) => path.endsWith(end));
const issue = () => page.getByRole('button', { name: 'Issue credit of £444.00' });
const tick = () => page.getByLabel('I checked the quantities above');

async function preview() {
  await page.keyboard.press('a');
  await page.getByText('Handover summary').waitFor();
  await page.keyboard.press('e');
  await page.getByText('Supported by the records').first().waitFor();
  await page.getByRole('button', { name: 'Credit', exact: true }).click();
  await page.getByRole('button', { name: 'Show preview' }).click();
  await tick().waitFor();
}

test('a rep takes a chat, checks the claim and issues the credit by keyboard and one button', async () => {
  await openAs('Sam Ortiz');
  await preview();
  expect(callsTo('/proposals')[0]?.body).toMatchObject({
    kind: 'credit_note',
    lines: [{ line: 1, quantity: '20' }],
  });
  await issue().click({ force: true });
  expect(callsTo('/approval')).toEqual([]);
  await tick().check();
  await issue().dblclick();
  await page.getByText(/Credit of £444.00 to Brightwell Foods goes out in \d+ s/).waitFor();
  expect(callsTo('/approval').map(({ body }) => body)).toEqual([
    { version: 1, previewToken: 'preview-1', checked: true },
  ]);
  expect(callsTo('/approval')[0]?.headers['x-redress']).toBe('1');
  await page.keyboard.press('z');
  await page.getByText('Taken back. Nothing was sent.').waitFor();
});

test('figures that changed meanwhile are shown again, with what changed, and want a new tick', async () => {
  await openAs('Sam Ortiz', {
    first: ({ path }) =>
      path.endsWith('/approval')
        ? {
            status: 409,
            body: {
              code: 'preview-changed',
              proposal: { ...proposal, version: 2, total: '222.00' },
              changes: ['The delivered quantity changed from 100 to 110.'],
            },
          }
        : undefined,
  });
  await preview();
  await tick().check();
  await issue().click();
  await page.getByText('The delivered quantity changed from 100 to 110.').waitFor();
  await page.getByRole('button', { name: 'Issue credit of £222.00' }).waitFor();
  expect(await tick().isChecked()).toBe(false);
});

test('a credit over the rep’s limit goes to the manager who may agree', async () => {
  const approval = {
    by: 'manager',
    limit: '300.00',
    approver: 'Mara Lindqvist',
    why: 'Over your limit.',
  } as const;
  await openAs('Sam Ortiz', { proposal: { ...proposal, approval } });
  await preview();
  await tick().check();
  await page.getByRole('button', { name: 'Send to Mara Lindqvist for approval' }).click();
  await page.getByText('Waiting for approval: Mara Lindqvist').waitFor();
});

test('a preview that is put aside stays aside, and another case shows its own', async () => {
  await openAs('Sam Ortiz');
  await preview();
  await page.getByRole('button', { name: 'Cancel' }).click();
  service.wake();
  await page.getByRole('button', { name: 'Reorder', exact: true }).waitFor();
  await expect.poll(() => callsTo('/api/rep/cases/CASE-1187').length).toBeGreaterThan(2);
  expect(await issue().count()).toBe(0);
  await page.getByRole('button', { name: /Oakmere Supplies/ }).click();
  await page.getByText('reading CASE-1180').waitFor();
  expect(await issue().count()).toBe(0);
});

test('a chat that a colleague was faster to take says who', async () => {
  await openAs('Sam Ortiz', {
    first: ({ path }) =>
      path.endsWith('/acceptance')
        ? { status: 409, body: { code: 'moved-on', takenBy: 'Priya Nair' } }
        : undefined,
  });
  await page.keyboard.press('a');
  await page.getByText('Priya Nair took this.').waitFor();
});

test('a note goes to the case, a reply to the customer, and keys stay letters while writing', async () => {
  await openAs('Sam Ortiz');
  await page.keyboard.press('a');
  await page.getByText('Handover summary').waitFor();
  await page.keyboard.press('n');
  await page
    .getByLabel('Internal note', { exact: true })
    .and(page.locator('textarea'))
    .pressSequentially('aezr');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect.poll(() => callsTo('/notes').map(({ body }) => body.text)).toEqual(['aezr']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.getByLabel('Reply').and(page.locator('textarea')).pressSequentially('Hi Dana');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => callsTo('chat-1/messages').map(({ body }) => body.text)).toEqual(['Hi Dana']);
  expect(callsTo('/taking-back')).toEqual([]);
});

test('what is written while a note is on its way is neither lost nor held up', async () => {
  let arrive = () => {};
  const noteArrives = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await openAs('Sam Ortiz');
  await page.route('**/notes', async (route) => {
    await noteArrives;
    await route.continue();
  });
  await page.keyboard.press('a');
  await page.getByText('Handover summary').waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Internal note', { exact: true }).and(page.locator('textarea')).fill('Called Dana');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  const field = page.getByLabel('Reply').and(page.locator('textarea'));
  await field.fill('Hi Dana');
  const answer = page.waitForResponse('**/notes');
  arrive();
  await (await answer).finished();
  await field.press('Enter');
  await expect.poll(() => callsTo('chat-1/messages').map(({ body }) => body.text)).toEqual(['Hi Dana']);
  await expect.poll(() => field.inputValue()).toBe('');
});

test('a reply whose answer was lost is sent again as the same message', async () => {
  let isLost = true;
  await openAs('Sam Ortiz', {
    first: ({ path }) => {
      if (!path.endsWith('chat-1/messages') || !isLost) return undefined;
      isLost = false;
      return { status: 503, body: { detail: 'Please try again.', code: 'unreachable' } };
    },
  });
  await page.keyboard.press('a');
  await page.getByText('Handover summary').waitFor();
  const field = page.getByLabel('Reply').and(page.locator('textarea'));
  await field.fill('Hi Dana');
  await field.press('Enter');
  await page.getByText('Not sent. Your text is kept. Please try again.').waitFor();
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('');
  const [first, second] = callsTo('chat-1/messages').map(({ body }) => body);
  expect(second).toEqual(first);
});

test('dispute assist answers free words and shows what it looked up', async () => {
  await openAs('Sam Ortiz');
  await page.keyboard.press('a');
  await page.getByText('Handover summary').waitFor();
  await page
    .getByLabel('Ask dispute assist')
    .and(page.locator('input'))
    .fill('Does the delivery note agree?');
  await page.keyboard.press('Enter');
  await page.getByText('Checked the claim against delivery records for CASE-1187').waitFor();
});

test('money buttons are off while the network is away', async () => {
  await openAs('Sam Ortiz');
  await preview();
  await tick().check();
  await context.setOffline(true);
  await page.getByText('You are offline.').waitFor();
  await issue().click({ force: true });
  expect(callsTo('/approval')).toEqual([]);
});

test('a mailed sign-in link signs in and leaves no token in the address', async () => {
  await openAs('Sam Ortiz');
  await page.goto(`${service.url}/workspace/sign-in#secret-token`);
  await page.getByText('Oakmere Supplies').waitFor();
  expect(page.url()).toBe(`${service.url}/workspace`);
  expect(callsTo('/api/session').map(({ body }) => body)).toEqual([{ token: 'secret-token' }]);
});

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 1024],
  ['light', 390],
] as const)('in the %s theme, %i pixels wide', (colorScheme, width) => {
  test('no state has a serious accessibility fault or scrolls sideways', async () => {
    await openAs('Sam Ortiz', {}, { colorScheme, width });
    const findings = [await axeFindings(page)];
    await preview();
    await page.keyboard.press('m');
    await page.getByText('CASE-1042').waitFor();
    await page.keyboard.press('i');
    await page.getByText('Cases on this invoice').waitFor();
    findings.push(await axeFindings(page));
    await tick().check();
    await issue().click();
    await page.getByText('goes out in').waitFor();
    await page.keyboard.press('?');
    findings.push(await axeFindings(page));
    expect(findings.flat()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });
});

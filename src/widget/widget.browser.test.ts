import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFindings } from '#ui/axe-findings.ts';
import { launchChromium } from '#ui/chromium.ts';
import type { ScriptedService } from '#ui/scripted-service.ts';
import { startScriptedCustomer, tokenFor } from './scripted-customer.ts';

const tag = '<script type="module" src="/widget/v1.js" data-site="pk_test"></script>';
const host = `<!doctype html><html lang="en"><title>Portal</title><body><main><h1>Portal</h1><button id="ask">Ask</button></main>${tag}</body></html>`;
const nothingAllowed =
  "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; style-src 'none'; require-trusted-types-for 'script'";

let browser: Browser;
let service: ScriptedService;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
  service = await startScriptedCustomer({ pages: { '/host': { html: host, policy: nothingAllowed } } });
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});
beforeEach(async () => {
  service.calls.length = 0;
  await openPage({});
});
afterEach(() => context.close());

async function openPage(options: Parameters<Browser['newContext']>[0]) {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`CSP ${violatedDirective} ${blockedURI}`),
    );
  });
  await page.goto(`${service.url}/host`);
  await page.locator('redress-chat').waitFor({ state: 'attached' });
}

const launcher = () => page.getByRole('button', { name: /^(Open|Close) billing help/ });
const composer = () => page.getByLabel('Your message');
const messages = () => page.getByRole('region', { name: 'Conversation' });
async function signIn(subject: string) {
  await page.evaluate(
    (token) => Reflect.get(window, 'redress').push(['identify', async () => token]),
    tokenFor(subject),
  );
}
async function openAs(subject: string) {
  await signIn(subject);
  await launcher().click();
  await page.getByText(/^Hello (Dana|Omar)/).waitFor();
}
async function write(text: string) {
  await composer().fill(text);
  await composer().press('Enter');
}
const sent = () =>
  service.calls.filter(({ path }) => path.endsWith('/messages')).map(({ body }) => String(body.text));

describe('on a page that is not ours', () => {
  test('it keeps its own looks whatever the page’s styles say, and the page’s policy allows it all', async () => {
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    const looks = () =>
      page.locator('redress-chat').evaluate(({ shadowRoot }) =>
        [...(shadowRoot?.querySelectorAll('*') ?? [])].map((element) => {
          const { fontSize, letterSpacing, color, display, width, textTransform } = getComputedStyle(element);
          return [element.className, fontSize, letterSpacing, color, display, width, textTransform].join(' ');
        }),
      );
    await openAs('dana');
    const calm = await looks();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*{font-size:40px!important;letter-spacing:9px!important;color:red!important;display:block!important;text-transform:uppercase!important} body{overflow:hidden}',
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await looks()).toEqual(calm);
    await write('Why is INV-20418 higher?');
    await page.getByText('Looked up invoice INV-20418').waitFor();
    expect(faults).toEqual([]);
  });

  test('calls made before it is there are made when it is, and open() never sends by itself', async () => {
    await page.addInitScript(() =>
      Reflect.set(window, 'redress', [['open', { text: 'Where is my credit?', invoice: 'INV-20418' }]]),
    );
    await page.reload();
    await expect.poll(() => composer().inputValue()).toBe('Where is my credit?');
    await page.getByRole('button', { name: 'Stop asking about INV-20418' }).waitFor();
    expect(sent()).toEqual([]);
  });

  test('a signed-in customer’s token leaves only in the Authorization header', async () => {
    const token = tokenFor('dana');
    await page.evaluate((text) => Reflect.get(window, 'redress').identify(async () => text), token);
    await launcher().click();
    await page.getByText('Hello Dana').waitFor();
    await write('Why is INV-20418 higher?');
    await page.getByText('Looked up invoice INV-20418').waitFor();
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    const elsewhere = service.calls.map(({ url, headers, body }) =>
      JSON.stringify([url, { ...headers, authorization: '' }, body]),
    );
    expect([stored, ...elsewhere].filter((text) => text.includes(token))).toEqual([]);
    expect(service.calls.some(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true);
  });
});

describe('by keyboard', () => {
  test('opening puts the focus into the composer, Escape closes, and the focus goes back', async () => {
    await page.locator('#ask').focus();
    await page.evaluate(() => Reflect.get(window, 'redress').open());
    await expect.poll(() => composer().evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await composer().waitFor({ state: 'hidden' });
    expect(await page.locator('#ask').evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  test('Escape closes the menu before it closes the chat', async () => {
    await openAs('dana');
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Talk to a person' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem').first().waitFor({ state: 'hidden' });
    expect(await composer().isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await composer().waitFor({ state: 'hidden' });
  });
});

describe('a message', () => {
  test('is answered by a status line before the next frame is drawn', async () => {
    await openAs('dana');
    await composer().fill('Hello');
    const wasThere = await composer().evaluate(async (field) => {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      await new Promise(requestAnimationFrame);
      const root = field.getRootNode();
      return root instanceof ShadowRoot && root.querySelector('.working') !== null;
    });
    expect(wasThere).toBe(true);
  });

  test('that is finished is written into the live region once, however many pieces it came in', async () => {
    await openAs('dana');
    await page.locator('redress-chat').evaluate(({ shadowRoot }) => {
      const region = shadowRoot?.querySelector('[aria-live="polite"]');
      const heard: (string | null)[] = [];
      Reflect.set(window, 'heard', heard);
      if (region)
        new MutationObserver(() => heard.push(region.textContent)).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    await write('Why is INV-20418 higher?');
    await page.getByRole('button', { name: 'Only 100 arrived' }).waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([
      'Assistant: It is £370.00 more than October because line 1 lists 120 crates. October had 100.',
    ]);
  });

  test('written offline is sent once, in order, when the network is back', async () => {
    await openAs('dana');
    await context.setOffline(true);
    await write('first');
    await write('second');
    await page.getByText('Will be sent when you are back.').first().waitFor();
    expect(sent()).toEqual([]);
    await context.setOffline(false);
    await expect.poll(sent).toEqual(['first', 'second']);
    await expect.poll(() => messages().getByRole('article').count()).toBe(2);
  });

  test('and its answer survive a cut stream and a reload', async () => {
    await openAs('dana');
    await write('Why is INV-20418 higher?');
    await page.getByRole('button', { name: 'Only 100 arrived' }).waitFor();
    service.dropStreams();
    await write('Only 100 arrived');
    await page.getByRole('button', { name: 'Open the case' }).waitFor();
    await page.reload();
    await signIn('dana');
    await launcher().click();
    await page.getByRole('button', { name: 'Open the case' }).waitFor();
    expect(await messages().getByRole('article').count()).toBe(4);
    expect(sent()).toEqual(['Why is INV-20418 higher?', 'Only 100 arrived']);
  });

  test('the server refuses says why, goes back into the composer to be changed, or is deleted', async () => {
    await openAs('dana');
    await write('too long');
    await page.getByText('Not sent. This message is too long.').waitFor();
    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await composer().inputValue()).toBe('too long');
    expect(await messages().getByText('too long').count()).toBe(0);
    await composer().press('Enter');
    await page.getByText('Not sent. This message is too long.').waitFor();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => messages().getByText('too long').count()).toBe(0);
  });
});

test('a case is opened by the press of a button and by nothing before it', async () => {
  await openAs('dana');
  await write('Only 100 arrived');
  await page.getByRole('button', { name: 'Open the case' }).waitFor();
  const confirmations = () => service.calls.filter(({ path }) => path.includes('/confirmations/'));
  expect(confirmations()).toEqual([]);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await messages().getByText('CASE-1187').waitFor();
  expect(confirmations().map(({ body }) => body)).toEqual([{ confirmed: true }]);
});

test('a long text without a space stays inside the panel, written or sent', async () => {
  await openAs('dana');
  const panel = page.getByRole('dialog', { name: 'Billing help' });
  const width = () => panel.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  await composer().fill('x'.repeat(5_000));
  expect(await width()).toBe(0);
  await composer().press('Enter');
  await expect.poll(() => composer().inputValue()).toBe('');
  expect(await width()).toBe(0);
});

test('nothing of the last person’s chat is left when somebody else signs in', async () => {
  await openAs('dana');
  await write('Why is INV-20418 higher?');
  await page.getByRole('button', { name: 'Only 100 arrived' }).waitFor();
  await composer().fill('a half written secret');
  await signIn('omar');
  await page.getByText('Hello Omar').waitFor();
  const left = await page.locator('redress-chat').evaluate(({ shadowRoot }) => shadowRoot?.textContent ?? '');
  const stored = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  expect(left).not.toContain('INV-20418');
  expect(await composer().inputValue()).toBe('');
  expect(stored).not.toMatch(/dana|secret/);
});

test('on a phone it covers the page, keeps it from being reached, and gives it back', async () => {
  await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await openAs('dana');
  const panel = page.getByRole('dialog', { name: 'Billing help' });
  expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await composer().evaluate((field) => getComputedStyle(field).fontSize)).toBe('16px');
  expect(await page.locator('main').getAttribute('inert')).toBe('');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect.poll(() => page.locator('main').getAttribute('inert')).toBe(null);
  expect(await page.evaluate(() => document.documentElement.style.overflow)).toBe('');
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('no state has a serious accessibility fault', async () => {
    await openPage({ colorScheme });
    await openAs('dana');
    const findings = [await axeFindings(page)];
    await write('Why is INV-20418 higher?');
    await page.getByRole('button', { name: 'Only 100 arrived' }).click();
    await page.getByRole('button', { name: 'Open the case' }).waitFor();
    findings.push(await axeFindings(page));
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByRole('button', { name: 'Menu' }).click();
    findings.push(await axeFindings(page));
    await page.getByRole('menuitem', { name: 'Talk to a person' }).click();
    await messages().getByText('They will see').waitFor();
    await context.setOffline(true);
    await write('Still there?');
    await page.getByText('Will be sent when you are back.').waitFor();
    findings.push(await axeFindings(page));
    expect(findings.flat()).toEqual([]);
  });
});

import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { ChatWindow, CustomerWindow } from '#desks/customer-window.ts';
import type { RepWindow } from '#desks/rep-window.ts';
import { Refusal } from '#domain/refusal.ts';
import { addressOf } from './address.ts';
import { customerTokens } from './customer-token.ts';
import { assertOwnPage } from './own-page.ts';
import type { HttpParts } from './parts.ts';
import { problemResponse } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import { isVisitorToken, visitorTokens } from './visitor-token.ts';

/** Somebody who writes in the widget. Without a window they have not signed in, and see no account. */
export type Reader = {
  readonly key: string;
  readonly language: string;
  readonly chat: ChatWindow;
  readonly window?: CustomerWindow;
  readonly isStillIn: () => Promise<boolean>;
};
export type ReaderEnv = { Variables: { reader: Reader } };
export type CustomerEnv = { Variables: { customer: CustomerWindow } };
export type RepEnv = { Variables: { rep: RepWindow; isStillIn: () => Promise<boolean> } };

export const sessionCookie = 'redress_session';
const languages = ['en', 'de', 'fr', 'es', 'pt'];
const failuresPerMinute = 30;

/** Who is asking: the doors to the three kinds of windows. Each refuses before anything of the request is looked at. */
export function callers({ config, desk, log }: Pick<HttpParts, 'config' | 'desk' | 'log'>) {
  const readCustomer = customerTokens(config, desk.now);
  const visitors = visitorTokens(config.serviceSecret, desk.now);
  const failures = rateLimit({ most: failuresPerMinute, windowMs: 60_000, now: desk.now });

  async function readerOf(c: Context): Promise<Reader> {
    const token = bearerOf(c);
    if (isVisitorToken(token)) {
      const claims = await visitors.read(token);
      if (!claims)
        throw new Refusal('sign-in-needed', 'This chat has expired. Start a new one.', { expired: true });
      const language = languageOf(c.req.header('accept-language'));
      const chat = desk.visitorChat(claims.visitor, language);
      return { key: `visitor:${claims.visitor}`, language, chat, isStillIn: until(claims.exp) };
    }
    const claims = await readCustomer(token);
    const customer = await desk.signIn.customerOf(claims);
    return {
      key: customer.id,
      language: customer.language,
      chat: desk.customerChat(customer),
      window: desk.customer(customer),
      isStillIn: until(claims.exp),
    };
  }

  /** A token that was never good counts against where it came from, so that nobody can try many; one that was good once does not. */
  const checked = (c: Context) =>
    readerOf(c).catch((error: unknown) => {
      const isRefused = error instanceof Refusal && error.code === 'sign-in-needed' && !error.details.expired;
      if (isRefused && c.req.header('authorization')) {
        log.warn({ reason: error.message }, 'A sign-in was refused');
        failures.count(addressOf(c), 'sign in');
      }
      throw error;
    });

  const until = (exp: number) => async () => desk.now().getTime() < exp * 1000;

  return {
    visitors,
    reader: createMiddleware<ReaderEnv>(async (c, next) => {
      c.set('reader', await checked(c));
      await next();
    }),
    customer: createMiddleware<CustomerEnv>(async (c, next) => {
      const { window } = await checked(c);
      if (!window) throw new Refusal('sign-in-needed', 'Sign in to see your invoices and cases.');
      c.set('customer', window);
      await next();
    }),
    rep: createMiddleware<RepEnv>(async (c, next) => {
      const token = getCookie(c, sessionCookie) ?? '';
      const person = await desk.signIn.personOfSession(token.slice(0, 200));
      if (!person) throw new Refusal('sign-in-needed', 'Sign in to use the workspace.');
      assertOwnPage(c, config.publicUrl);
      c.set('rep', desk.rep(person));
      c.set('isStillIn', async () => (await desk.signIn.personOfSession(token)) !== undefined);
      await next();
    }),
  };
}
export type Callers = ReturnType<typeof callers>;

const inQuery = ['token', 'access_token', 'id_token', 'jwt', 'bearer', 'authorization'];

function bearerOf(c: Context): string {
  const given = inQuery.find((name) => c.req.query(name) !== undefined);
  if (given !== undefined) throw tokenInAddress(given);
  const [, token] = /^Bearer +(\S{1,8000})$/i.exec(c.req.header('authorization') ?? '') ?? [];
  if (token === undefined)
    throw new Refusal(
      'sign-in-needed',
      'Sign in first: send the token in the header Authorization: Bearer …',
    );
  return token;
}

/** Addresses are written to logs and histories, so a token in one is refused even when it is right. */
const tokenInAddress = (parameter: string) =>
  new HTTPException(400, {
    res: problemResponse({
      status: 400,
      code: 'token-in-address',
      detail: `A token does not belong into the address (${parameter}=). Send it in the header Authorization: Bearer …`,
    }),
  });

function languageOf(header: string | undefined): string {
  const first = header?.slice(0, 2).toLowerCase() ?? '';
  return languages.includes(first) ? first : 'en';
}

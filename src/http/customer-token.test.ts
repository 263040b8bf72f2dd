import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerTokens, signCustomerToken } from './customer-token.ts';

const now = new Date('2026-11-20T10:00:00Z');
const seconds = now.getTime() / 1000;
const joris = { id: 'joris', accountId: 'ACC-1', name: 'Joris de Wit', email: 'joris@noordermeer.test' };
const current = { kid: 'autumn', secret: 'autumn-secret-of-at-least-32-letters' };
const previous = { kid: 'summer', secret: 'summer-secret-of-at-least-32-letters' };
const forgotten = { kid: 'spring', secret: 'spring-secret-of-at-least-32-letters' };
const configOf = (signingKeys = [current, previous], jwksUrl?: string) => ({
  customers: { signingKeys, jwksUrl, audience: 'redress' },
});
const read = customerTokens(configOf(), () => now);

const bytes = (text: string) => new TextEncoder().encode(text);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const good = {
  account: 'ACC-1',
  name: joris.name,
  email: joris.email,
  sub: 'joris',
  aud: 'redress',
  iat: seconds,
  exp: seconds + 600,
};
const signed = (claims: Record<string, unknown>, key = current, header: Record<string, unknown> = {}) =>
  new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid, ...header })
    .sign(bytes(key.secret));
const parts = (token: string) => token.split('.');

test('a token of the seller’s site says who the customer is', async () => {
  expect(await read(await signCustomerToken(configOf(), joris, now))).toMatchObject({
    sub: 'joris',
    account: 'ACC-1',
  });
});

test('while keys are changed, the old one and the new one are both good', async () => {
  expect(await read(await signed({}, previous))).toMatchObject({ sub: 'joris' });
  expect(await read(await signed({}, current))).toMatchObject({ sub: 'joris' });
});

test('a token that names no key is good only while there is one key', async () => {
  const unnamed = await signed({}, current, { kid: undefined });
  expect(await customerTokens(configOf([current]), () => now)(unnamed)).toMatchObject({ sub: 'joris' });
  await expect(read(unnamed)).rejects.toMatchObject({ code: 'sign-in-needed' });
});

const swapped = async (header: unknown, payload?: unknown) => {
  const [head, body, signature] = parts(await signed({}));
  return [
    header === undefined ? head : part(header),
    payload === undefined ? body : part(payload),
    signature,
  ].join('.');
};

test.each<[string, () => Promise<string>]>([
  ['no signature and alg none', async () => `${part({ alg: 'none' })}.${part(good)}.`],
  ['alg none with a signature', () => swapped({ alg: 'none', kid: 'autumn' })],
  ['alg NONE in capitals', () => swapped({ alg: 'NONE', kid: 'autumn' })],
  ['another algorithm of the same family', () => signed({}, current, { alg: 'HS512' })],
  [
    'an empty signature',
    async () =>
      `${parts(await signed({}))
        .slice(0, 2)
        .join('.')}.`,
  ],
  ['a changed claim', () => swapped(undefined, { ...good, account: 'ACC-2' })],
  ['the key of somebody else', () => signed({}, { ...current, secret: forgotten.secret })],
  ['a key that was taken away after the change', () => signed({}, forgotten)],
  ['the name of another key', () => signed({}, current, { kid: 'summer' })],
  ['a key name that leads elsewhere', () => signed({}, current, { kid: '../../dev/null' })],
  ['a key name that is no text', () => signed({}, current, { kid: ['autumn'] })],
  [
    'a key of its own in the header',
    () => signed({}, forgotten, { kid: 'autumn', jwk: { kty: 'oct', k: 'AAAA' } }),
  ],
  [
    'a critical header nobody knows',
    () => swapped({ alg: 'HS256', kid: 'autumn', crit: ['b64'], b64: false }),
  ],
  ['another service’s audience', () => signed({ aud: 'another' })],
  ['no audience', () => signed({ aud: undefined })],
  ['no end', () => signed({ exp: undefined })],
  ['an end that is a text', async () => `${await swapped(undefined, { ...good, exp: '9999999999' })}`],
  ['an end a second ago', () => signed({ iat: seconds - 600, exp: seconds - 1 })],
  ['an end this second', () => signed({ iat: seconds - 600, exp: seconds })],
  ['a life of sixteen minutes', () => signed({ exp: seconds + 16 * 60 })],
  ['no beginning', () => signed({ iat: undefined })],
  ['a beginning in the future', () => signed({ iat: seconds + 120, exp: seconds + 600 })],
  ['not to be used yet', () => signed({ nbf: seconds + 60 })],
  ['no subject', () => signed({ sub: undefined })],
  ['an empty subject', () => signed({ sub: '' })],
  ['a list of subjects', () => signed({ sub: ['joris', 'helen'] })],
  ['a list of accounts', () => signed({ account: ['ACC-1', 'ACC-2'] })],
  ['an object as account', () => signed({ account: { id: 'ACC-1' } })],
  ['no account', () => signed({ account: undefined })],
  ['an address that is none', () => signed({ email: 'joris' })],
  ['words', async () => 'let me in'],
  ['three empty parts', async () => '..'],
  ['a list as payload', () => swapped(undefined, [good])],
])('%s is refused', async (_, token) => {
  await expect(token().then(read)).rejects.toMatchObject({ code: 'sign-in-needed' });
});

describe('with published keys', () => {
  const url = 'https://shop.example.com/.well-known/jwks.json';
  const server = setupServer();
  let privateKey: CryptoKey;
  let published: Record<string, unknown>;
  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    privateKey = pair.privateKey;
    published = { ...(await exportJWK(pair.publicKey)), kid: 'shop', alg: 'RS256', use: 'sig' };
    server.listen({ onUnhandledFrame: 'error' });
    server.use(http.get(url, () => HttpResponse.json({ keys: [published] })));
  });
  afterAll(() => server.close());

  test('a token signed with the seller’s private key is good', async () => {
    const token = await new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'shop' }).sign(privateKey);
    expect(await customerTokens(configOf([], url), () => now)(token)).toMatchObject({ sub: 'joris' });
  });

  test('the public key is no shared secret', async () => {
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'HS256', kid: 'shop' })
      .sign(bytes(JSON.stringify(published)));
    await expect(customerTokens(configOf([], url), () => now)(token)).rejects.toMatchObject({
      code: 'sign-in-needed',
    });
  });

  test('a key that cannot be read at the moment is said so, and nobody is signed in', async () => {
    server.use(http.get(url, () => new HttpResponse(null, { status: 503 })));
    const token = await new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid: 'shop' }).sign(privateKey);
    await expect(customerTokens(configOf([], url), () => now)(token)).rejects.toMatchObject({
      code: 'unreachable',
    });
  });
});

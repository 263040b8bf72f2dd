import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Config } from '#config';
import { Refusal } from '#domain/refusal.ts';
import { text } from './bounded.ts';

/** A sign-in lasts at most this long; the seller's site makes a new one meanwhile. */
const longestSeconds = 15 * 60;
/** How far the seller's clock may be ahead of ours. */
const clockLeadSeconds = 60;

const Claims = z.object({
  sub: text(200).min(1),
  account: text(100).min(1),
  name: text(200).min(1).optional(),
  email: z.email().max(320).optional(),
  iat: z.number(),
  exp: z.number(),
});
export type CustomerToken = z.infer<typeof Claims>;

type CustomerConfig = Pick<Config, 'customers'>;

/** Signs a customer in as the seller's site would: for the demo, the command line and tests. */
export function signCustomerToken(
  { customers }: CustomerConfig,
  person: { readonly id: string; readonly accountId: string; readonly name: string; readonly email: string },
  now: Date = new Date(),
): Promise<string> {
  const [key] = customers.signingKeys;
  if (!key) throw new Error('SIGNING_SECRET is not set, so no customer can be signed in from here.');
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ account: person.accountId, name: person.name, email: person.email })
    .setProtectedHeader({ alg: 'HS256', kid: key.kid })
    .setSubject(person.id)
    .setAudience(customers.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + longestSeconds)
    .sign(new TextEncoder().encode(key.secret));
}

/**
 * Checks the tokens of the seller's site. A shared secret goes with HS256 alone and a published key with its own algorithms alone, so
 * neither can stand in for the other. Whatever is wrong is a Refusal: nobody is half signed in.
 */
export function customerTokens({ customers }: CustomerConfig, now: () => Date) {
  const { signingKeys, jwksUrl, audience } = customers;
  const keySet = jwksUrl === undefined ? undefined : createRemoteJWKSet(new URL(jwksUrl));

  function secretFor(kid: unknown): Uint8Array {
    const key =
      kid === undefined && signingKeys.length === 1
        ? signingKeys[0]
        : signingKeys.find((one) => one.kid === kid);
    if (!key) throw refused('its "kid" names no key that is known here');
    return new TextEncoder().encode(key.secret);
  }

  async function payloadOf(token: string) {
    const { alg, kid } = decodeProtectedHeader(token);
    const rules = { audience, currentDate: now(), requiredClaims: ['exp', 'iat', 'sub', 'aud'] };
    if (alg === 'HS256') return jwtVerify(token, secretFor(kid), { ...rules, algorithms: ['HS256'] });
    if (!keySet) throw refused('only HS256 is used here');
    return jwtVerify(token, keySet, { ...rules, algorithms: ['RS256', 'ES256', 'EdDSA'] });
  }

  return async (token: string): Promise<CustomerToken> => {
    const { payload } = await payloadOf(token).catch((error: unknown) => {
      throw error instanceof Refusal ? error : reasonOf(error);
    });
    const claims = Claims.safeParse(payload);
    if (!claims.success) {
      const [issue] = claims.error.issues;
      throw refused(`its claim ${issue?.path.join('.')} is not as it should be`);
    }
    const { iat, exp } = claims.data;
    if (exp - iat > longestSeconds) throw refused('it lasts longer than 15 minutes');
    if (iat > now().getTime() / 1000 + clockLeadSeconds) throw refused('it was issued in the future');
    return claims.data;
  };
}

function reasonOf(error: unknown): Error {
  const isOutage =
    error instanceof errors.JWKSTimeout ||
    (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');
  if (isOutage || (error instanceof TypeError && error.message === 'fetch failed'))
    return new Refusal('unreachable', 'Sign-ins cannot be checked at the moment. Please try again.');
  if (error instanceof errors.JWTExpired)
    return new Refusal('sign-in-needed', 'This sign-in has expired. Sign in again.', { expired: true });
  if (error instanceof errors.JOSEError) return refused(error.message);
  return refused('it is not a token');
}

const refused = (why: string) => new Refusal('sign-in-needed', `This sign-in is not accepted: ${why}.`);

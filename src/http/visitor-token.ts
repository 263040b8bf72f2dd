import { createHmac } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

// Who has not signed in keeps a chat by a token of ours: it names a visitor, opens no account, and is no customer's token.

const type = 'visitor+jwt';
const lifetimeSeconds = 30 * 24 * 3600;
const Claims = z.object({ visitor: z.uuid(), exp: z.number() });

export const isVisitorToken = (token: string): boolean => {
  try {
    return decodeProtectedHeader(token).typ === type;
  } catch {
    return false;
  }
};

export function visitorTokens(serviceSecret: string, now: () => Date) {
  // A key of its own: what signs documents and sessions cannot sign visitors, nor the other way round.
  const key = createHmac('sha256', serviceSecret).update('visitor tokens').digest();
  return {
    sign(visitor: string): Promise<string> {
      const issuedAt = Math.floor(now().getTime() / 1000);
      return new SignJWT({ visitor })
        .setProtectedHeader({ alg: 'HS256', typ: type })
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetimeSeconds)
        .sign(key);
    },
    /** Undefined when it is not ours, was changed, or its month is over. */
    async read(token: string): Promise<z.infer<typeof Claims> | undefined> {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          typ: type,
          currentDate: now(),
        });
        return Claims.safeParse(payload).data;
      } catch {
        return undefined;
      }
    },
  };
}

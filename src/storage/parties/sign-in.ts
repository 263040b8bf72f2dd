import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Database } from '../database.ts';

export const saveSignInLink = (
  db: Database,
  link: { tokenHash: string; personId: string; expiresAt: Date },
): Promise<void> =>
  db.write(async (tx) => {
    await tx.insert(db.t.signInLinks).values(link);
  });

/** Uses a link up; whose it was, or undefined when it is unknown, used or expired. */
export const useSignInLink = (db: Database, tokenHash: string, now: Date): Promise<string | undefined> =>
  db.write(async (tx) => {
    const { signInLinks } = db.t;
    const [used] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(
        and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
      )
      .returning({ personId: signInLinks.personId });
    return used?.personId;
  });

export const saveSession = (
  db: Database,
  session: { tokenHash: string; personId: string; expiresAt: Date },
): Promise<void> =>
  db.write(async (tx) => {
    await tx.insert(db.t.sessions).values(session);
  });

export async function sessionPerson(db: Database, tokenHash: string, now: Date): Promise<string | undefined> {
  const { sessions } = db.t;
  const [row] = await db.read
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, now)));
  return row?.personId;
}

export const endSession = (db: Database, tokenHash: string): Promise<void> =>
  db.write(async (tx) => {
    await tx.delete(db.t.sessions).where(eq(db.t.sessions.tokenHash, tokenHash));
  });

export const forgetExpiredSignIns = (db: Database, now: Date): Promise<void> =>
  db.write(async (tx) => {
    await tx.delete(db.t.sessions).where(lt(db.t.sessions.expiresAt, now));
    const { signInLinks } = db.t;
    await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, now));
  });

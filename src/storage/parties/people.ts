import { eq, isNull } from 'drizzle-orm';
import type { Person } from '#domain/person.ts';
import type { Database } from '../database.ts';
import { present } from '../present.ts';

export async function personById(db: Database, id: string): Promise<Person | undefined> {
  const [row] = await db.read.select().from(db.t.people).where(eq(db.t.people.id, id));
  return row && present(row);
}

/** E-mail addresses are compared in lower case. */
export async function personByEmail(db: Database, email: string): Promise<Person | undefined> {
  const [row] = await db.read
    .select()
    .from(db.t.people)
    .where(eq(db.t.people.email, email.trim().toLowerCase()));
  return row && present(row);
}

export async function staff(db: Database): Promise<Person[]> {
  const rows = await db.read
    .select()
    .from(db.t.people)
    .where(isNull(db.t.people.accountId))
    .orderBy(db.t.people.name);
  return rows.map(present);
}

export async function customersOf(db: Database, accountId: string): Promise<Person[]> {
  const rows = await db.read
    .select()
    .from(db.t.people)
    .where(eq(db.t.people.accountId, accountId))
    .orderBy(db.t.people.id);
  return rows.map(present);
}

export const savePerson = (db: Database, person: Person): Promise<void> =>
  db.write(async (tx) => {
    const row = { ...person, accountId: person.accountId ?? null, email: person.email.trim().toLowerCase() };
    await tx.insert(db.t.people).values(row).onConflictDoUpdate({ target: db.t.people.id, set: row });
  });

import { eq, sql } from 'drizzle-orm';
import type { Database } from '../database.ts';

/** Draws the next number of a sequence inside the caller's unit of work: rolled back with it, so there are no gaps. */
export const drawNumber = (db: Database, name: string, first: number): Promise<number> =>
  db.write(async (tx) => {
    const { sequences } = db.t;
    const [drawn] = await tx
      .update(sequences)
      .set({ next: sql`${sequences.next} + 1` })
      .where(eq(sequences.name, name))
      .returning({ next: sequences.next });
    if (drawn) return drawn.next - 1;
    await tx.insert(sequences).values({ name, next: first + 1 });
    return first;
  });
